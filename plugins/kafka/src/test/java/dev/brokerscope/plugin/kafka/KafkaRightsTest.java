package dev.brokerscope.plugin.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.api.broker.Finding;
import dev.brokerscope.api.broker.OpenRequest;
import dev.brokerscope.api.broker.PublishRequest;
import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.broker.TargetChecks;
import dev.brokerscope.api.broker.WritableSession;
import dev.brokerscope.api.channel.ChannelDefinition;
import dev.brokerscope.api.channel.ChannelDetails;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.channel.Fact;
import dev.brokerscope.api.channel.Section;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.kafka.testkit.KafkaServer;
import dev.brokerscope.kafka.testkit.Listener;
import dev.brokerscope.kafka.testkit.Topics;
import dev.brokerscope.testkit.Publishing;
import dev.brokerscope.testkit.Readout;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A user with some rights sees what they allow; the rest is marked.
@ExtendWith(GuardedKafka.class)
final class KafkaRightsTest {

    private final KafkaServer server;
    private final Connecting connecting;

    KafkaRightsTest(KafkaServer server) {
        this.server = server;
        this.connecting = new Connecting(server);
    }

    @Test
    void marksAConfigurationThatMayNotBeSeenAndReadsOn() throws Exception {
        ChannelId topic = topicWithout(AclOperation.DESCRIBE_CONFIGS);
        try (Session session = connecting.session(Listener.SASL_PLAIN)) {
            ChannelDetails details = session.describe(topic);
            Section config = details.sections().stream().filter(s -> s.id().equals("config")).findFirst().orElseThrow();
            assertInstanceOf(Fact.Absent.class, config.items().getFirst().fact());
            assertEquals(1, Readout.of(session, OpenRequest.everything(topic)).messages().size());
        }
    }

    @Test
    void saysThatATopicMayNotBeRead() throws Exception {
        ChannelId topic = topicWithout(AclOperation.READ);
        try (Session session = connecting.session(Listener.SASL_PLAIN)) {
            FaultException refused = assertThrows(FaultException.class,
                    () -> Readout.of(session, OpenRequest.everything(topic)));
            assertEquals(FaultKind.NOT_AUTHORISED, refused.kind());
            assertTrue(refused.fault().message().contains(topic.name()), () -> refused.fault().message());
        }
    }

    @Test
    void saysPerMessageThatATopicMayNotBeWritten() throws Exception {
        ChannelId topic = topicWithout(AclOperation.WRITE);
        try (WritableSession session = connecting.writing(Listener.SASL_PLAIN)) {
            Publishing published = Publishing.of(session, PublishRequest.restore(topic), List.of(message()),
                    KafkaProfile.ATTRIBUTES);
            assertEquals(FaultKind.NOT_AUTHORISED, published.failures().get(0L).kind());
        }
    }

    @Test
    void findsBeforehandThatATopicMayNotBeWritten() throws Exception {
        ChannelId topic = topicWithout(AclOperation.WRITE);
        try (Session session = connecting.session(Listener.SASL_PLAIN)) {
            List<Finding> findings = session.extension(TargetChecks.class).orElseThrow().check(
                    new TargetChecks.RestoreIntent(topic, new ChannelDefinition(1, Optional.of(1), List.of()), false,
                            TargetChecks.Existing.APPEND,
                            true, 1, Optional.empty(), Optional.empty(), 10));
            assertTrue(findings.stream().anyMatch(f -> f.code().equals("not-authorised.write")
                    && f.severity() == Finding.Severity.BLOCKS), () -> "" + findings);
        }
    }

    private static Message message() {
        return Message.at(0, 0, 0).value(new byte[]{1}).build();
    }

    /// Holds one message, and is denied one operation to alice.
    private ChannelId topicWithout(AclOperation operation) throws Exception {
        ChannelId topic = KafkaPlugin.topic(new Topics(server).create(Topics.fresh("rights"), 1, Map.of()));
        try (WritableSession session = connecting.writing()) {
            Publishing.allOf(session, PublishRequest.restore(topic), List.of(message()), KafkaProfile.ATTRIBUTES);
        }
        ResourcePattern pattern = new ResourcePattern(ResourceType.TOPIC, topic.name(), PatternType.LITERAL);
        String alice = "User:" + KafkaServer.USER;
        try (Admin admin = Admin.create(server.clientProperties(Listener.PLAIN))) {
            admin.createAcls(List.of(
                    new AclBinding(pattern, new AccessControlEntry(alice, "*", operation, AclPermissionType.DENY)),
                    new AclBinding(pattern,
                            new AccessControlEntry(alice, "*", AclOperation.ALL, AclPermissionType.ALLOW))))
                    .all().get();
            while (admin.describeAcls(new org.apache.kafka.common.acl.AclBindingFilter(pattern.toFilter(),
                    org.apache.kafka.common.acl.AccessControlEntryFilter.ANY)).values().get().size() < 2) {
                Thread.sleep(20);
            }
        }
        return topic;
    }
}
