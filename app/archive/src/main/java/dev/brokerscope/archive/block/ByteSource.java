package dev.brokerscope.archive.block;

import java.nio.ByteBuffer;
import java.util.Arrays;

/// Reads what a [ByteSink] wrote; never trusts what it reads. One thread.
final class ByteSource {

    private final byte[] array;
    private final int end;
    private int at;

    ByteSource(byte[] array, int from, int end) {
        this.array = array;
        this.at = from;
        this.end = end;
    }

    int at() {
        return at;
    }

    boolean hasMore() {
        return at < end;
    }

    int u8() throws DamagedBlockException {
        need(1);
        return array[at++] & 0xFF;
    }

    int i32() throws DamagedBlockException {
        need(4);
        int value = ByteBuffer.wrap(array, at, 4).getInt();
        at += 4;
        return value;
    }

    long i64() throws DamagedBlockException {
        need(8);
        long value = ByteBuffer.wrap(array, at, 8).getLong();
        at += 8;
        return value;
    }

    long uvarint() throws DamagedBlockException {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            int b = u8();
            value |= (long) (b & 0x7F) << shift;
            if (b < 0x80) {
                return value;
            }
        }
        throw new DamagedBlockException("a number is longer than 64 bits");
    }

    long svarint() throws DamagedBlockException {
        long coded = uvarint();
        return (coded >>> 1) ^ -(coded & 1);
    }

    /// A size that must fit into what is left.
    int size() throws DamagedBlockException {
        long size = uvarint();
        if (size < 0 || size > end - at) {
            throw new DamagedBlockException("a size of " + size + " bytes goes beyond the end");
        }
        return (int) size;
    }

    byte[] bytes(int count) throws DamagedBlockException {
        int from = skip(count);
        return Arrays.copyOfRange(array, from, from + count);
    }

    /// @return where the skipped bytes began
    int skip(int count) throws DamagedBlockException {
        need(count);
        int from = at;
        at += count;
        return from;
    }

    ByteSource part(int count) throws DamagedBlockException {
        int from = skip(count);
        return new ByteSource(array, from, from + count);
    }

    private void need(int count) throws DamagedBlockException {
        if (count < 0 || count > end - at) {
            throw new DamagedBlockException("it ends too early");
        }
    }
}
