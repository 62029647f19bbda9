package dev.brokerscope.core.decode;

import dev.brokerscope.api.decode.Decoded;
import dev.brokerscope.api.decode.Node;
import dev.brokerscope.api.message.Bytes;
import java.util.List;
import java.util.Optional;

/// What became of a payload. Null, empty and a tombstone are told apart and never reach a decoder.
public sealed interface Decoding {

    /// The broker holds no key, or a header without a value.
    record Null() implements Decoding {}

    /// A message with a key and no value: deletes the key.
    record Tombstone() implements Decoding {}

    /// Present, with zero bytes.
    record Empty() implements Decoding {}

    /// @param chosen the attempt that is shown; its `decoded` is present
    /// @param attempts all that was said, the likeliest first; holds `chosen`
    /// @param picked whether a person picked the decoder
    record Read(Bytes bytes, Attempt chosen, List<Attempt> attempts, boolean picked) implements Decoding {
        public Read {
            attempts = List.copyOf(attempts);
            if (chosen.decoded().isEmpty()) {
                throw new IllegalArgumentException("the chosen attempt of " + chosen.decoder() + " has no result");
            }
        }

        public Decoded decoded() {
            return chosen.decoded().orElseThrow();
        }

        /// The tree, or of broken bytes what could be read of them.
        public Optional<Node> root() {
            return switch (decoded()) {
                case Decoded.Tree t -> Optional.of(t.root());
                case Decoded.Malformed m -> m.partial();
                case Decoded.Unavailable _ -> Optional.empty();
            };
        }

        public Optional<Decoded.UsedSchema> schema() {
            return switch (decoded()) {
                case Decoded.Tree t -> t.schema();
                case Decoded.Malformed m -> m.schema();
                case Decoded.Unavailable _ -> Optional.empty();
            };
        }
    }

    default Badge badge() {
        return Badge.of(this);
    }
}
