package dev.brokerscope.demo.sample;

import dev.brokerscope.kafka.testkit.registry.RegisteredSchema;
import dev.brokerscope.kafka.testkit.registry.RegisteredSchema.Reference;
import dev.brokerscope.kafka.testkit.registry.SchemaRegistryServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.avro.Schema;

/// The three versions of `payments-value` and the schema they refer to, registered in their historical order.
final class PaymentSchemas {

    /// A version of the payment schema and its id at the registry.
    record Registered(int version, int id, Schema schema) {}

    private static final String CUSTOMER = "payment-customer.avsc";

    private PaymentSchemas() {
    }

    static List<Registered> register(SchemaRegistryServer registry) {
        Registered first = version(registry, 1);
        registry.register("customer", RegisteredSchema.avro(text(CUSTOMER)));
        return List.of(first, version(registry, 2), version(registry, 3));
    }

    private static Registered version(SchemaRegistryServer registry, int version) {
        String text = text("payment-v" + version + ".avsc");
        RegisteredSchema schema = RegisteredSchema.avro(text);
        Schema.Parser parser = new Schema.Parser();
        if (version > 1) {
            schema = schema.referring(new Reference("shop.Customer", "customer", 1));
            parser.parse(text(CUSTOMER));
        }
        return new Registered(version, registry.register("payments-value", schema), parser.parse(text));
    }

    private static String text(String name) {
        try (InputStream in = PaymentSchemas.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The demo lacks " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
