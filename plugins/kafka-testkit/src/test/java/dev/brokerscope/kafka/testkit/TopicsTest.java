package dev.brokerscope.kafka.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedKafka.class)
final class TopicsTest {

    @Test
    void oneSeedGivesOneTopic(KafkaServer server) {
        TortureTopic first = TortureTopic.create(server, Topics.fresh("torture"), 3, 42).fill(600);
        TortureTopic second = TortureTopic.create(server, Topics.fresh("torture"), 3, 42).fill(600);
        TortureTopic other = TortureTopic.create(server, Topics.fresh("torture"), 3, 43).fill(600);
        TopicReader reader = TopicReader.of(server);

        assertEquals(reader.contents(first.name()), reader.contents(second.name()));
        assertEquals(reader.digests(first.name()), reader.digests(second.name()));
        assertNotEquals(reader.contents(first.name()), reader.contents(other.name()));
    }

    @Test
    void holdsWhatToolsGetWrong(KafkaServer server) {
        String name = TortureTopic.create(server, Topics.fresh("torture"), 2, 7).fill(1_200).name();
        List<StoredMessage> committed = TopicReader.of(server).messages(name);
        List<StoredMessage> all = TopicReader.of(server).with("isolation.level", "read_uncommitted").messages(name);

        assertEquals(1_000, committed.size());
        assertEquals(1_200, all.size());
        assertTrue(committed.stream().anyMatch(m -> m.content().key().isEmpty()));
        assertTrue(committed.stream().anyMatch(m -> m.content().key().map(Octets::length).equals(Optional.of(0))));
        assertTrue(committed.stream().anyMatch(m -> m.content().value().isEmpty()));
        assertTrue(committed.stream().anyMatch(m -> m.content().value().map(Octets::length).equals(Optional.of(0))));
        assertTrue(committed.stream().anyMatch(m -> m.content().value().map(Octets::length)
                .equals(Optional.of(1 << 20))));
        assertTrue(committed.stream().anyMatch(m -> m.content().timestamp() == Long.MAX_VALUE - 1));
        assertTrue(committed.stream().anyMatch(TopicsTest::repeatsAHeader));
    }

    @Test
    void rawRecordsCanBeOlderThan1970(KafkaServer server) throws Exception {
        String name = new Topics(server).create(Topics.fresh("raw"), 1,
                Map.of("message.timestamp.before.max.ms", String.valueOf(Long.MAX_VALUE)));
        RawProducer raw = new RawProducer(server);

        raw.send(name, 0, -86_400_000, new byte[]{1}, new byte[]{2});
        long second = raw.send(name, 0, -1, new byte[]{3}, new byte[200]);

        assertEquals(1, second);
        assertEquals(List.of(-86_400_000L, -1L), TopicReader.of(server).messages(name).stream()
                .map(message -> message.content().timestamp()).toList());
    }

    @Test
    void compactionLeavesHoles(KafkaServer server) throws Exception {
        List<StoredMessage> messages = TopicReader.of(server)
                .messages(CompactedTopic.create(server, Topics.fresh("compacted")));

        assertTrue(messages.getLast().offset() >= 600);
        assertTrue(messages.size() < 100, messages.size() + " messages");
    }

    @Test
    void bulkMessagesHaveTheSizeAskedFor(KafkaServer server) {
        String name = BulkTopic.create(server, Topics.fresh("bulk"), 4, 2_000, 1_024).name();
        List<StoredMessage> messages = TopicReader.of(server).messages(name);

        assertEquals(2_000, messages.size());
        assertTrue(messages.stream().allMatch(m -> m.content().value().orElseThrow().length() == 1_024));
    }

    private static boolean repeatsAHeader(StoredMessage message) {
        List<String> names = message.content().headers().stream().map(StoredMessage.NamedValue::name).toList();
        return names.stream().distinct().count() < names.size();
    }
}
