package dev.brokerscope.plugin.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.api.broker.ClusterObjects;
import dev.brokerscope.api.broker.ClusterObjects.ClusterObject;
import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.kafka.testkit.KafkaServer;
import dev.brokerscope.kafka.testkit.Listener;
import dev.brokerscope.kafka.testkit.Topics;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.quota.ClientQuotaAlteration;
import org.apache.kafka.common.quota.ClientQuotaEntity;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Access rules and quotas, and what is said where they may not be seen.
@ExtendWith(GuardedKafka.class)
final class KafkaObjectsTest {

    private final KafkaServer server;
    private final Connecting connecting;

    KafkaObjectsTest(KafkaServer server) {
        this.server = server;
        this.connecting = new Connecting(server);
    }

    @Test
    void tellsTheRulesOfTheTopicAndOfPrefixesAboveIt() throws Exception {
        String topic = new Topics(server).create(Topics.fresh("ruled.orders"), 1, Map.of());
        List<AclBinding> rules = List.of(rule(PatternType.LITERAL, topic), rule(PatternType.PREFIXED, "ruled.or"),
                rule(PatternType.LITERAL, Topics.fresh("unrelated")), rule(PatternType.PREFIXED, "unrelated"));
        try (Admin admin = Admin.create(server.clientProperties(Listener.PLAIN));
                Session session = connecting.session()) {
            admin.createAcls(rules).all().get();
            try {
                List<String> names = acls(session, topic);
                while (names.size() < 2) {
                    Thread.sleep(20);
                    names = acls(session, topic);
                }
                assertEquals(Set.of("TOPIC LITERAL " + topic + ": ALLOW User:bob READ from *",
                        "TOPIC PREFIXED ruled.or: ALLOW User:bob READ from *"), Set.copyOf(names));
            } finally {
                admin.deleteAcls(rules.stream().map(AclBinding::toFilter).toList()).all().get();
            }
        }
    }

    @Test
    void tellsQuotasOfUsersAndOfEverybodyElse() throws Exception {
        try (Admin admin = Admin.create(server.clientProperties(Listener.PLAIN));
                Session session = connecting.session()) {
            admin.alterClientQuotas(List.of(new ClientQuotaAlteration(
                    new ClientQuotaEntity(Map.of("user", "a \"quoted\" name")),
                    List.of(new ClientQuotaAlteration.Op("producer_byte_rate", 1048576.0))))).all().get();
            List<ClusterObject> quotas = objects(session, "any").stream().filter(o -> o.kind().equals("quota"))
                    .toList();
            while (quotas.isEmpty()) {
                Thread.sleep(20);
                quotas = objects(session, "any").stream().filter(o -> o.kind().equals("quota")).toList();
            }
            assertEquals(List.of(new ClusterObject("quota", "user=a \"quoted\" name",
                    "{\"entity\":{\"user\":\"a \\\"quoted\\\" name\"},\"quotas\":{\"producer_byte_rate\":1048576.0}}")),
                    quotas);
        }
    }

    @Test
    void aClusterWithoutAnAuthorizerHidesNothing() throws Exception {
        try (KafkaServer open = KafkaServer.start(); Session session = new Connecting(open).session()) {
            assertEquals(new ClusterObjects.Seen(List.of(), List.of()),
                    session.extension(ClusterObjects.class).orElseThrow().objects(Set.of()));
        }
    }

    @Test
    void saysWhatAUserMayNotSee() throws Exception {
        AclBinding denied = new AclBinding(new ResourcePattern(ResourceType.CLUSTER, "kafka-cluster",
                PatternType.LITERAL),
                new AccessControlEntry("User:" + KafkaServer.USER, "*", AclOperation.ALL, AclPermissionType.DENY));
        try (Admin admin = Admin.create(server.clientProperties(Listener.PLAIN));
                Session session = connecting.session(Listener.SASL_PLAIN)) {
            admin.createAcls(List.of(denied)).all().get();
            try {
                ClusterObjects.Seen seen = session.extension(ClusterObjects.class).orElseThrow().objects(Set.of());
                while (seen.hidden().isEmpty()) {
                    Thread.sleep(20);
                    seen = session.extension(ClusterObjects.class).orElseThrow().objects(Set.of());
                }
                assertFalse(seen.hidden().isEmpty());
                assertTrue(seen.hidden().getFirst().contains("the access rules of the cluster"),
                        seen.hidden()::toString);
            } finally {
                admin.deleteAcls(List.of(denied.toFilter())).all().get();
            }
        }
    }

    private static List<ClusterObject> objects(Session session, String topic) throws Exception {
        Set<ChannelId> channels = Set.of(KafkaPlugin.topic(topic));
        return session.extension(ClusterObjects.class).orElseThrow().objects(channels).objects();
    }

    private static List<String> acls(Session session, String topic) throws Exception {
        return objects(session, topic).stream().filter(o -> o.kind().equals("acl")).map(ClusterObject::name)
                .filter(n -> n.contains("User:bob")).toList();
    }

    private static AclBinding rule(PatternType pattern, String name) {
        return new AclBinding(new ResourcePattern(ResourceType.TOPIC, name, pattern),
                new AccessControlEntry("User:bob", "*", AclOperation.READ, AclPermissionType.ALLOW));
    }
}
