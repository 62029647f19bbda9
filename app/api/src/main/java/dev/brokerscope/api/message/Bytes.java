package dev.brokerscope.api.message;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

/// An immutable run of bytes: a view of an array that nobody changes any more. Slicing never copies.
public final class Bytes implements Comparable<Bytes> {

    /// No bytes at all: present, but empty. Absence is an empty `Optional`, never this.
    public static final Bytes EMPTY = new Bytes(new byte[0], 0, 0);

    private final byte[] array;
    private final int offset;
    private final int size;

    private Bytes(byte[] array, int offset, int size) {
        this.array = array;
        this.offset = offset;
        this.size = size;
    }

    /// A private copy of the array.
    public static Bytes copyOf(byte[] array) {
        return wrap(array.clone());
    }

    /// Takes the array over without copying: the caller must not change it afterwards.
    public static Bytes wrap(byte[] array) {
        return wrap(array, 0, array.length);
    }

    /// Takes `size` bytes from `offset` over without copying.
    public static Bytes wrap(byte[] array, int offset, int size) {
        java.util.Objects.checkFromIndexSize(offset, size, array.length);
        return size == 0 ? EMPTY : new Bytes(array, offset, size);
    }

    /// The UTF-8 encoding of the text.
    public static Bytes utf8(String text) {
        return wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    /// Parses pairs of hexadecimal digits; spaces are ignored.
    public static Bytes hex(String digits) {
        return wrap(HexFormat.of().parseHex(digits.replace(" ", "")));
    }

    public int size() {
        return size;
    }

    public boolean isEmpty() {
        return size == 0;
    }

    public byte at(int index) {
        java.util.Objects.checkIndex(index, size);
        return array[offset + index];
    }

    /// The bytes of `[from, to)`, sharing the array.
    public Bytes slice(int from, int to) {
        java.util.Objects.checkFromToIndex(from, to, size);
        return wrap(array, offset + from, to - from);
    }

    public byte[] toArray() {
        return Arrays.copyOfRange(array, offset, offset + size);
    }

    public void copyTo(byte[] target, int at) {
        System.arraycopy(array, offset, target, at, size);
    }

    public void writeTo(OutputStream out) throws IOException {
        out.write(array, offset, size);
    }

    public void update(MessageDigest digest) {
        digest.update(array, offset, size);
    }

    /// A read-only buffer over the same bytes, big-endian, position 0.
    public ByteBuffer buffer() {
        return ByteBuffer.wrap(array, offset, size).slice().asReadOnlyBuffer();
    }

    /// Malformed input is replaced by U+FFFD; ask `isUtf8` first where that matters.
    public String utf8() {
        return text(StandardCharsets.UTF_8);
    }

    public String text(Charset charset) {
        return new String(array, offset, size, charset);
    }

    /// Whether the bytes are well-formed UTF-8, so that the text gives the same bytes back.
    public boolean isUtf8() {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(buffer());
            return true;
        } catch (java.nio.charset.CharacterCodingException e) {
            return false;
        }
    }

    public String toHex() {
        return HexFormat.of().formatHex(array, offset, offset + size);
    }

    /// Unsigned lexicographic order.
    @Override
    public int compareTo(Bytes other) {
        return Arrays.compareUnsigned(array, offset, offset + size, other.array, other.offset,
                other.offset + other.size);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes b
                && Arrays.equals(array, offset, offset + size, b.array, b.offset, b.offset + b.size);
    }

    @Override
    public int hashCode() {
        int hash = 1;
        for (int i = offset; i < offset + size; i++) {
            hash = 31 * hash + array[i];
        }
        return hash;
    }

    /// At most 32 bytes in hex: for logs and failed tests.
    @Override
    public String toString() {
        return size + " bytes " + (size <= 32 ? toHex() : slice(0, 32).toHex() + "…");
    }
}
