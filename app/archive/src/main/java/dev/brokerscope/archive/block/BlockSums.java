package dev.brokerscope.archive.block;

import dev.brokerscope.api.message.Message;

/// Recomputes what a block's row states, from its messages: for checks.
public final class BlockSums {

    private final CanonicalForm form;

    public BlockSums(CanonicalForm form) {
        this.form = form;
    }

    /// What the messages say of their block.
    public record Sums(byte[] contentHash, byte[] placesHash, long tombstones, long rawBytes, boolean timed,
            long timeMin, long timeMax, long lastHi, long lastLo) {}

    public Sums of(DecodedBlock block) {
        int count = block.meta().count();
        ByteSink canonical = new ByteSink((int) Math.min(block.size() + count * 64L, 1 << 20));
        ByteSink places = new ByteSink(count * 24);
        long tombstones = 0;
        long rawBytes = 0;
        boolean timed = false;
        long timeMin = 0;
        long timeMax = 0;
        for (int i = 0; i < count; i++) {
            Message message = block.message(i);
            form.message(message, canonical);
            form.place(message, places);
            tombstones += message.valueSize() < 0 ? 1 : 0;
            rawBytes += payload(message);
            if (message.timestampType() != dev.brokerscope.api.message.TimestampType.NONE) {
                timeMin = timed ? Math.min(timeMin, message.timestamp()) : message.timestamp();
                timeMax = timed ? Math.max(timeMax, message.timestamp()) : message.timestamp();
                timed = true;
            }
        }
        return new Sums(Sha.of(canonical), Sha.of(places), tombstones, rawBytes, timed, timeMin, timeMax,
                block.meta().hi(count - 1), block.meta().lo(count - 1));
    }

    private static long payload(Message message) {
        long bytes = Math.max(0, message.keySize()) + (long) Math.max(0, message.valueSize());
        for (int i = 0; i < message.headers().size(); i++) {
            var header = message.headers().get(i);
            bytes += header.name().size() + header.value().map(v -> (long) v.size()).orElse(0L);
        }
        return bytes;
    }
}
