package dev.brokerscope.core.backup;

import dev.brokerscope.api.broker.Batch;
import dev.brokerscope.api.broker.CursorEvent;
import dev.brokerscope.api.broker.GapReason;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.decode.Decoded;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.core.decode.Decoding;
import dev.brokerscope.core.decode.Payload;
import dev.brokerscope.core.decode.Preview;
import dev.brokerscope.core.mask.MessageMask;
import dev.brokerscope.core.query.FilterWords;
import dev.brokerscope.core.query.QuickFilter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/// Keeps the messages that match a filter, masked where there are rules; where positions are dense, what it drops becomes measured gaps. Any thread.
final class Sieve {

    private static final Comparator<CursorEvent.Gap> BY_POSITION = Comparator.comparing(CursorEvent.Gap::from);

    private final Optional<QuickFilter> filter;
    private final Optional<MessageMask> mask;
    private final BackupSource source;
    private final AtomicLong undecided = new AtomicLong();

    private Sieve(ReadOptions reading, BackupSource source) {
        this.filter = reading.filter().map(FilterWords::filter);
        this.mask = reading.mask().map(m -> m.mask(source.decoders(), source.schemas()));
        this.source = source;
    }

    /// Absent where everything is kept as it is.
    static Optional<Sieve> of(ReadOptions reading, BackupSource source) {
        return reading.filter().isPresent() || reading.mask().isPresent()
                ? Optional.of(new Sieve(reading, source))
                : Optional.empty();
    }

    /// @throws FaultException of kind `REFUSED` where a masking rule addresses a message, but cannot be applied
    Batch sift(ChannelId channel, boolean dense, Batch batch) throws FaultException, InterruptedException {
        List<Message> kept = new ArrayList<>(batch.messages().size());
        Map<Integer, CursorEvent.Gap> open = new HashMap<>();
        List<CursorEvent.Gap> gaps = new ArrayList<>();
        for (Message message : batch.messages()) {
            Optional<Message> left = left(channel, message);
            if (left.isPresent()) {
                kept.add(left.get());
            } else if (dense) {
                drop(message.position(), open, gaps);
            }
        }
        gaps.addAll(open.values());
        return mask.isEmpty() && gaps.isEmpty() && kept.size() == batch.messages().size()
                ? batch
                : new Batch(kept, events(batch.events(), gaps), batch.end());
    }

    private Optional<Message> left(ChannelId channel, Message message) throws FaultException, InterruptedException {
        boolean wanted = filter.isEmpty() || filter.get().matches(message, m -> decoded(channel, m));
        if (!wanted) {
            return Optional.empty();
        }
        return mask.isPresent() ? mask.get().apply(channel, message) : Optional.of(message);
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
