package dev.brokerscope.sample.broker;

import dev.brokerscope.api.broker.Batch;
import dev.brokerscope.api.broker.Cursor;
import dev.brokerscope.api.broker.CursorPlan;
import dev.brokerscope.api.broker.End;
import dev.brokerscope.api.broker.OpenRequest;
import dev.brokerscope.api.broker.Start;
import dev.brokerscope.api.channel.Count;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.AttributeSchema;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.Position;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Reads one file. The end is captured while opening, and known by the position, never by the last message seen.
final class FolderCursor implements Cursor {

    private static final long LOOK_AGAIN_MILLIS = 50;

    private final FolderSession session;
    private final LineFile file;
    private final OpenRequest request;
    private final CursorPlan plan;
    private final OptionalLong to;
    private final CountDownLatch cancelled = new CountDownLatch(1);
    private long next;

    private FolderCursor(FolderSession session, LineFile file, OpenRequest request, long from, OptionalLong to) {
        this.session = session;
        this.file = file;
        this.request = request;
        this.to = to;
        this.next = from;
        Optional<Position> end = to.isPresent() ? Optional.of(Position.of(0, to.getAsLong())) : Optional.empty();
        Count expected = to.isPresent() ? Count.exact(Math.max(0, to.getAsLong() - from)) : Count.UNKNOWN;
        this.plan = new CursorPlan(List.of(new CursorPlan.Range(0, Position.of(0, from), end, expected)),
                AttributeSchema.EMPTY);
    }

    static FolderCursor open(FolderSession session, LineFile file, OpenRequest request) throws FaultException {
        if (request.partitions().map(p -> p.stream().anyMatch(n -> n != 0)).orElse(false)) {
            throw new FaultException(FaultKind.NOT_FOUND, "folder.partition", "A file has partition 0 only.",
                    "Leave the partitions out.");
        }
        long count = file.count();
        OptionalLong to = switch (request.end()) {
            case End.Snapshot() -> OptionalLong.of(count);
            case End.BeforePositions(var ends) -> OptionalLong.of(Math.min(count, first(ends).orElse(count)));
            case End.Follow() -> OptionalLong.empty();
            case End.BeforeTime _ -> throw noTime();
            case End.Quiet _ -> OptionalLong.of(count);
        };
        long from = switch (request.start()) {
            case Start.Earliest() -> 0;
            case Start.Latest() -> count;
            case Start.LastN(long n) -> Math.max(0, to.orElse(count) - n);
            case Start.AtPositions(var wanted) -> first(wanted).orElse(count);
            case Start.AtTime _ -> throw noTime();
        };
        if (from > count) {
            throw new FaultException(FaultKind.POSITION_GONE, "folder.beyond-end",
                    "The file has " + count + " lines, line " + from + " is not there.", "Choose an earlier one.");
        }
        return new FolderCursor(session, file, request, Math.min(from, to.orElse(from)), to);
    }

    private static OptionalLong first(List<Position> positions) {
        return positions.stream().mapToLong(Position::lo).findFirst();
    }

    private static FaultException noTime() {
        return new FaultException(FaultKind.UNSUPPORTED, "folder.no-time", "Lines have no time.", "Use line numbers.");
    }

    @Override
    public CursorPlan plan() {
        return plan;
    }

    @Override
    public Batch next(Duration maxWait) throws FaultException, InterruptedException {
        long deadline = System.nanoTime() + maxWait.toNanos();
        while (true) {
            demandWanted();
            List<Message> messages = read(to.isPresent() ? to.getAsLong() : file.count());
            boolean end = to.isPresent() && next >= to.getAsLong();
            if (end || !messages.isEmpty() || System.nanoTime() >= deadline) {
                return new Batch(messages, List.of(), end);
            }
            cancelled.await(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS); // answers to interrupts, too
        }
    }

    /// At most as many messages and bytes as asked for, but always one.
    private List<Message> read(long end) throws FaultException {
        List<Message> messages = new ArrayList<>();
        long bytes = 0;
        for (byte[] value : file.read(next, Math.max(next, end), request.limits().messages())) {
            bytes += value.length;
            if (!messages.isEmpty() && bytes > request.limits().bytes()) {
                break;
            }
            messages.add(Message.at(0, 0, next++).value(value).build());
        }
        return messages;
    }

    @Override
    public List<Position> checkpoint() {
        return List.of(Position.of(0, next));
    }

    @Override
    public void cancel() {
        cancelled.countDown();
    }

    @Override
    public void close() {
        cancelled.countDown();
    }

    private void demandWanted() throws FaultException {
        session.demandOpen();
        if (cancelled.getCount() == 0) {
            throw new FaultException(FaultKind.CANCELLED, "cancelled", "Reading was cancelled.", "");
        }
    }
}
