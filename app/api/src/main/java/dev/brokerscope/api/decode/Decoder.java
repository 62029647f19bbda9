package dev.brokerscope.api.decode;

import java.util.List;
import java.util.Optional;

/// Turns bytes into a tree and says why. Stateless or thread-safe: one instance serves many threads. Bad bytes are an
/// outcome, never an exception; depth, size and time are bounded by the decoder itself.
public interface Decoder {

    /// Short and stable, as in *Decode as*: `json`.
    String id();

    /// On badges: `JSON`.
    String name();

    /// How likely the bytes are of this format, from a look at them. No I/O, quick: called for every painted row.
    Assessment assess(Sample sample);

    /// The whole tree.
    ///
    /// @param schemas where to find what the message names; may do I/O
    Decoded decode(Sample sample, SchemaSource schemas) throws InterruptedException;

    /// The schemas the message names, without I/O, so that a backup can embed them.
    default List<SchemaId> references(Sample sample) {
        return List.of();
    }

    /// What changes values inside such payloads; absent where the decoder only reads.
    default Optional<Rewriter> rewriter() {
        return Optional.empty();
    }

    /// Whether a payload that begins with the byte may name a schema by its bytes alone, without a header. A backup asks
    /// for [#references] of messages without headers only then: to know better than *perhaps* makes it faster.
    default boolean mayReference(byte first) {
        return true;
    }

    /// Whether it can be given a schema by hand (`Sample.schema`).
    default boolean takesSchema() {
        return false;
    }
}
