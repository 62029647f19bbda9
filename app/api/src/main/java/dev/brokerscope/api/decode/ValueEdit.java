package dev.brokerscope.api.decode;

import java.util.List;

/// Says what becomes of the values of a payload. A structure is asked for before its parts; these are asked for only
/// where it is kept.
@FunctionalInterface
public interface ValueEdit {

    /// What becomes of a value.
    sealed interface Change {
        record Keep() implements Change {}

        /// The format's null; where it has none, nothing at all.
        record Null() implements Change {}

        /// The value as the format writes values of that kind: a number stays a number where the text is one, bytes are
        /// given in hex.
        record Text(String text) implements Change {}
    }

    /// @param path names from the root; elements of arrays by index, attributes of XML as `@name`. Valid only during the call
    /// @param text the exact value of a scalar, bytes in hex; empty for structures
    Change of(List<String> path, NodeKind kind, String text);
}
