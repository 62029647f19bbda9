package dev.brokerscope.core.restore;

import dev.brokerscope.api.broker.Batch;
import dev.brokerscope.api.broker.Cursor;
import dev.brokerscope.api.broker.End;
import dev.brokerscope.api.broker.OpenRequest;
import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.broker.Start;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.api.message.Header;
import dev.brokerscope.api.message.Headers;
import dev.brokerscope.api.message.HeaderType;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.archive.OutlineCursor;
import dev.brokerscope.core.slice.SliceResolver;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a look through the messages of an archive tells that its manifest does not: the largest one, and the peculiar
/// ones that targets may not keep. Bounded in time: of very large archives it sees the beginning.
final class Survey {

    private static final Duration WAIT = Duration.ofMillis(500);

    /// Of one channel.
    private static final class Extremes {
        private long largest;
        private long negativeTimes;
    }

    private final Map<ChannelId, Extremes> extremes = new HashMap<>();
    private final long deadline;
    private boolean whole = true;
    private long messages;
    private long tombstones;
    private long emptyValues;
    private long nullKeys;
    private long headers;
    private long typedHeaders;
    private long nullHeaders;
    private long duplicateHeaders;

    Survey(Duration atMost) {
        deadline = System.nanoTime() + atMost.toNanos();
    }

    void look(Session archive, ChannelId channel, List<SliceResolver.Range> ranges)
            throws FaultException, InterruptedException {
        List<SliceResolver.Range> filled = ranges.stream().filter(r -> !r.isEmpty()).toList();
        if (filled.isEmpty()) {
            return;
        }
        Extremes found = extremes.computeIfAbsent(channel, _ -> new Extremes());
        try (Cursor cursor = archive.open(request(channel, filled))) {
            boolean more;
            do {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                if (System.nanoTime() > deadline) {
                    whole = false;
                    return;
                }
                more = cursor instanceof OutlineCursor outlines
                        ? outlines.nextOutlines((key, value, time, _, headers) -> add(found, key, value, time, headers))
                        : read(found, cursor);
            } while (more);
        }
    }

    private boolean read(Extremes found, Cursor cursor) throws FaultException, InterruptedException {
        Batch batch = cursor.next(WAIT);
        for (Message message : batch.messages()) {
            add(found, message.keySize(), message.valueSize(), message.timestamp(), message.headers());
        }
        return !batch.end();
    }

    static OpenRequest request(ChannelId channel, List<SliceResolver.Range> filled) {
        OpenRequest all = OpenRequest.everything(channel)
                .only(Set.copyOf(filled.stream().map(SliceResolver.Range::partition).toList()))
                .limited(new OpenRequest.Limits(1_000, 2L << 20));
        return filled.stream().allMatch(r -> r.end().isPresent())
                ? all.from(new Start.AtPositions(filled.stream().map(SliceResolver.Range::begin).toList()))
                        .to(new End.BeforePositions(filled.stream().map(r -> r.end().orElseThrow()).toList()))
                : all;
    }

    private void add(Extremes found, int keySize, int valueSize, long time, Headers given) {
        messages++;
        long size = Math.max(0, keySize) + (long) Math.max(0, valueSize);
        tombstones += valueSize < 0 ? 1 : 0;
        emptyValues += valueSize == 0 ? 1 : 0;
        nullKeys += keySize < 0 ? 1 : 0;
        if (time < 0) {
            found.negativeTimes++;
        }
        if (!given.isEmpty()) {
            size += headers(given);
        }
        found.largest = Math.max(found.largest, size);
    }

    /// @return their bytes
    private long headers(Headers given) {
        long size = 0;
        Set<Bytes> names = new HashSet<>();
        for (Header header : given.list()) {
            size += header.name().size() + header.value().map(Bytes::size).orElse(0);
            headers++;
            typedHeaders += header.type() == HeaderType.BYTES ? 0 : 1;
            nullHeaders += header.value().isEmpty() ? 1 : 0;
            duplicateHeaders += names.add(header.name()) ? 0 : 1;
        }
        return size;
    }

    /// Bytes of key, value and headers; 0 where there is no message.
    long largest(ChannelId channel) {
        return extremes.getOrDefault(channel, new Extremes()).largest;
    }

    /// Whether every message was seen.
    boolean whole() {
        return whole;
    }

    long messages() {
        return messages;
    }

    long tombstones() {
        return tombstones;
    }

    long emptyValues() {
        return emptyValues;
    }

    boolean hasKeys() {
        return nullKeys < messages;
    }

    long headers() {
        return headers;
    }

    long typedHeaders() {
        return typedHeaders;
    }

    long nullHeaders() {
        return nullHeaders;
    }

    long duplicateHeaders() {
        return duplicateHeaders;
    }

    long negativeTimes() {
        return extremes.values().stream().mapToLong(e -> e.negativeTimes).sum();
    }

    long negativeTimes(ChannelId channel) {
        return extremes.getOrDefault(channel, new Extremes()).negativeTimes;
    }
}
