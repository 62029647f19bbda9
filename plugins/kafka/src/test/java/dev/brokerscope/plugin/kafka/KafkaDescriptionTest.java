package dev.brokerscope.plugin.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.api.broker.ChannelCreation;
import dev.brokerscope.api.broker.GroupRestore;
import dev.brokerscope.api.broker.GroupStates;
import dev.brokerscope.api.broker.GroupStates.GroupState;
import dev.brokerscope.api.broker.PublishRequest;
import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.broker.WritableSession;
import dev.brokerscope.api.channel.ChannelDefinition;
import dev.brokerscope.api.channel.ChannelDetails;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.channel.Count;
import dev.brokerscope.api.channel.Fact;
import dev.brokerscope.api.channel.Item;
import dev.brokerscope.api.channel.Section;
import dev.brokerscope.api.channel.SettingOrigin;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.kafka.testkit.KafkaServer;
import dev.brokerscope.kafka.testkit.Listener;
import dev.brokerscope.kafka.testkit.Topics;
import dev.brokerscope.testkit.Publishing;
import dev.brokerscope.testkit.SeededMessages;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(GuardedKafka.class)
final class KafkaDescriptionTest {

    private final KafkaServer server;
    private final Connecting connecting;

    KafkaDescriptionTest(KafkaServer server) {
        this.server = server;
        this.connecting = new Connecting(server);
    }

    @Test
    void tellsSettingsWithTheirOrigin() throws Exception {
        ChannelId topic = filled();
        try (Session session = connecting.session()) {
            Section config = section(session.describe(topic), "config");
            assertEquals(SettingOrigin.SET, item(config, "retention.ms").origin());
            assertEquals(new Fact.Text("-1"), item(config, "retention.ms").fact());
            assertEquals(SettingOrigin.INHERITED, item(config, "max.message.bytes").origin());
            assertEquals(SettingOrigin.DEFAULT, item(config, "segment.ms").origin());
        }
    }

    @Test
    void tellsLeaderReplicasAndSize() throws Exception {
        try (Session session = connecting.session()) {
            ChannelDetails details = session.describe(filled());
            List<Item> facts = details.partitions().getFirst().facts();
            assertEquals(List.of("leader", "replicas", "isr", "size"), facts.stream().map(Item::key).toList());
            assertTrue(facts.getLast().fact() instanceof Fact.ByteSize(long bytes) && bytes > 0, () -> "" + facts);
        }
    }

    @Test
    void tellsAnotherIncarnationOfATopicCreatedAnew() throws Exception {
        ChannelId topic = filled();
        try (WritableSession session = connecting.writing()) {
            String before = session.describe(topic).incarnation();
            ChannelCreation creation = session.writeExtension(ChannelCreation.class).orElseThrow();
            creation.delete(topic);
            creation.create(topic, new ChannelDefinition(1, Optional.of(1), List.of()));
            assertTrue(!before.equals(session.describe(topic).incarnation()));
        }
    }

    @Test
    void tellsGroupsWithTheirLag() throws Exception {
        ChannelId topic = filled();
        String group = Topics.fresh("group");
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(group); Session session = connecting.session()) {
            consumer.assign(List.of(new TopicPartition(topic.name(), 0)));
            consumer.commitSync(Map.of(new TopicPartition(topic.name(), 0), new OffsetAndMetadata(15, "noted")));
            Section groups = section(session.describe(topic), "groups");
            assertEquals(new Fact.Counted(Count.atMost(5)), item(groups, group).fact());
            GroupState state = session.extension(GroupStates.class).orElseThrow().groups(topic).stream()
                    .filter(g -> g.name().equals(group)).findFirst().orElseThrow();
            assertEquals(15, state.progress().getFirst().next().lo());
            assertEquals("noted", state.progress().getFirst().metadata());
        }
    }

    @Test
    void doesNotSetAGroupWithActiveMembers() throws Exception {
        ChannelId topic = filled();
        String group = Topics.fresh("active");
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(group); WritableSession session = connecting.writing()) {
            consumer.subscribe(List.of(topic.name()));
            while (consumer.assignment().isEmpty()) {
                consumer.poll(Duration.ofMillis(100));
            }
            consumer.commitSync();
            GroupState state = session.extension(GroupStates.class).orElseThrow().groups(topic).stream()
                    .filter(g -> g.name().equals(group)).findFirst().orElseThrow();
            FaultException refused = assertThrows(FaultException.class,
                    () -> session.writeExtension(GroupRestore.class).orElseThrow().restore(topic, state));
            assertEquals(FaultKind.REJECTED, refused.kind());
            assertEquals("kafka.group-active", refused.fault().code());
        }
    }

    private KafkaConsumer<byte[], byte[]> consumer(String group) {
        Map<String, Object> client = new HashMap<>(server.clientProperties(Listener.PLAIN));
        client.put("group.id", group);
        client.put("auto.offset.reset", "earliest");
        return new KafkaConsumer<>(client, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private ChannelId filled() throws Exception {
        ChannelId topic = KafkaPlugin.topic(new Topics(server).create(Topics.fresh("described"), 1, Map.of()));
        try (WritableSession session = connecting.writing()) {
            Publishing.allOf(session, PublishRequest.restore(topic), SeededMessages.ofThisRun().generate(20, 1),
                    KafkaProfile.ATTRIBUTES);
        }
        return topic;
    }

    private static Section section(ChannelDetails details, String id) {
        return details.sections().stream().filter(s -> s.id().equals(id)).findFirst().orElseThrow();
    }

    private static Item item(Section section, String key) {
        return section.items().stream().filter(i -> i.key().equals(key)).findFirst()
                .orElseThrow(() -> new AssertionError("no " + key + " in " + section.items()));
    }
}
