package dev.brokerscope.core.mask;

/// What a rule does with what it addresses.
sealed interface MaskAction {

    /// One text instead of whatever stood there.
    record Replace(String with) implements MaskAction {}

    /// Nothing: null where the format has it, a missing key or value of a message, a header without a value.
    record Null() implements MaskAction {}

    /// Another value of the same look, the same one for the same value and secret.
    record Pseudonymize() implements MaskAction {}

    /// Only the first characters.
    record Truncate(int keep) implements MaskAction {}

    /// Leaves the header out; for a key or value, the whole message.
    record Drop() implements MaskAction {}

    default String word() {
        return switch (this) {
            case Replace _ -> "replace";
            case Null _ -> "null";
            case Pseudonymize _ -> "pseudonym";
            case Truncate _ -> "truncate";
            case Drop _ -> "drop";
        };
    }
}
