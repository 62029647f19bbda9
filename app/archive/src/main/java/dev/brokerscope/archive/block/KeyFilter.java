package dev.brokerscope.archive.block;

/// A Bloom filter over the keys of one block: says which blocks cannot hold a key, and is wrong about every fiftieth of
/// the others. The same keys give the same bytes. One thread.
public final class KeyFilter {

    private static final int VERSION = 1;
    private static final int HEAD = 2;

    /// Bits set for each key.
    private static final int PROBES = 5;
    private static final int LEAST_BYTES = 8;

    /// Slots of an open table, a power of two; 0 is an empty one.
    private long[] hashes = new long[256];
    private int distinct;
    private boolean zero;

    /// A key of the block; the same one may come again.
    void add(byte[] array, int from, int count) {
        long hash = Xxh64.of(array, from, count);
        if (hash == 0) {
            distinct += zero ? 0 : 1;
            zero = true;
        } else if (put(hash) && ++distinct * 2 > hashes.length) {
            grow();
        }
    }

    /// @return whether it is new
    private boolean put(long hash) {
        int mask = hashes.length - 1;
        int slot = (int) hash & mask;
        while (hashes[slot] != 0) {
            if (hashes[slot] == hash) {
                return false;
            }
            slot = slot + 1 & mask;
        }
        hashes[slot] = hash;
        return true;
    }

    private void grow() {
        long[] before = hashes;
        hashes = new long[before.length * 2];
        for (long hash : before) {
            if (hash != 0) {
                put(hash);
            }
        }
    }

    /// Eight bits for each different key; nothing where there are no keys.
    byte[] build() {
        if (distinct == 0) {
            return new byte[0];
        }
        byte[] filter = new byte[HEAD + Math.max(LEAST_BYTES, distinct)];
        filter[0] = VERSION;
        filter[1] = PROBES;
        if (zero) {
            set(filter, 0);
        }
        for (long hash : hashes) {
            if (hash != 0) {
                set(filter, hash);
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
