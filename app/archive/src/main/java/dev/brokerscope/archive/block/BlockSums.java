package dev.brokerscope.archive.block;

import dev.brokerscope.api.message.TimestampType;

/// Recomputes what a block's row states, from its columns: no message is made for it. One thread.
public final class BlockSums {

    private static final int FIRST_ROOM = 320 << 10;
    private static final int MOST_ROOM_KEPT = 4 << 20;

    private final CanonicalForm form;
    private ByteSink canonical = new ByteSink(FIRST_ROOM);
    private final PlaceSink places;

    public BlockSums(CanonicalForm form) {
        this.form = form;
        this.places = new PlaceSink(form, 32 << 10);
    }

    /// What the messages say of their block.
    public record Sums(byte[] contentHash, byte[] placesHash, long tombstones, long rawBytes, boolean timed,
            long timeMin, long timeMax, long lastHi, long lastLo) {}

    public Sums of(DecodedBlock block) {
        if (canonical.array().length > MOST_ROOM_KEPT) {
            canonical = new ByteSink(FIRST_ROOM);
        }
        canonical.truncate(0);
        places.clear();
        BlockMeta meta = block.meta();
        int count = meta.count();
        long tombstones = 0;
        long rawBytes = 0;
        boolean timed = false;
        long timeMin = 0;
        long timeMax = 0;
        for (int i = 0; i < count; i++) {
            rawBytes += block.canonical(i, form, canonical);
            places.add(meta, i);
            tombstones += meta.valueSize(i) < 0 ? 1 : 0;
            if (meta.type(i) != TimestampType.NONE) {
                long time = meta.time(i);
                timeMin = timed ? Math.min(timeMin, time) : time;
                timeMax = timed ? Math.max(timeMax, time) : time;
                timed = true;
            }
        }
        return new Sums(Sha.of(canonical), Sha.of(places.bytes()), tombstones, rawBytes, timed, timeMin, timeMax,
                meta.hi(count - 1), meta.lo(count - 1));
    }
}
