package dev.brokerscope.kafka.testkit;

import java.util.Arrays;
import java.util.HexFormat;

/// Bytes that compare by content and print themselves in a failed assertion.
public final class Octets {

    private static final int SHOWN = 32;

    private final byte[] bytes;

    private Octets(byte[] bytes) {
        this.bytes = bytes;
    }

    /// Wraps an array that nobody changes any more.
    public static Octets of(byte[] bytes) {
        return new Octets(bytes);
    }

    /// A copy of the bytes.
    public byte[] toArray() {
        return bytes.clone();
    }

    /// The number of bytes.
    public int length() {
        return bytes.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Octets octets && Arrays.equals(bytes, octets.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        String shown = HexFormat.of().formatHex(bytes, 0, Math.min(SHOWN, bytes.length));
        return bytes.length + " bytes " + shown + (bytes.length > SHOWN ? "…" : "");
    }
}
