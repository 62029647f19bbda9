package dev.brokerscope.kafka.testkit.registry;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/// What an id stands for: type (`AVRO`, `JSON`, `PROTOBUF`), text and references. Equal ones share one id.
public record RegisteredSchema(String type, String text, List<Reference> references) {

    /// A name used in the text, and the subject and version that define it.
    public record Reference(String name, String subject, int version) {}

    public RegisteredSchema {
        references = List.copyOf(references);
    }

    /// An Avro schema without references.
    public static RegisteredSchema avro(String text) {
        return new RegisteredSchema("AVRO", text, List.of());
    }

    /// The same, with references.
    public RegisteredSchema referring(Reference... to) {
        return new RegisteredSchema(type, text, List.of(to));
    }

    /// The same id in every registry that holds this schema (header mode of newer serializers writes it).
    public UUID guid() {
        return UUID.nameUUIDFromBytes((type + '\n' + text + '\n' + references).getBytes(StandardCharsets.UTF_8));
    }
}
