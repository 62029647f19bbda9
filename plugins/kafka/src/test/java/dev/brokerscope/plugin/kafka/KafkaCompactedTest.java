package dev.brokerscope.plugin.kafka;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.api.broker.GapReason;
import dev.brokerscope.api.broker.ListQuery;
import dev.brokerscope.api.broker.PublishRequest;
import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.broker.WritableSession;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.kafka.testkit.KafkaServer;
import dev.brokerscope.kafka.testkit.Topics;
import dev.brokerscope.testkit.Publishing;
import dev.brokerscope.testkit.Readout;
import dev.brokerscope.testkit.SeededMessages;
import dev.brokerscope.testkit.SessionContract;
import dev.brokerscope.testkit.SessionFixture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The reading half of the contract on a topic that the broker has compacted.
@ExtendWith(GuardedKafka.class)
final class KafkaCompactedTest extends SessionContract {

    private static final int PUBLISHED = 300;

    private final KafkaServer server;
    private Optional<Filled> filled = Optional.empty();

    KafkaCompactedTest(KafkaServer server) {
        this.server = server;
    }

    @Override
    public Session connect() throws Exception {
        return new Connecting(server).session();
    }

    @Override
    public Filled filled() throws Exception {
        if (filled.isEmpty()) {
            filled = Optional.of(fill());
        }
        return filled.orElseThrow();
    }

    private Filled fill() throws Exception {
        String topic = new Topics(server).create(Topics.fresh("compacted"), 1, Map.of("cleanup.policy", "compact",
                "segment.ms", "1", "min.cleanable.dirty.ratio", "0.001", "max.compaction.lag.ms", "1",
                "delete.retention.ms", "86400000", "max.message.bytes", "4000000"));
        ChannelId channel = KafkaPlugin.topic(topic);
        try (WritableSession session = new Connecting(server).writing()) {
            List<Message> keyed = new ArrayList<>(SeededMessages.ofThisRun().generate(500, 1).stream()
                    .filter(m -> m.keySize() > 0 && m.valueSize() < 1_000).limit(PUBLISHED).toList());
            for (List<Message> part : List.of(keyed.subList(0, 100), keyed.subList(100, 290),
                    keyed.subList(290, PUBLISHED))) {
                Publishing.allOf(session, PublishRequest.restore(channel), part,
                        dev.brokerscope.api.message.AttributeSchema.EMPTY);
            }
        }
        return new Filled(channel, settled(topic));
    }

    /// Compaction runs when the broker likes: waits until it has taken something and found nothing more to take.
    private List<Message> settled(String topic) throws InterruptedException {
        List<Message> before = List.of();
        List<Message> now = new Witness(server).messages(topic);
        while (now.size() == PUBLISHED || before.size() != now.size()) {
            Thread.sleep(Duration.ofMillis(2_500));
            before = now;
            now = new Witness(server).messages(topic);
        }
        return now;
    }

    @Test
    void saysThatHolesMayBeAnything() throws Exception {
        try (Session session = connect()) {
            Readout readout = Readout.of(session, SessionFixture.everything(session.describe(filled().channel())));
            assertTrue(!readout.gaps().isEmpty() && readout.gaps().stream()
                    .allMatch(g -> g.reason() == GapReason.SPARSE && !g.measured()), () -> "" + readout.gaps());
        }
    }

    @Test
    void marksTheTopicAsCompacted() throws Exception {
        try (Session session = connect()) {
            assertTrue(session.list(Optional.empty(), ListQuery.ALL).items().stream()
                    .filter(n -> n.traits().contains("compacted")).anyMatch(n -> knows(n.id())));
        }
    }

    private boolean knows(ChannelId id) {
        return filled.map(f -> f.channel().equals(id)).orElse(true);
    }
}
