package dev.brokerscope.plugin.redis;

import dev.brokerscope.api.broker.Batch;
import dev.brokerscope.api.broker.Cursor;
import dev.brokerscope.api.broker.CursorEvent;
import dev.brokerscope.api.broker.CursorEvent.Notice;
import dev.brokerscope.api.broker.CursorPlan;
import dev.brokerscope.api.broker.End;
import dev.brokerscope.api.broker.OpenRequest;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.Position;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import redis.clients.jedis.Protocol.Command;

/// Reads a stream by ranges of ids: no group, no trace on the server.
final class RedisCursor implements Cursor {

    private static final long BREATH = Duration.ofMillis(100).toNanos();
    private static final Position BEHIND_ALL = new Position(0, Long.MAX_VALUE, Long.MAX_VALUE);

    private final RedisLink link;
    private final OpenRequest request;
    private final RedisPlan plan;
    private final RedisLine line;
    private final byte[] key;
    private final String what;
    private final EntryForm form;
    private final ReadAhead ahead;
    private final Consumer<RedisCursor> whenClosed;
    private final ReentrantLock using = new ReentrantLock();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final List<CursorEvent> events = new ArrayList<>();
    private final ArrayDeque<Message> fetched = new ArrayDeque<>();
    private Position fetchedTo;
    private Position next;
    private boolean exhausted;
    private long quietSince = System.nanoTime();
    private volatile boolean cancelled;
    private volatile boolean closed;

    RedisCursor(RedisLink link, OpenRequest request, Consumer<RedisCursor> whenClosed)
            throws FaultException, InterruptedException {
        this.link = link;
        this.request = request;
        this.plan = RedisPlan.of(link, request);
        this.key = KeyNames.key(request.channel());
        this.what = "stream " + request.channel();
        this.form = link.config().form();
        this.ahead = new ReadAhead(request.limits());
        this.whenClosed = whenClosed;
        this.next = plan.from();
        this.fetchedTo = plan.from();
        this.exhausted = !plan.reads() || plan.end().map(end -> next.compareTo(end) >= 0).orElse(false);
        this.line = link.own(key);
    }

    @Override
    public CursorPlan plan() {
        return plan.cursorPlan();
    }

    @Override
    public Batch next(Duration maxWait) throws FaultException, InterruptedException {
        using.lockInterruptibly();
        try {
            long deadline = System.nanoTime() + maxWait.toNanos();
            while (true) {
                demandOpen();
                if (fetched.isEmpty() && !exhausted) {
                    fetch();
                }
                boolean end = exhausted && fetched.size() <= request.limits().messages() && fits();
                if (!fetched.isEmpty() || !events.isEmpty() || end) {
                    return hand(end);
                }
                if (wentQuiet()) {
                    return Batch.END;
                }
                long left = deadline - System.nanoTime();
                if (left <= 0) {
                    return Batch.EMPTY;
                }
                stopped.await(Math.min(left, BREATH), TimeUnit.NANOSECONDS);
            }
        } finally {
            using.unlock();
        }
    }

    private void fetch() throws FaultException, InterruptedException {
        int count = ahead.count();
        List<?> entries;
        try {
            entries = Reply.list(line.call(what, Command.XRANGE, RedisLine.words(key, StreamId.id(fetchedTo),
                    StreamId.idBefore(plan.end().orElse(BEHIND_ALL)), "COUNT", count)));
        } catch (FaultException e) {
            demandOpen();
            throw e;
        }
        long bytes = 0;
        for (Object entry : entries) {
            bytes += take(Reply.list(entry));
        }
        ahead.came(entries.size(), bytes);
        if (!entries.isEmpty()) {
            quietSince = System.nanoTime();
        }
        if (entries.size() < count && plan.end().isPresent()) {
            exhausted = true;
            lookBack();
        }
    }

    private long take(List<?> entry) {
        byte[] id = Reply.bytes(entry.getFirst());
        Optional<Position> position = StreamId.position(id);
        if (position.isEmpty()) {
            events.add(new Notice(Notice.Kind.POSITION_GONE, OptionalInt.of(0), "Entry " + StreamId.text(id)
                    + " has an id of 2^63 or more and was left out."));
            return 0;
        }
        List<byte[]> fields = new ArrayList<>();
        long bytes = 0;
        for (Object field : Reply.list(entry.get(1))) {
            fields.add(Reply.bytes(field));
            bytes += fields.getLast().length;
        }
        fetched.add(form.read(position.get(), fields));
        fetchedTo = position.get().next();
        return bytes;
    }

    /// A stream that was deleted or cut while it was read reads like one that ended.
    private void lookBack() throws FaultException, InterruptedException {
        StreamInfo now;
        try {
            now = StreamInfo.of(link, request.channel());
        } catch (FaultException e) {
            throw e.kind() == FaultKind.NOT_FOUND ? RedisFaults.gone(what, "read") : e;
        }
        StreamInfo then = plan.info();
        if (now.last().compareTo(then.last()) < 0) {
            throw RedisFaults.gone(what, "read");
        }
        boolean cut = now.first().orElse(now.end()).compareTo(then.first().orElse(now.end())) > 0;
        boolean deleted = !now.deleted().equals(then.deleted());
        if (cut || deleted) {
            events.add(new Notice(Notice.Kind.TRUNCATED, OptionalInt.of(0),
                    "Entries of the stream were deleted while it was read; some may be missing here."));
        }
    }

    private boolean fits() {
        long bytes = 0;
        for (Message message : fetched) {
            bytes += size(message);
        }
        return fetched.size() <= 1 || bytes <= request.limits().bytes();
    }

    private Batch hand(boolean end) {
        List<Message> messages = new ArrayList<>();
        long bytes = 0;
        while (!fetched.isEmpty() && messages.size() < request.limits().messages()) {
            long size = size(fetched.getFirst());
            if (!messages.isEmpty() && bytes + size > request.limits().bytes()) {
                break;
            }
            bytes += size;
            messages.add(fetched.removeFirst());
        }
        if (!messages.isEmpty()) {
            next = messages.getLast().position().next();
        }
        if (end && plan.end().isPresent() && plan.reads()) {
            next = plan.end().get();
        }
        Batch batch = new Batch(List.copyOf(messages), List.copyOf(events), end);
        events.clear();
        return batch;
    }

    private static long size(Message message) {
        long size = Math.max(0, message.keySize()) + (long) Math.max(0, message.valueSize());
        for (int i = 0; i < message.headers().size(); i++) {
            var header = message.headers().get(i);
            size += header.name().size() + header.value().map(v -> v.size()).orElse(0);
        }
        return size;
    }

    private boolean wentQuiet() {
        return request.end() instanceof End.Quiet(long millis)
                && System.nanoTime() - quietSince >= Duration.ofMillis(millis).toNanos();
    }

    @Override
    public List<Position> checkpoint() {
        return plan.reads() ? List.of(next) : List.of();
    }

    @Override
    public void cancel() {
        cancelled = true;
        stop();
    }

    @Override
    public void close() {
        closed = true;
        stop();
        link.end(line);
        whenClosed.accept(this);
    }

    private void stop() {
        stopped.countDown();
        line.drop();
    }

    private void demandOpen() throws FaultException {
        if (cancelled) {
            throw RedisFaults.cancelled();
        }
        if (closed || link.isClosed()) {
            throw RedisFaults.closed();
        }
    }
}
