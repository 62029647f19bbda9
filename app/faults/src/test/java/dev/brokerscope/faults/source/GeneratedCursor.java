package dev.brokerscope.faults.source;

import dev.brokerscope.api.broker.Batch;
import dev.brokerscope.api.broker.Cursor;
import dev.brokerscope.api.broker.CursorEvent;
import dev.brokerscope.api.broker.CursorPlan;
import dev.brokerscope.api.broker.End;
import dev.brokerscope.api.broker.GapReason;
import dev.brokerscope.api.broker.OpenRequest;
import dev.brokerscope.api.broker.Start;
import dev.brokerscope.api.channel.Count;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.AttributeSchema;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.Position;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;

/// Makes up the messages of the partitions in turn, a batch of each.
final class GeneratedCursor implements Cursor {

    private final Workload workload;
    private final OpenRequest.Limits limits;
    private final List<byte[]> bodies;
    private final TreeMap<Integer, Long> next = new TreeMap<>();
    private final TreeMap<Integer, Long> ends = new TreeMap<>();
    private final Deque<Integer> turn = new ArrayDeque<>();
    private volatile boolean cancelled;

    GeneratedCursor(Workload workload, OpenRequest request) {
        this.workload = workload;
        this.limits = request.limits();
        this.bodies = workload.bodies();
        for (int partition = 0; partition < workload.partitions(); partition++) {
            int number = partition;
            if (request.partitions().isEmpty() || request.partitions().get().contains(number)) {
                next.put(number, begin(request.start(), number));
                ends.put(number, end(request.end(), number));
            }
        }
        turn.addAll(next.keySet());
    }

    private static long begin(Start start, int partition) {
        return start instanceof Start.AtPositions at
                ? at.firstWanted().stream().filter(p -> p.partition() == partition).findFirst().orElseThrow().lo()
                : 0;
    }

    private long end(End end, int partition) {
        return end instanceof End.BeforePositions before
                ? before.ends().stream().filter(p -> p.partition() == partition).findFirst().orElseThrow().lo()
                : workload.messages();
    }

    @Override
    public CursorPlan plan() {
        return new CursorPlan(next.entrySet().stream().map(e -> new CursorPlan.Range(e.getKey(),
                Position.of(e.getKey(), e.getValue()), Optional.of(Position.of(e.getKey(), ends.get(e.getKey()))),
                Count.UNKNOWN)).toList(), AttributeSchema.EMPTY);
    }

    @Override
    public Batch next(Duration maxWait) throws FaultException {
        if (cancelled) {
            throw new FaultException(FaultKind.CANCELLED, "cancelled", "It was cancelled.", "");
        }
        if (workload.pauseMicros() > 0) {
            LockSupport.parkNanos(workload.pauseMicros() * 1_000L);
        }
        Integer partition = turn.pollFirst();
        if (partition == null) {
            return Batch.END;
        }
        List<Message> messages = new ArrayList<>();
        List<CursorEvent> events = new ArrayList<>();
        long at = next.get(partition);
        long end = ends.get(partition);
        for (long bytes = 0; at < end && messages.size() < limits.messages() && bytes < limits.bytes(); at++) {
            if (workload.hole(at)) {
                events.add(new CursorEvent.Gap(Position.of(partition, at), Position.of(partition, at + 1),
                        GapReason.COMPACTED, false));
            } else {
                messages.add(Workload.message(bodies, partition, at));
                bytes += workload.size();
            }
        }
        next.put(partition, at);
        if (at < end) {
            turn.addLast(partition);
        }
        return new Batch(messages, events, turn.isEmpty());
    }

    @Override
    public List<Position> checkpoint() {
        return next.entrySet().stream().map(e -> Position.of(e.getKey(), e.getValue())).toList();
    }

    @Override
    public void cancel() {
        cancelled = true;
    }

    @Override
    public void close() {
        cancelled = true;
    }
}
