package dev.brokerscope.demo.sample;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.jspecify.annotations.Nullable;

/// Writes a payment in any of its schema versions: a zero byte, the schema's id in four bytes, Avro.
final class PaymentEncoder {

    private final SplittableRandom random;

    PaymentEncoder(SplittableRandom random) {
        this.random = random;
    }

    byte[] encode(PaymentSchemas.Registered registered, int number, long moment) {
        GenericRecord payment = payment(registered.schema(), number, moment);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            DataOutputStream head = new DataOutputStream(bytes);
            head.writeByte(0);
            head.writeInt(registered.id());
            BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
            new GenericDatumWriter<GenericRecord>(registered.schema()).write(payment, encoder);
            encoder.flush();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private GenericRecord payment(Schema schema, int number, long moment) {
        GenericRecordBuilder payment = new GenericRecordBuilder(schema)
                .set("paymentId", "pay_%08x".formatted(random.nextInt()))
                .set("orderId", 90_000L + number)
                .set("amount", decimal(100 + random.nextInt(250_000)))
                .set("currency", symbol(schema, "currency"))
                .set("status", symbol(schema, "status"))
                .set("createdAt", moment);
        field(schema, "customer").ifPresent(type -> payment.set("customer", customer(type, number)));
        field(schema, "traceId").filter(type -> random.nextInt(4) > 0).ifPresent(
                type -> payment.set("traceId", new UUID(random.nextLong(), random.nextLong()).toString()));
        field(schema, "method").ifPresent(type -> payment.set("method", method(type)));
        field(schema, "items").ifPresent(type -> detail(payment, type, schema, number));
        return payment.build();
    }

    private void detail(GenericRecordBuilder payment, Schema items, Schema schema, int number) {
        List<GenericRecord> list = new ArrayList<>();
        for (int item = random.nextInt(4); item > 0; item--) {
            list.add(new GenericRecordBuilder(items.getElementType()).set("sku", People.article(random).sku())
                    .set("quantity", 1 + random.nextInt(5)).build());
        }
        byte[] print = new byte[4];
        random.nextBytes(print);
        payment.set("items", list)
                .set("attributes", Map.of("channel", number % 3 == 0 ? "app" : "web"))
                .set("bookedOn", number % 4 == 0 ? null : (int) LocalDate.of(2026, 11, 20).toEpochDay() + number % 3)
                .set("fingerprint", new GenericData.Fixed(schema.getField("fingerprint").schema(), print))
                .set("riskScore", number % 97 == 0 ? Double.NaN : random.nextDouble())
                .set("note",
                        number % 3 == 0 ? "" : number % 3 == 1 ? null : "Grüße aus " + People.customer(number).city());
    }

    private static GenericRecord customer(Schema type, int number) {
        People.Customer customer = People.customer(number % 180);
        return new GenericRecordBuilder(type).set("id", customer.id()).set("name", customer.name())
                .set("email", number % 3 == 0 ? null : customer.email()).build();
    }

    private @Nullable GenericRecord method(Schema union) {
        return switch (random.nextInt(3)) {
            case 0 -> null;
            case 1 -> new GenericRecordBuilder(union.getTypes().get(1))
                    .set("iban", "DE%020d".formatted(random.nextLong(1_000_000_000_000_000_000L)))
                    .set("mandate", "M-2219-" + random.nextInt(100)).build();
            default -> new GenericRecordBuilder(union.getTypes().get(2)).set("network", "Visa")
                    .set("lastDigits", "%04d".formatted(random.nextInt(10_000)))
                    .set("expires", (int) LocalDate.of(2028, 1 + random.nextInt(12), 1).toEpochDay()).build();
        };
    }

    private GenericData.EnumSymbol symbol(Schema schema, String field) {
        Schema type = schema.getField(field).schema();
        return new GenericData.EnumSymbol(type,
                type.getEnumSymbols().get(random.nextInt(type.getEnumSymbols().size())));
    }

    private static Optional<Schema> field(Schema schema, String name) {
        return Optional.ofNullable(schema.getField(name)).map(Schema.Field::schema);
    }

    private static ByteBuffer decimal(long cents) {
        return ByteBuffer.wrap(BigInteger.valueOf(cents).toByteArray());
    }
}
