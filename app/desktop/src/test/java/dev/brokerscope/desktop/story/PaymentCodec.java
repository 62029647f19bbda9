package dev.brokerscope.desktop.story;

import dev.brokerscope.kafka.testkit.registry.RegisteredSchema;
import dev.brokerscope.kafka.testkit.registry.SchemaRegistryServer;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;

/// Writes payments in either version of their schema: a zero byte, the id at the registry, Avro.
final class PaymentCodec {

    private record Version(int id, Schema schema) {}

    /// What stands in a payment; the first version has no room for the customer.
    record Payment(int number, String customer, long cents, int status, long moment) {}

    private final List<Version> versions;

    PaymentCodec(SchemaRegistryServer registry) throws IOException {
        registry.continueAt(41);
        versions = List.of(register(registry, "payment-v1.avsc"), register(registry, "payment-v2.avsc"));
    }

    byte[] encode(int version, Payment payment) throws IOException {
        Version written = versions.get(version - 1);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream head = new DataOutputStream(bytes);
        head.writeByte(0);
        head.writeInt(written.id());
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        new GenericDatumWriter<GenericRecord>(written.schema()).write(record(written.schema(), payment), encoder);
        encoder.flush();
        return bytes.toByteArray();
    }

    private static GenericRecord record(Schema schema, Payment payment) {
        GenericRecordBuilder record = new GenericRecordBuilder(schema)
                .set("paymentId", "pay_%08x".formatted(payment.number() * 0x9e3779b9))
                .set("orderId", 90_000L + payment.number())
                .set("amount", ByteBuffer.wrap(BigInteger.valueOf(payment.cents()).toByteArray()))
                .set("currency", symbol(schema, "currency", payment.number() % 3))
                .set("status", symbol(schema, "status", payment.status()))
                .set("createdAt", payment.moment());
        if (schema.getField("customer") != null) {
            record.set("customer", customer(schema.getField("customer").schema(), payment))
                    .set("method", payment.number() % 3 == 0 ? null : debit(schema, payment.number()))
                    .set("note", payment.number() % 4 == 0 ? "Grüße" : payment.number() % 2 == 0 ? "" : null);
        }
        return record.build();
    }

    private static GenericRecord customer(Schema schema, Payment payment) {
        return new GenericRecordBuilder(schema).set("id", 9_007_199_254_740_993L + payment.number())
                .set("name", payment.customer())
                .set("email", payment.number() % 3 == 1 ? null : "customer@example.org").build();
    }

    private static GenericRecord debit(Schema schema, int number) {
        return new GenericRecordBuilder(schema.getField("method").schema().getTypes().get(1))
                .set("iban", "DE89370400440532%06d".formatted(number)).set("mandate", "M-2219-" + number % 100).build();
    }

    private static GenericData.EnumSymbol symbol(Schema schema, String field, int index) {
        Schema type = schema.getField(field).schema();
        return new GenericData.EnumSymbol(type, type.getEnumSymbols().get(index % type.getEnumSymbols().size()));
    }

    private static Version register(SchemaRegistryServer registry, String file) throws IOException {
        try (InputStream in = PaymentCodec.class.getResourceAsStream(file)) {
            String text = new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
            return new Version(registry.register("payments-value", RegisteredSchema.avro(text)),
                    new Schema.Parser().parse(text));
        }
    }
}
