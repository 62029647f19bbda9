package dev.brokerscope.desktop.story;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/// Messages as a shop sends them: orders in JSON, invoices in XML, payments in Avro. The same ones on every run; the
/// newest of each topic is from 22 November 2026, shortly before a quarter to ten.
final class ShopMessages {

    private static final long NEWEST = Instant.parse("2026-11-22T09:43:12.154Z").toEpochMilli();
    private static final List<String> CUSTOMERS = List.of("Müller & Söhne GmbH", "Åsa Lindqvist", "Marek Dvořák",
            "Zoë O'Brien", "José Ángel Núñez", "Chloé Lefèvre", "Bäckerei Schröder", "李小龍");
    private static final List<String> STATES = List.of("PLACED", "PAID", "PACKED", "SHIPPED", "DELIVERED");
    private static final List<String> ARTICLES =
            List.of("Darjeeling, 250 g", "Teapot, cast iron", "Cup & saucer", "Kettle 1.7 l", "Shortbread <butter>");

    private final SplittableRandom random = new SplittableRandom(2026);
    private final Consumer<ProducerRecord<byte[], byte[]>> out;

    ShopMessages(Consumer<ProducerRecord<byte[], byte[]>> out) {
        this.out = out;
    }

    void orders(int count) {
        for (int i = 0; i < count; i++) {
            String state = STATES.get(random.nextInt(STATES.size()));
            String order = """
                    {"id":%d,"number":"ORD-%d","state":"%s","placedAt":"%s",\
                    "customer":{"id":%d,"name":"%s"},"lines":[{"name":"%s","quantity":%d,"price":%d.%02d}],\
                    "total":%d.90,"vatRate":0.1900000000000000000001,"note":%s}"""
                    .formatted(Long.MAX_VALUE - 1_000_000L + i, 90_000 + i, state, Instant.ofEpochMilli(time(i, count)),
                            9_007_199_254_740_993L + i, CUSTOMERS.get(i % CUSTOMERS.size()),
                            ARTICLES.get(i % ARTICLES.size()), 1 + i % 3, 4 + i % 90, i % 100, 10 + i % 900,
                            i % 5 == 0 ? "\"ring twice — \\\"2nd yard\\\" ☕\"" : "null");
            send("orders", "ORD-" + (90_000 + i), order.getBytes(UTF_8), time(i, count),
                    "type", "order." + state.toLowerCase(java.util.Locale.ROOT), "trace", "00-%016x".formatted(i));
        }
    }

    void invoices(int count) {
        for (int i = 0; i < count; i++) {
            String invoice = """
                    <?xml version="1.0" encoding="UTF-8"?>
                    <!-- made by billing 4.2 -->
                    <inv:invoice xmlns:inv="urn:example:invoice:3" id="INV-%d" draft="false">
                      <inv:buyer id="%d">%s</inv:buyer>
                      <inv:note xml:lang="de">Zahlbar in <b>14 Tagen</b>, Grüße</inv:note>
                      <inv:line sku="TEA-0042"><inv:text><![CDATA[%s]]></inv:text></inv:line>
                      <inv:total currencyID="EUR">%d.50</inv:total>
                    </inv:invoice>
                    """.formatted(2_026_000 + i, 9_007_199_254_740_993L + i,
                    CUSTOMERS.get(i % CUSTOMERS.size()).replace("&", "&amp;"), ARTICLES.get(i % ARTICLES.size()),
                    10 + i);
            send("invoices", "INV-" + (2_026_000 + i), invoice.getBytes(UTF_8), time(i, count),
                    "content-type", "application/xml");
        }
    }

    /// The first third is in the old version of the schema; here and there something else stands between.
    void payments(int count, PaymentCodec codec) throws IOException {
        for (int i = 0; i < count; i++) {
            String key = "PAY-" + (89_700 + i);
            byte[] value = codec.encode(i < count / 3 || i % 11 == 0 ? 1 : 2, new PaymentCodec.Payment(i,
                    CUSTOMERS.get(i % CUSTOMERS.size()), 500 + random.nextInt(250_000), random.nextInt(5),
                    time(i, count)));
            boolean odd = i > count - 40;
            if (odd && i % 9 == 1) {
                send("payments", key, null, time(i, count));
            } else if (odd && i % 9 == 4) {
                send("payments", key, "{\"status\":\"PENDING\",\"amount\":17.5,\"pay".getBytes(UTF_8), time(i, count));
            } else if (odd && i % 9 == 7) {
                send("payments", key, new byte[0], time(i, count));
            } else {
                send("payments", key, value, time(i, count), "type", "payment", "trace", "00-%016x".formatted(i),
                        "attempt", "1", "attempt", "2");
            }
        }
    }

    void profiles(int count) {
        for (int i = 0; i < count; i++) {
            String profile = "{\"id\":%d,\"name\":\"%s\",\"newsletter\":%b}".formatted(i,
                    CUSTOMERS.get(i % CUSTOMERS.size()), i % 2 == 0);
            send("customer-profiles", "C-" + i % 90, i % 13 == 0 ? null : profile.getBytes(UTF_8), time(i, count));
        }
    }

    void shipments(int count) {
        for (int i = 0; i < count; i++) {
            send("shipments.eu", "SHP-" + i, "{\"shipment\":%d,\"weight\":%d.25}".formatted(i, i % 30).getBytes(UTF_8),
                    time(i, count));
        }
    }

    /// Closer and closer together, some milliseconds apart at the end.
    private static long time(int index, int count) {
        long back = count - 1 - index;
        return NEWEST - back * 613 - back * back * 4;
    }

    private void send(String topic, String key, byte @Nullable [] value, long time, String... headers) {
        ProducerRecord<byte[], byte[]> message =
                new ProducerRecord<>(topic, null, time, key.getBytes(UTF_8), value);
        for (int i = 0; i < headers.length; i += 2) {
            message.headers().add(headers[i], headers[i + 1].getBytes(UTF_8));
        }
        out.accept(message);
    }
}
