package dev.brokerscope.desktop.detail;

import dev.brokerscope.api.decode.Sample.Side;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.core.decode.Decoding;

/// What is known of a key or value.
sealed interface PayloadState {

    /// No message is chosen.
    record None() implements PayloadState {}

    /// Being decoded, which may wait for a registry.
    record Busy(int size) implements PayloadState {}

    /// @param bytes all of them; none where the payload is null
    /// @param decodedBytes how many of them were decoded: fewer for large payloads, until all are asked for
    record Shown(Side side, Bytes bytes, Decoding decoding, int decodedBytes) implements PayloadState {
        boolean isPartly() {
            return decodedBytes < bytes.size();
        }
    }
}
