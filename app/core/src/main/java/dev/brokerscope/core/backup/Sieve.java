package dev.brokerscope.core.backup;

import dev.brokerscope.api.broker.Batch;
import dev.brokerscope.api.broker.CursorEvent;
import dev.brokerscope.api.broker.GapReason;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.decode.Decoded;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.core.decode.Decoding;
import dev.brokerscope.core.decode.Payload;
import dev.brokerscope.core.decode.Preview;
import dev.brokerscope.core.query.QuickFilter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/// Keeps the messages that match a filter; where positions are dense, what it drops becomes measured gaps. Any thread.
final class Sieve {

    private static final Comparator<CursorEvent.Gap> BY_POSITION = Comparator.comparing(CursorEvent.Gap::from);

    private final QuickFilter filter;
    private final BackupSource source;
    private final AtomicLong undecided = new AtomicLong();

    Sieve(QuickFilter filter, BackupSource source) {
        this.filter = filter;
        this.source = source;
    }

    Batch sift(ChannelId channel, boolean dense, Batch batch) {
        List<Message> kept = new ArrayList<>(batch.messages().size());
        Map<Integer, CursorEvent.Gap> open = new HashMap<>();
        List<CursorEvent.Gap> gaps = new ArrayList<>();
        for (Message message : batch.messages()) {
            if (filter.matches(message, m -> decoded(channel, m))) {
                kept.add(message);
            } else if (dense) {
                drop(message.position(), open, gaps);
            }
        }
        gaps.addAll(open.values());
        return gaps.isEmpty() && kept.size() == batch.messages().size()
                ? batch
                : new Batch(kept, events(batch.events(), gaps), batch.end());
    }

    /// Messages that no decoder could read, so that nobody knows whether they match: they were left out.
    long undecided() {
        return undecided.get();
    }

    private static void drop(Position at, Map<Integer, CursorEvent.Gap> open, List<CursorEvent.Gap> gaps) {
        CursorEvent.Gap before = open.get(at.partition());
        Position from = at;
        if (before != null && before.next().equals(at)) {
            from = before.from();
        } else if (before != null) {
            gaps.add(before);
        }
        open.put(at.partition(), new CursorEvent.Gap(from, at.next(), GapReason.FILTERED, true));
    }

    private static List<CursorEvent> events(List<CursorEvent> told, List<CursorEvent.Gap> dropped) {
        List<CursorEvent.Gap> gaps = new ArrayList<>(dropped);
        List<CursorEvent> events = new ArrayList<>();
        for (CursorEvent event : told) {
            switch (event) {
                case CursorEvent.Gap gap -> gaps.add(gap);
                case CursorEvent.Notice notice -> events.add(notice);
            }
        }
        gaps.sort(BY_POSITION);
        events.addAll(gaps);
        return events;
    }

    private String decoded(ChannelId channel, Message message) {
        try {
            Decoding decoding =
                    source.decoders().decode(Payload.value(channel, message), source.schemas(), Optional.empty());
            if (decoding instanceof Decoding.Read read && read.decoded() instanceof Decoded.Unavailable) {
                undecided.incrementAndGet();
            }
            return Preview.of(decoding).text();
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
