package dev.brokerscope.plugin.rabbitmq;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.GetResponse;
import dev.brokerscope.api.broker.PublishRequest;
import dev.brokerscope.api.broker.WritableSession;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.plugin.rabbitmq.message.RabbitAttributes;
import dev.brokerscope.rabbitmq.testkit.RabbitServer;
import dev.brokerscope.rabbitmq.testkit.SharedRabbit;
import dev.brokerscope.testkit.Publishing;
import dev.brokerscope.testkit.Readout;
import dev.brokerscope.testkit.SessionFixture;
import java.math.BigDecimal;
import java.util.Date;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What was read from a queue and published into another is the same to a client that shares nothing with the plugin.
@ExtendWith(SharedRabbit.class)
final class QueueRestoreTest {

    private static final int MESSAGES = 300;

    private final RabbitServer server;
    private final String name = "restore-" + UUID.randomUUID();

    QueueRestoreTest(RabbitServer server) {
        this.server = server;
    }

    @ParameterizedTest
    @ValueSource(strings = {"classic", "quorum"})
    void restoresMessagesThatAnIndependentClientFindsTheSame(String type) throws Exception {
        ChannelId source = ChannelId.of("queue", name);
        ChannelId target = ChannelId.of("queue", name + "-copy");
        try (PlainClient client = new PlainClient(server); WritableSession session = Connecting.to(server).writing()) {
            client.queue(source.name(), Map.of("x-queue-type", type));
            client.queue(target.name(), Map.of("x-queue-type", type));
            for (int i = 0; i < MESSAGES; i++) {
                client.publish("", source.name(), properties(i), i % 10 == 0 ? "" : "body ä " + i);
            }
            client.awaitReady(source.name(), MESSAGES);
            List<Message> all = Readout.of(session, SessionFixture.everything(session.describe(source))).messages();
            Publishing.allOf(session, PublishRequest.restore(target), all, RabbitAttributes.SCHEMA);
            client.awaitReady(source.name(), MESSAGES);
            assertEquals(words(client.drain(source.name())), words(client.drain(target.name())));
        }
    }

    private static BasicProperties properties(int i) {
        Map<String, Object> headers = new HashMap<>(Map.of("int", i, "long", (long) i << 40, "double", i / 3.0, "yes",
                i % 2 == 0, "price", new BigDecimal("12.34"), "when", new Date(1_700_000_000_000L + i * 1000L), "raw",
                new byte[]{1, 2, (byte) i}, "list", List.of("a", 1, List.of(true)), "nested",
                Map.of("a", Map.of("b", i)),
                "text", "ä" + i));
        headers.put("none", null);
        return new BasicProperties.Builder().headers(headers).contentType("text/plain").contentEncoding("utf-8")
                .deliveryMode(i % 3 == 0 ? 1 : 2).priority(i % 10).correlationId("c" + i).replyTo("answers")
                .messageId("id-" + i).timestamp(new Date(1_700_000_000_000L + i * 1000L)).type("order").appId("shop")
                .build();
    }

    private static List<String> words(List<GetResponse> responses) {
        return responses.stream().map(response -> {
            BasicProperties p = response.getProps();
            Map<String, Object> headers = new TreeMap<>(p.getHeaders());
            headers.remove("x-delivery-count"); // that of the browsing
            return HexFormat.of().formatHex(response.getBody()) + " " + deep(headers) + " " + p.getContentType() + " "
                    + p.getContentEncoding() + " " + p.getDeliveryMode() + " " + p.getPriority() + " "
                    + p.getCorrelationId() + " " + p.getReplyTo() + " " + p.getMessageId() + " " + p.getTimestamp()
                    + " " + p.getType() + " " + p.getAppId() + " " + p.getExpiration() + " " + p.getUserId();
        }).toList();
    }

    /// With the Java type of each value, since that is the type on the wire.
    private static String deep(Object value) {
        return switch (value) {
            case null -> "null";
            case byte[] bytes -> "bytes " + HexFormat.of().formatHex(bytes);
            case Map<?, ?> map -> {
                TreeMap<String, String> sorted = new TreeMap<>();
                map.forEach((key, one) -> sorted.put(key.toString(), deep(one)));
                yield sorted.toString();
            }
            case List<?> list -> list.stream().map(QueueRestoreTest::deep).toList().toString();
            default -> value.getClass().getSimpleName() + " " + value;
        };
    }
}
