package dev.brokerscope.desktop.channel;

import dev.brokerscope.api.broker.GapReason;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.decode.RegisteredSchema;
import dev.brokerscope.api.decode.SchemaId;
import dev.brokerscope.api.decode.SchemaSource;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.api.message.Header;
import dev.brokerscope.api.message.Headers;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.TimestampType;
import dev.brokerscope.plugin.memory.MemoryBroker;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/// A channel with every kind of message: JSON, XML, Avro of two versions, what is broken, empty, null, binary or huge.
final class SampleChannel {

    static final int PARTITIONS = 12;
    private static final String SCHEMA = """
            {"type":"record","name":"Payment","namespace":"com.acme","fields":[
            {"name":"paymentId","type":"string"},{"name":"orderId","type":"long"},
            {"name":"customer","type":{"type":"record","name":"Customer","fields":[{"name":"id","type":"long"},
             {"name":"name","type":"string"},{"name":"email","type":["null","string"]}]}},
            {"name":"amount","type":{"type":"bytes","logicalType":"decimal","precision":12,"scale":2}},
            {"name":"currency","type":{"type":"enum","name":"Currency","symbols":["EUR","CHF","USD"]}},
            {"name":"status","type":{"type":"enum","name":"Status","symbols":["PENDING","AUTHORISED","DECLINED"]}},
            {"name":"createdAt","type":{"type":"long","logicalType":"timestamp-millis"}},
            {"name":"note","type":["null","string"]}]}""";
    private static final int BEFORE = 60;

    private final MemoryBroker broker;
    private final String name;
    private long time = noon();

    SampleChannel(MemoryBroker broker, String name) {
        this.broker = broker;
        this.name = name;
    }

    /// Knows schema 42 and no other.
    static SchemaSource schemas() {
        return id -> {
            if (!id.value().equals("42")) {
                throw new FaultException(FaultKind.NOT_FOUND, "schema.unknown",
                        "Schema " + id.value() + " is not in the registry.", "Check the registry's address.");
            }
            return new RegisteredSchema(new SchemaId("id:42"), "memory", "AVRO", SCHEMA, List.of(),
                    List.of(new RegisteredSchema.SubjectVersion("payments-value", 7)));
        };
    }

    ChannelId fill() throws FaultException {
        ChannelId id = broker.create(name, PARTITIONS, Map.of("cleanup.policy", "delete", "retention.ms", "604800000",
                "max.message.bytes", "10485760", "min.insync.replicas", ""));
        for (int i = 0; i < BEFORE * 10; i++) {
            payment(i * 7 % PARTITIONS, 90_100 + i, 42, "EUR");
        }
        ugly();
        for (int i = 0; i < 24; i++) {
            payment(i * 5 % PARTITIONS, 90_800 + i, 42, i % 3 == 0 ? "CHF" : "EUR");
            if (i == 6) {
                someOthers();
            }
        }
        return id;
    }

    private void ugly() throws FaultException {
        publish(5, "PAY-big", ("{\"blob\":\"" + "x".repeat(5_000_000) + "\",\"end\":true}").getBytes(utf8()));
        publish(1, "PAY-note", "Just a line of text, without any format.".getBytes(utf8()));
    }

    private void someOthers() throws FaultException {
        publish(10, "PAY-88120", null);
        publish(0, "PAY-90405", """
                {"status":"PENDING","amount":17.50,"id":9007199254740993,"status":"twice","pos":{"till":4,"open":true}}\
                """.getBytes(utf8()));
        publish(8, "PAY-90423", new byte[0]);
        publish(2, "PAY-90419", "{\"paymentId\": \"pay_legacy_222\", \"status\": \"DECLI".getBytes(utf8()));
        broker.hole(name, 3, 3, GapReason.TRANSACTIONAL);
        payment(3, 90_421, 42, "USD");
        broker.publish(name, message(4).key(new byte[]{0x7f, 0, 0x1c, (byte) 0xa4})
                .value(Bytes.hex("c84f001a7e91d355 0b62e9ff0013").toArray()).build());
        publish(9, "PAY-90430", """
                <?xml version="1.0"?><payment status="PENDING" id="pay_77"><amount currency="EUR">15.20</amount>\
                <!-- by hand --><customer>Müller &amp; Söhne</customer></payment>""".getBytes(utf8()));
        payment(0, 90_434, 58, "EUR");
        broker.publish(name, message(5).value("{\"key\":null}".getBytes(utf8())).build());
    }

    private void payment(int partition, int order, int schema, String currency) throws FaultException {
        BigDecimal amount = BigDecimal.valueOf(order * 37L % 250_000, 2);
        byte[] value = AvroBytes.withSchema(schema).text("pay_8f3c" + Integer.toHexString(order)).number(order)
                .number(9_007_199_254_740_993L).text("Müller & Söhne GmbH").number(0)
                .bytes(amount.unscaledValue().toByteArray()).number(List.of("EUR", "CHF", "USD").indexOf(currency))
                .number(order % 3).number(time).number(1).text("").done();
        publish(partition, "PAY-" + order, value);
    }

    private void publish(int partition, String key, byte @org.jspecify.annotations.Nullable [] value)
            throws FaultException {
        broker.publish(name, message(partition).key(key.getBytes(utf8())).value(value).build());
    }

    private Message.Builder message(int partition) {
        time += 317;
        return Message.at(partition, 0, 0).timestamp(time, TimestampType.CREATE).headers(Headers.of(
                Header.of("content-type", "application/octet-stream"), Header.of("trace", "4bf92f3577b34da6"),
                Header.of("dup", "first"), Header.of("dup", "second"), Header.ofNull("nothing"),
                Header.of("blank", Bytes.EMPTY), Header.of("bin", Bytes.hex("00ff10"))));
    }

    private static java.nio.charset.Charset utf8() {
        return StandardCharsets.UTF_8;
    }

    private static long noon() {
        return LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC).atTime(9, 38).toInstant(ZoneOffset.UTC)
                .toEpochMilli();
    }
}
