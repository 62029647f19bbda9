package dev.brokerscope.demo.other;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brokerscope.rabbitmq.testkit.RabbitManagement;
import dev.brokerscope.rabbitmq.testkit.RabbitServer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;

/// A classic queue, a quorum queue, a queue of dead letters and a stream of RabbitMQ, and the exchange `shop` that feeds
/// the first; written by the management interface, which takes a message at a time.
public final class RabbitSamples {

    public static final List<String> CHANNELS = List.of("orders", "invoices", "payments.dlq", "payments");

    private static final int MOST = 120;

    private RabbitSamples() {}

    /// @return how many messages were written
    public static long fill(RabbitServer server, Function<String, List<Sample>> topics) {
        RabbitManagement rabbit = server.management();
        declare(rabbit, "orders", "classic");
        declare(rabbit, "invoices", "quorum");
        declare(rabbit, "payments.dlq", "classic");
        declare(rabbit, "payments", "stream");
        rabbit.put("/api/exchanges/%2F/shop", "{\"type\":\"topic\",\"durable\":true}");
        rabbit.post("/api/bindings/%2F/e/shop/q/orders", "{\"routing_key\":\"order.#\"}");
        long written = 0;
        for (String channel : CHANNELS) {
            List<Sample> samples = topics.apply(channel).stream().filter(s -> s.value().isPresent()).limit(MOST)
                    .toList();
            boolean exchange = channel.equals("orders");
            for (Sample sample : samples) {
                rabbit.post("/api/exchanges/%2F/" + (exchange ? "shop" : "amq.default") + "/publish",
                        message(sample, exchange ? "order.placed" : channel).toString());
            }
            written += samples.size();
        }
        return written;
    }

    private static void declare(RabbitManagement rabbit, String queue, String type) {
        rabbit.put("/api/queues/%2F/" + RabbitManagement.encoded(queue),
                "{\"durable\":true,\"arguments\":{\"x-queue-type\":\"" + type + "\"}}");
    }

    private static ObjectNode message(Sample sample, String routingKey) {
        ObjectNode message = JsonNodeFactory.instance.objectNode();
        ObjectNode properties = message.putObject("properties");
        properties.put("delivery_mode", 2).put("timestamp", sample.time() / 1_000);
        sample.key().ifPresent(key -> properties.put("message_id", text(key)));
        ObjectNode headers = properties.putObject("headers");
        sample.headers().forEach(header -> headers.put(header.getKey(), text(header.getValue())));
        String type = headers.path("content-type").asText("");
        if (!type.isEmpty()) {
            properties.put("content_type", type);
        }
        message.put("routing_key", routingKey).put("payload_encoding", "base64")
                .put("payload", Base64.getEncoder().encodeToString(sample.value().orElseThrow()));
        return message;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
