package dev.brokerscope.core.decode;

import dev.brokerscope.api.decode.Decoded;
import dev.brokerscope.api.decode.RegisteredSchema.SubjectVersion;
import java.util.List;

/// The format of a payload in one or two words: `Avro v7`, `JSON broken`, `Tombstone`.
///
/// @param decoder the id of the decoder, which decides the colour; empty where none was asked
public record Badge(String text, Kind kind, Severity severity, String decoder) {

    public enum Kind {
        FORMAT, TEXT, BINARY, NULL, EMPTY, TOMBSTONE
    }

    /// Amber where the reason may go away (a registry is down), red where bytes are broken.
    public enum Severity {
        FINE, UNAVAILABLE, BROKEN
    }

    static final Badge NULL = new Badge("Null", Kind.NULL, Severity.FINE, "");
    static final Badge TOMBSTONE = new Badge("Tombstone", Kind.TOMBSTONE, Severity.FINE, "");
    static final Badge EMPTY = new Badge("Empty", Kind.EMPTY, Severity.FINE, "");

    static Badge of(Decoding decoding) {
        return switch (decoding) {
            case Decoding.Null _ -> NULL;
            case Decoding.Tombstone _ -> TOMBSTONE;
            case Decoding.Empty _ -> EMPTY;
            case Decoding.Read read -> of(read.chosen(), read.decoded());
        };
    }

    static Badge of(Attempt attempt, Decoded decoded) {
        return switch (decoded) {
            case Decoded.Tree t ->
                    plain(attempt, t.schema().map(s -> version(s.subjects())).orElse(""), Severity.FINE);
            case Decoded.Malformed _ -> plain(attempt, " broken", Severity.BROKEN);
            case Decoded.Unavailable _ -> plain(attempt, "", Severity.UNAVAILABLE);
        };
    }

    static Badge guessed(Attempt attempt) {
        return plain(attempt, "", Severity.FINE);
    }

    private static Badge plain(Attempt attempt, String suffix, Severity severity) {
        Kind kind = switch (attempt.decoder()) {
            case TextDecoder.ID -> Kind.TEXT;
            case HexDecoder.ID -> Kind.BINARY;
            default -> Kind.FORMAT;
        };
        return new Badge(attempt.name() + suffix, kind, severity, attempt.decoder());
    }

    /// A schema registered under several subjects has no one version.
    private static String version(List<SubjectVersion> subjects) {
        return subjects.stream().map(SubjectVersion::version).distinct().count() == 1
                ? " v" + subjects.getFirst().version()
                : "";
    }
}
