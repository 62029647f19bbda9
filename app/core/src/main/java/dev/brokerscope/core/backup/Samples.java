package dev.brokerscope.core.backup;

import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.api.message.Header;
import dev.brokerscope.api.message.Message;
import java.util.Optional;
import java.util.zip.Deflater;

/// What few messages tell of many: their average size, their times, and how well they compress.
final class Samples {

    private static final int COMPRESSED_AT_MOST = 1 << 20;
    /// What a message costs in an archive beside its bytes: position, time, flags, lengths.
    private static final int OVERHEAD = 4;

    private final Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    private final byte[] sink = new byte[1 << 16];
    private int count;
    private long bytes;
    private long fed;
    private long squeezed;
    private long oldest = Long.MAX_VALUE;
    private long newest = Long.MIN_VALUE;

    void add(Message message) {
        count++;
        oldest = Math.min(oldest, message.timestamp());
        newest = Math.max(newest, message.timestamp());
        message.key().ifPresent(this::add);
        message.value().ifPresent(this::add);
        for (Header header : message.headers().list()) {
            add(header.name());
            header.value().ifPresent(this::add);
        }
    }

    void add(Samples others) {
        count += others.count;
        bytes += others.bytes;
        fed += others.fed;
        squeezed += others.squeezed;
    }

    int count() {
        return count;
    }

    Optional<Double> average() {
        return count == 0 ? Optional.empty() : Optional.of(bytes / (double) count);
    }

    Optional<Long> oldest() {
        return count == 0 ? Optional.empty() : Optional.of(oldest);
    }

    Optional<Long> newest() {
        return count == 0 ? Optional.empty() : Optional.of(newest);
    }

    /// Size in an archive as part of the size of the messages.
    double ratio() {
        return fed == 0 ? 1 : Math.min(1.1, (squeezed + OVERHEAD * (double) count) / fed);
    }

    private void add(Bytes part) {
        bytes += part.size();
        if (fed < COMPRESSED_AT_MOST) {
            fed += part.size();
            deflater.setInput(part.toArray());
            while (!deflater.needsInput()) {
                squeezed += deflater.deflate(sink, 0, sink.length, Deflater.SYNC_FLUSH);
            }
        }
    }
}
