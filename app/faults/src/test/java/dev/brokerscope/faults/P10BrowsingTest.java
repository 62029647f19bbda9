package dev.brokerscope.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.brokerscope.api.broker.Batch;
import dev.brokerscope.api.broker.ChannelDefinitions;
import dev.brokerscope.api.broker.Cursor;
import dev.brokerscope.api.broker.End;
import dev.brokerscope.api.broker.GroupStates;
import dev.brokerscope.api.broker.Isolation;
import dev.brokerscope.api.broker.ListQuery;
import dev.brokerscope.api.broker.OpenRequest;
import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.broker.Start;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.core.connection.OpenConnection;
import dev.brokerscope.faults.harness.Campaign;
import dev.brokerscope.kafka.testkit.KafkaServer;
import dev.brokerscope.kafka.testkit.SharedKafka;
import dev.brokerscope.kafka.testkit.Topics;
import dev.brokerscope.kafka.testkit.TortureTopic;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// P10: browsing changes nothing on the broker: no topic, no setting, no group, no position.
@ExtendWith(SharedKafka.class)
class P10BrowsingTest {

    @TempDir
    Path folder;

    @Test
    void leavesNoTrace(KafkaServer kafka) throws Exception {
        List<String> topics = List.of(Topics.fresh("browse"), Topics.fresh("browse"));
        for (String topic : topics) {
            TortureTopic.create(kafka, topic, 3, 7).fill(300);
        }
        BrokerState.commit(kafka, topics.getFirst(), "billing");
        String before = BrokerState.of(kafka, topics);
        try (AtKafka program = AtKafka.of(folder, kafka.bootstrapServers()); OpenConnection open = program.open()) {
            Campaign.of("P10", "actions of browsing", 500, 2_500).run((random, _) -> {
                String topic = random.nextInt(20) == 0 ? "no-such-topic" : topics.get(random.nextInt(2));
                try {
                    act(open.session(), AtKafka.topic(topic), random);
                } catch (FaultException refused) {
                    assertEquals("no-such-topic", topic, refused.toString());
                }
            });
        }
        assertEquals(before, BrokerState.of(kafka, topics));
    }

    private static void act(Session session, ChannelId topic, SplittableRandom random) throws Exception {
        switch (random.nextInt(8)) {
            case 0 -> session.list(Optional.empty(), ListQuery.ALL);
            case 1 -> session.describe(topic);
            case 2 -> session.ends(Set.of(topic), random.nextBoolean() ? Isolation.ALL : Isolation.COMMITTED);
            case 3 -> session.extension(GroupStates.class).orElseThrow().groups(topic);
            case 4 -> session.extension(ChannelDefinitions.class).orElseThrow().define(topic);
            default -> read(session, topic, random);
        }
    }

    private static void read(Session session, ChannelId topic, SplittableRandom random) throws Exception {
        Start start = List.of(new Start.Earliest(), new Start.Latest(), new Start.LastN(10),
                new Start.AtTime(1_790_000_000_000L + random.nextInt(100_000))).get(random.nextInt(4));
        End end = random.nextInt(3) == 0 ? new End.Follow() : new End.Snapshot();
        OpenRequest request = OpenRequest.everything(topic).from(start).to(end)
                .isolated(random.nextBoolean() ? Isolation.ALL : Isolation.COMMITTED)
                .limited(new OpenRequest.Limits(1 + random.nextInt(200), 1 << 20));
        try (Cursor cursor = session.open(request)) {
            Batch batch = cursor.next(Duration.ofMillis(20));
            for (int i = 0; i < 3 && !batch.end(); i++) {
                batch = cursor.next(Duration.ofMillis(20));
            }
        }
    }
}
