package dev.brokerscope.archive.block;

import java.util.Arrays;

/// A Bloom filter over the keys of one block: says which blocks cannot hold a key, and is wrong about every fiftieth of
/// the others. The same keys give the same bytes. One thread.
public final class KeyFilter {

    private static final int VERSION = 1;
    private static final int HEAD = 2;

    /// Bits set for each key.
    private static final int PROBES = 5;
    private static final int LEAST_BYTES = 8;

    private long[] hashes = new long[64];
    private int size;

    /// A key of the block; the same one may come again.
    void add(byte[] array, int from, int count) {
        if (size == hashes.length) {
            hashes = Arrays.copyOf(hashes, size * 2);
        }
        hashes[size++] = Xxh64.of(array, from, count);
    }

    /// Eight bits for each different key; nothing where there are no keys.
    byte[] build() {
        if (size == 0) {
            return new byte[0];
        }
        Arrays.sort(hashes, 0, size);
        int distinct = 1;
        for (int i = 1; i < size; i++) {
            distinct += hashes[i] == hashes[i - 1] ? 0 : 1;
        }
        byte[] filter = new byte[HEAD + Math.max(LEAST_BYTES, distinct)];
        filter[0] = VERSION;
        filter[1] = PROBES;
        for (int i = 0; i < size; i++) {
            if (i == 0 || hashes[i] != hashes[i - 1]) {
                set(filter, hashes[i]);
            }
        }
        return filter;
    }

    private static void set(byte[] filter, long hash) {
        long bits = (filter.length - HEAD) * 8L;
        for (int probe = 0; probe < PROBES; probe++) {
            int bit = bit(hash, probe, bits);
            filter[HEAD + bit / 8] |= (byte) (1 << bit % 8);
        }
    }

    private static int bit(long hash, int probe, long bits) {
        return (int) (((hash & 0xFFFFFFFFL) + probe * (hash >>> 32)) % bits);
    }

    /// Whether a block with this filter may hold a key.
    ///
    /// @throws DamagedBlockException where it is none that this program knows
    public static boolean mayHold(byte[] filter, byte[] key) throws DamagedBlockException {
        if (filter.length <= HEAD || filter[0] != VERSION || filter[1] <= 0) {
            throw new DamagedBlockException("its key filter has an unknown form");
        }
        long hash = Xxh64.of(key, 0, key.length);
        long bits = (filter.length - HEAD) * 8L;
        for (int probe = 0; probe < filter[1]; probe++) {
            int bit = bit(hash, probe, bits);
            if ((filter[HEAD + bit / 8] >> bit % 8 & 1) == 0) {
                return false;
            }
        }
        return true;
    }
}
