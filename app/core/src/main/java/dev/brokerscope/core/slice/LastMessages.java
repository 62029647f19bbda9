package dev.brokerscope.core.slice;

import dev.brokerscope.api.broker.Batch;
import dev.brokerscope.api.broker.Cursor;
import dev.brokerscope.api.broker.End;
import dev.brokerscope.api.broker.Isolation;
import dev.brokerscope.api.broker.OpenRequest;
import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.broker.Start;
import dev.brokerscope.api.channel.Impact;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.Position;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Where the newest so many messages of a whole channel begin in each partition. Reads their times, keeps no payload.
record LastMessages(Session session, Isolation isolation, Set<Impact> consent) {

    private static final long KEPT_AT_MOST = 2_000_000;
    private static final Duration WAIT = Duration.ofMillis(500);

    /// The newest messages of one partition, as a ring.
    private static final class Tail {
        private final long[] times;
        private final long[] his;
        private final long[] los;
        private long count;
        private long taken;

        Tail(int capacity) {
            times = new long[capacity];
            his = new long[capacity];
            los = new long[capacity];
        }

        void add(Message message) {
            int slot = (int) (count++ % times.length);
            times[slot] = message.timestamp();
            his[slot] = message.positionHi();
            los[slot] = message.positionLo();
        }

        boolean exhausted() {
            return taken == Math.min(count, times.length);
        }

        long newestTime() {
            return times[slot(taken)];
        }

        void take() {
            taken++;
        }

        Optional<Position> first(int partition) {
            return taken == 0 ? Optional.empty()
                    : Optional.of(new Position(partition, his[slot(taken - 1)], los[slot(taken - 1)]));
        }

        private int slot(long fromEnd) {
            return (int) ((count - 1 - fromEnd) % times.length);
        }
    }

    List<SliceResolver.Range> resolve(Slice slice, Map<Integer, Position> ends)
            throws FaultException, InterruptedException {
        long last = slice.last().orElseThrow();
        if (last * ends.size() > KEPT_AT_MOST) {
            throw new FaultException(FaultKind.USAGE, "slice.last-too-many",
                    "The newest " + last + " messages of " + slice.channel() + " are too many to look for.",
                    "Give a time to begin at instead.");
        }
        Map<Integer, Tail> tails = new TreeMap<>();
        ends.keySet().forEach(p -> tails.put(p, new Tail((int) last)));
        read(slice, last, ends, tails);
        for (long i = 0; i < last; i++) {
            Optional<Tail> newest = tails.values().stream().filter(t -> !t.exhausted())
                    .max(Comparator.comparingLong(Tail::newestTime));
            newest.ifPresent(Tail::take);
        }
        List<SliceResolver.Range> ranges = new ArrayList<>();
        tails.forEach((partition, tail) -> {
            Position end = ends.getOrDefault(partition, new Position(partition, 0, 0));
            ranges.add(new SliceResolver.Range(tail.first(partition).orElse(end), Optional.of(end)));
        });
        return ranges;
    }

    private void read(Slice slice, long last, Map<Integer, Position> ends, Map<Integer, Tail> tails)
            throws FaultException, InterruptedException {
        OpenRequest request = OpenRequest.everything(slice.channel()).from(new Start.LastN(last))
                .to(new End.BeforePositions(List.copyOf(ends.values()))).only(ends.keySet()).isolated(isolation)
                .consenting(consent);
        try (Cursor cursor = session.open(request)) {
            Batch batch;
            do {
                batch = cursor.next(WAIT);
                for (Message message : batch.messages()) {
                    Optional.ofNullable(tails.get(message.partition())).ifPresent(t -> t.add(message));
                }
            } while (!batch.end());
        }
    }
}
