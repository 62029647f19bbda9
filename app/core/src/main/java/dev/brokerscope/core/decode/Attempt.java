package dev.brokerscope.core.decode;

import dev.brokerscope.api.decode.Assessment;
import dev.brokerscope.api.decode.Decoded;
import java.util.Optional;

/// What one decoder said about the bytes.
///
/// @param decoder its id: `avro`
/// @param name for people: `Avro`
/// @param decoded absent where it was not asked, since another one had answered before or it was too unlikely
public record Attempt(String decoder, String name, Assessment assessment, Optional<Decoded> decoded) {

    /// One sentence for *why decoded so*: `Avro: schema id 42 in the first five bytes. Read as com.acme.Payment.`
    public String sentence() {
        String outcome = decoded.map(d -> switch (d) {
            case Decoded.Tree t -> t.schema().map(s -> " Read as " + s.name() + ".").orElse(" Read.");
            case Decoded.Malformed m -> " Stops at byte " + m.at() + ": " + m.reason() + ".";
            case Decoded.Unavailable u -> " " + u.fault().message();
        }).orElse("");
        return name + ": " + assessment.reason() + "." + outcome;
    }
}
