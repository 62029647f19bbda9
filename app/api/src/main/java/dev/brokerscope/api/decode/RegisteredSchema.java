package dev.brokerscope.api.decode;

import java.util.List;

/// A schema as a registry, a file or an archive holds it.
///
/// @param registry where it comes from: a URL without user information, `file`, or an archive's record of it
/// @param kind `AVRO`, `JSON`, `PROTOBUF`
/// @param references the schemas its text names, in the registry's order
public record RegisteredSchema(SchemaId id, String registry, String kind, String content, List<Reference> references,
        List<SubjectVersion> subjects) {

    /// @param name as the text writes it
    public record Reference(String name, RegisteredSchema schema) {}

    public record SubjectVersion(String subject, int version) {}

    public RegisteredSchema {
        references = List.copyOf(references);
        subjects = List.copyOf(subjects);
    }
}
