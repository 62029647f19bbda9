package dev.brokerscope.archive.block;

import dev.brokerscope.api.message.Bytes;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.util.Arrays;

/// A byte array that grows: what is written to it stands in one piece, without a copy at the end. One thread.
public final class ByteSink {

    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final int MOST = Integer.MAX_VALUE - 64;

    private byte[] array;
    private int size;

    public ByteSink(int capacity) {
        array = new byte[Math.max(capacity, 16)];
    }

    public int size() {
        return size;
    }

    /// The bytes themselves, from 0 to `size`; valid until the next write.
    public byte[] array() {
        return array;
    }

    public byte[] toArray() {
        return Arrays.copyOf(array, size);
    }

    public void truncate(int newSize) {
        size = newSize;
    }

    /// Makes room for so many more bytes, so that it grows once.
    public ByteSink reserve(int more) {
        room(more);
        return this;
    }

    public ByteSink u8(int value) {
        room(1);
        array[size++] = (byte) value;
        return this;
    }

    public ByteSink i32(int value) {
        room(4);
        INT.set(array, size, value);
        size += 4;
        return this;
    }

    public ByteSink i64(long value) {
        room(8);
        LONG.set(array, size, value);
        size += 8;
        return this;
    }

    public ByteSink uvarint(long value) {
        room(10);
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            array[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        array[size++] = (byte) rest;
        return this;
    }

    public ByteSink svarint(long value) {
        return uvarint((value << 1) ^ (value >> 63));
    }

    public ByteSink bytes(byte[] source, int from, int count) {
        room(count);
        System.arraycopy(source, from, array, size, count);
        size += count;
        return this;
    }

    public ByteSink bytes(byte[] source) {
        return bytes(source, 0, source.length);
    }

    public ByteSink bytes(Bytes source) {
        int at = claim(source.size());
        source.copyTo(array, at);
        return this;
    }

    /// i32 size, then the bytes.
    public ByteSink sized(byte[] source) {
        return i32(source.length).bytes(source);
    }

    /// Makes room for bytes that the caller fills in.
    ///
    /// @return where they begin in `array`
    public int claim(int count) {
        room(count);
        int at = size;
        size += count;
        return at;
    }

    public void update(MessageDigest digest) {
        digest.update(array, 0, size);
    }

    private void room(int more) {
        if (array.length - size < more) {
            long wanted = Math.max((long) size + more, Math.min(array.length * 2L, MOST));
            if (wanted > MOST) {
                throw new IllegalArgumentException("a message of more than 2 GiB cannot be kept in one block");
            }
            array = Arrays.copyOf(array, (int) wanted);
        }
    }
}
