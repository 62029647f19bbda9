package dev.brokerscope.archive.block;

import dev.brokerscope.api.message.AttributeType;
import java.util.BitSet;

/// Gathers the values of one attribute over a block. One thread.
final class AttributeColumn {

    private final CanonicalForm.Slot slot;
    private final BitSet present = new BitSet();
    private final ByteSink values = new ByteSink(64);
    private long before;
    private int lastFrom;

    AttributeColumn(CanonicalForm.Slot slot) {
        this.slot = slot;
    }

    boolean isKey(byte[] array, int from, int size) {
        return java.util.Arrays.equals(slot.key(), 0, slot.key().length, array, from, from + size);
    }

    /// Takes the value of a message over from its canonical form.
    void take(int message, ByteSource from, byte[] array) throws DamagedBlockException {
        present.set(message);
        lastFrom = values.size();
        switch (slot.attribute().type()) {
            case TEXT, BINARY -> {
                int size = from.i32();
                values.uvarint(size).bytes(array, from.skip(size), size);
            }
            case WHOLE -> {
                long value = from.i64();
                values.svarint(value - before);
                before = value;
            }
            case REAL -> values.i64(from.i64());
            case FLAG -> values.u8(from.u8());
        }
    }

    boolean has(int message) {
        return present.get(message);
    }

    /// The message has the value of the one before.
    void repeat(int message) {
        present.set(message);
        if (slot.attribute().type() == AttributeType.WHOLE) {
            values.svarint(0);
        } else {
            int size = values.size() - lastFrom;
            int at = values.claim(size);
            System.arraycopy(values.array(), lastFrom, values.array(), at, size);
            lastFrom = at;
        }
    }

    boolean isEmpty() {
        return present.isEmpty();
    }

    String name() {
        return "attribute." + slot.attribute().key();
    }

    ByteSink data(int count) {
        AttributeType type = slot.attribute().type();
        ByteSink data = new ByteSink(values.size() + 16 + count / 8).u8(Codes.of(type));
        if (present.cardinality() == count) {
            data.u8(0);
        } else {
            data.u8(1);
            for (int i = 0; i < (count + 7) / 8; i++) {
                int bits = 0;
                for (int b = 0; b < 8; b++) {
                    bits |= present.get(i * 8 + b) ? 1 << b : 0;
                }
                data.u8(bits);
            }
        }
        return data.bytes(values.array(), 0, values.size());
    }
}
