package dev.brokerscope.brokers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.api.broker.BrokerPlugin;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.channel.Impact;
import dev.brokerscope.api.channel.MessagePart;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.settings.Settings;
import dev.brokerscope.core.job.Outcome;
import dev.brokerscope.core.place.Places;
import dev.brokerscope.core.plugin.PluginHost;
import dev.brokerscope.kafka.testkit.KafkaServer;
import dev.brokerscope.kafka.testkit.SharedKafka;
import dev.brokerscope.rabbitmq.testkit.RabbitServer;
import dev.brokerscope.rabbitmq.testkit.SharedRabbit;
import dev.brokerscope.redis.testkit.RedisServer;
import dev.brokerscope.redis.testkit.SharedRedis;
import dev.brokerscope.testkit.Comparison;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// From each broker into each other one: what is lost is what was said before, and nothing else.
@ExtendWith({SharedKafka.class, SharedRedis.class, SharedRabbit.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CrossingTest {

    private static final int MESSAGES = 120;

    private final PluginHost plugins;
    private final List<Side> sides;
    private final Side memory;
    private final Side kafka;
    private final Side redis;
    private final Path folder;

    CrossingTest(KafkaServer kafkaServer, RedisServer redisServer, RabbitServer rabbit, @TempDir Path folder) {
        this.folder = folder;
        plugins = PluginHost.load(List.of(Path.of("target", "plugins")), Places.under(folder.resolve("home")));
        memory = Side.of(broker("memory"), broker("memory").scratch("crossing").orElseThrow(), "channel");
        kafka = Side.of(broker("kafka"),
                Settings.EMPTY.with("bootstrap.servers", kafkaServer.bootstrapServers()), "topic");
        redis = Side.of(broker("redis"), Settings.EMPTY.with("hosts", redisServer.address()), "stream");
        Settings rabbitSettings = Settings.EMPTY.with("hosts", rabbit.address())
                .with("management.url", rabbit.management().url())
                .with("stream.hosts", "127.0.0.1:" + rabbit.streamPort());
        sides = List.of(memory, kafka, redis, Side.of(broker("rabbitmq"), rabbitSettings, "queue"),
                Side.of(broker("rabbitmq"), rabbitSettings, "stream"));
    }

    private BrokerPlugin broker(String id) {
        return plugins.broker(id).orElseThrow();
    }

    @AfterAll
    void unload() {
        plugins.close();
    }

    @TestFactory
    Stream<DynamicTest> losesWhatWasSaidAndNothingElse() {
        return sides.stream().flatMap(from -> sides.stream().filter(to -> !to.plugin().equals(from.plugin()))
                .map(to -> DynamicTest.dynamicTest(from + " into " + to, () -> cross(from, to))));
    }

    private void cross(Side from, Side to) throws Exception {
        ChannelId channel = Crossing.filled(from, 1, MESSAGES);
        Crossing crossing = new Crossing(folder);
        Crossing.Result result = crossing.restore(crossing.archive(from, channel), channel, to);
        assertEquals(MESSAGES, result.restored().size());
        Set<String> said = new HashSet<>(Losses.said(result.said().fidelity()));
        said.addAll(Losses.said(result.report().dryRun().fidelity()));
        var found = Losses.found(result.archived(), result.restored());
        // everything came from one partition: a broker without partitions takes nothing away
        said.remove("Partition");
        if (hasNoNulls(result.archived())) {
            said.remove("Null and empty");
        }
        assertEquals(said, found.keySet(),
                () -> "said before: " + result.said().fidelity().lines() + ", found: " + found);
        assertEquals(Outcome.COMPLETE, result.report().outcome(), result.report().text());
        if (!hides(to, result.target())) {
            assertTrue(result.report().comparison().orElseThrow().equal(), result.report().text());
        }
    }

    private static boolean hasNoNulls(List<Message> messages) {
        return messages.stream().allMatch(m -> m.value().isPresent());
    }

    private static boolean hides(Side side, ChannelId channel) throws Exception {
        try (var session = side.connect()) {
            return session.describe(channel).profile().impact().stream().anyMatch(Impact::needsConsent);
        }
    }

    @Test
    void bringsHomeWhatWentThroughAnotherBroker() throws Exception {
        List<String> problems = new ArrayList<>();
        for (Side between : List.of(memory, redis)) {
            ChannelId channel = Crossing.filled(kafka, 1, MESSAGES);
            Crossing crossing = new Crossing(folder);
            Crossing.Result out = crossing.restore(crossing.archive(kafka, channel), channel, between);
            Crossing.Result home = crossing.restore(crossing.archive(between, out.target()), out.target(), kafka);
            Comparison.of(out.archived(), home.restored()).differences().forEach((part, difference) -> {
                if (part != MessagePart.POSITION) {
                    problems.add(between + ": " + part + ": " + difference);
                }
            });
        }
        assertEquals(List.of(), problems);
    }

    @Test
    void keepsPartitionsBetweenBrokersThatHaveThem() throws Exception {
        Crossing crossing = new Crossing(folder);
        for (Side from : List.of(memory, kafka)) {
            Side to = from.equals(memory) ? kafka : memory;
            ChannelId channel = Crossing.filled(from, 3, MESSAGES);
            Crossing.Result result = crossing.restore(crossing.archive(from, channel), channel, to);
            assertEquals(Losses.said(result.said().fidelity()),
                    Losses.found(result.archived(), result.restored()).keySet());
        }
    }
}
