package dev.brokerscope.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.demo.other.RabbitSamples;
import dev.brokerscope.demo.other.RedisSamples;
import dev.brokerscope.demo.other.Sample;
import dev.brokerscope.rabbitmq.testkit.RabbitManagement;
import dev.brokerscope.rabbitmq.testkit.RabbitServer;
import dev.brokerscope.rabbitmq.testkit.SharedRabbit;
import dev.brokerscope.redis.testkit.RedisServer;
import dev.brokerscope.redis.testkit.RedisWire;
import dev.brokerscope.redis.testkit.SharedRedis;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Samples of the brokers beside Kafka, where their servers are.
final class OtherBrokersTest {

    private static List<Sample> forty(String topic) {
        return LongStream.range(0, 40).mapToObj(i -> new Sample(1_700_000_000_000L + i / 2, Optional.of(bytes("k" + i)),
                i == 7 ? Optional.empty() : Optional.of(bytes("{\"of\":\"" + topic + "\"}")),
                List.of(Map.entry("content-type", bytes("application/json"))))).toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Nested
    @ExtendWith(SharedRedis.class)
    final class OfRedis {

        @Test
        void areEntriesWithTheIdsOfTheirTimesAndGroupsWithPendingOnes(RedisServer server) {
            assertEquals(40 * RedisSamples.STREAMS.size(), RedisSamples.fill(server, OtherBrokersTest::forty));
            try (RedisWire wire = server.wire()) {
                assertEquals(40, wire.whole("XLEN", "invoices"));
                assertEquals(2, wire.list("XRANGE", "orders", "1700000000003-0", "1700000000003-9").size());
                assertEquals(25L, wire.list("XPENDING", "orders", "billing").getFirst());
            }
        }
    }

    @Nested
    @ExtendWith(SharedRabbit.class)
    final class OfRabbit {

        @Test
        void areMessagesInQueuesOfEachKindAndAStream(RabbitServer server) {
            assertEquals(39 * RabbitSamples.CHANNELS.size(), RabbitSamples.fill(server, OtherBrokersTest::forty));
            RabbitManagement management = server.management();
            String queues = management.get("/api/queues");
            for (String type : List.of("classic", "quorum", "stream")) {
                assertTrue(queues.contains("\"type\":\"" + type + "\""), () -> type + " in " + queues);
            }
            String got = management.post("/api/queues/%2F/orders/get",
                    "{\"count\":100,\"ackmode\":\"ack_requeue_true\",\"encoding\":\"auto\"}");
            assertEquals(40, got.split("\"routing_key\":\"order.placed\"", -1).length, got);
        }
    }
}
