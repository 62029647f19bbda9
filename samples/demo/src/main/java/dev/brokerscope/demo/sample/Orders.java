package dev.brokerscope.demo.sample;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/// `orders`: nested JSON, 64-bit ids, exact decimals, headers of a traced service, a key per order.
public record Orders(Timeline timeline, int count) implements SampleTopic {

    private static final List<String> STATES = List.of("PLACED", "PAID", "PACKED", "SHIPPED", "DELIVERED", "RETURNED");

    @Override
    public String name() {
        return "orders";
    }

    @Override
    public int partitions() {
        return 6;
    }

    @Override
    public Map<String, String> config() {
        return Map.of();
    }

    @Override
    public void fill(SampleWriter writer) {
        SplittableRandom random = new SplittableRandom(1);
        long[] moments = timeline.moments(count, random);
        for (int i = 0; i < count; i++) {
            int number = i / 2 + random.nextInt(2);
            String state = STATES.get(random.nextInt(STATES.size()));
            SampleMessage message = SampleMessage.to(name(), moments[i])
                    .key("ORD-" + (90_000 + number))
                    .value(order(number, state, moments[i], random).toString())
                    .header("type", "order." + state.toLowerCase(Locale.ROOT))
                    .header("traceparent", People.trace(random))
                    .header("content-type", "application/json");
            if (i % 7 == 0) {
                message.header("tag", "gift").header("tag", "express");
            }
            writer.send(message.build());
        }
    }

    private static ObjectNode order(int number, String state, long moment, SplittableRandom random) {
        People.Customer customer = People.customer(number % 180);
        ObjectNode order = JsonNodeFactory.instance.objectNode();
        order.put("id", Long.MAX_VALUE - 1_000_000L + number).put("number", "ORD-" + (90_000 + number))
                .put("state", state).put("placedAt", Instant.ofEpochMilli(moment).toString());
        ObjectNode who = order.putObject("customer");
        who.put("id", customer.id()).put("name", customer.name()).put("email", customer.email());
        ObjectNode address = who.putObject("address");
        address.put("city", customer.city()).put("country", customer.country());
        int total = 0;
        var lines = order.putArray("lines");
        for (int line = 1 + random.nextInt(4); line > 0; line--) {
            People.Article article = People.article(random);
            int quantity = 1 + random.nextInt(3);
            total += article.cents() * quantity;
            lines.addObject().put("sku", article.sku()).put("name", article.name()).put("quantity", quantity)
                    .put("price", BigDecimal.valueOf(article.cents(), 2));
        }
        order.put("total", BigDecimal.valueOf(total, 2)).put("currency", "EUR");
        order.put("vatRate", new BigDecimal("0.1900000000000000000001"));
        if (number % 5 == 0) {
            order.put("note", "Bitte klingeln — \"2. Hinterhof\"\nor leave at the café ☕");
        } else {
            order.putNull("note");
        }
        return order;
    }
}
