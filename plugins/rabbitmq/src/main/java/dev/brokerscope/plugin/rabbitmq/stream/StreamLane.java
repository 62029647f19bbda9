package dev.brokerscope.plugin.rabbitmq.stream;

import com.rabbitmq.stream.OffsetSpecification;
import dev.brokerscope.api.broker.CursorEvent;
import dev.brokerscope.api.broker.CursorEvent.Gap;
import dev.brokerscope.api.broker.CursorEvent.Notice;
import dev.brokerscope.api.broker.GapReason;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.plugin.rabbitmq.stream.ChunkMessages.DamagedException;
import dev.brokerscope.plugin.rabbitmq.stream.form.StreamForm;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/// Reads one stream: chunks come as far as there is credit, and are opened when their messages are wanted. One thread,
/// except `close`; what comes, comes on the client library's.
final class StreamLane {

    private static final int ID = 0;
    private static final int ATTEMPTS = 60;
    private static final long PAUSE_MILLIS = 1_000;

    private final StreamNodes nodes;
    private final StreamPlan.Part part;
    private final Credits credits;
    private final Runnable signal;
    private final ConcurrentLinkedQueue<Chunk> came = new ConcurrentLinkedQueue<>();
    private @Nullable ChunkMessages open;
    private volatile Optional<StreamLine> line = Optional.empty();
    private Optional<FutureTask<StreamLine>> mending = Optional.empty();
    private volatile boolean broken;
    private volatile boolean closed;
    private long next;

    StreamLane(StreamNodes nodes, StreamPlan.Part part, long budget, Runnable signal) {
        this.nodes = nodes;
        this.part = part;
        this.credits = new Credits(budget);
        this.signal = signal;
        this.next = part.from();
    }

    Position checkpoint() {
        return Position.of(part.number(), next);
    }

    boolean isAtEnd() {
        return part.to().isPresent() && next >= part.to().getAsLong();
    }

    void begin() throws FaultException, InterruptedException {
        if (!isAtEnd()) {
            subscribe();
        }
    }

    /// What the library tells of one connection; a later one takes its place.
    private final class Events implements LineEvents {
        private volatile Optional<StreamLine> mine = Optional.empty();

        @Override
        public void chunk(int subscription, Chunk chunk) {
            came.add(chunk);
            int more = credits.came(chunk.data().length);
            mine.filter(_ -> more > 0).ifPresent(own -> own.credit(ID, more));
            signal.run();
        }

        @Override
        public void moved() {
            broken = true;
            signal.run();
        }

        @Override
        public void ended() {
            moved();
        }
    }

    private StreamLine subscribe() throws FaultException, InterruptedException {
        Events events = new Events();
        StreamLine opened = nodes.leading(part.stream(), "brokerscope: read " + part.stream(), events);
        line = Optional.of(opened);
        events.mine = line;
        if (closed) {
            opened.close();
        }
        broken = false;
        credits.begin();
        long from = next;
        return nodes.ask(() -> {
            opened.subscribe(ID, part.stream(), OffsetSpecification.offset(from), Credits.FIRST);
            return opened;
        });
    }

    /// Opens the connection anew where it broke off, on another thread: whoever reads here can still be cancelled. Offsets
    /// stay what they are.
    void mend(List<CursorEvent> events) throws FaultException, InterruptedException {
        if (mending.isEmpty() && broken && !closed && !isAtEnd()) {
            line.ifPresent(StreamLine::close);
            FutureTask<StreamLine> task = new FutureTask<>(this::reopen);
            mending = Optional.of(task);
            nodes.link().config().host().thread("rabbitmq reconnect", () -> {
                task.run();
                signal.run();
            }).start();
        }
        if (mending.isPresent() && mending.get().isDone()) {
            FutureTask<StreamLine> task = mending.get();
            mending = Optional.empty();
            result(task);
            events.add(new Notice(Notice.Kind.RECONNECTED, OptionalInt.of(part.number()), "The connection to stream "
                    + part.stream() + " broke off and was opened again at offset " + next + "."));
        }
    }

    private static void result(FutureTask<StreamLine> task) throws FaultException, InterruptedException {
        try {
            task.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case FaultException fault -> throw fault;
                case InterruptedException interrupt -> throw interrupt;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }

    private StreamLine reopen() throws FaultException, InterruptedException {
        for (int attempt = 1;; attempt++) {
            try {
                return subscribe();
            } catch (FaultException e) {
                if (e.kind() == FaultKind.NOT_FOUND) {
                    throw StreamFaults.gone("stream " + part.stream(), "read");
                }
                boolean again = e.kind() == FaultKind.UNREACHABLE || e.kind() == FaultKind.TIMEOUT;
                if (!again || attempt == ATTEMPTS || closed) {
                    throw e;
                }
                Thread.sleep(PAUSE_MILLIS);
            }
        }
    }

    /// The next message that is here already; events on the way to it are added.
    Optional<Message> poll(List<CursorEvent> events) {
        while (!isAtEnd()) {
            ChunkMessages messages = open;
            if (messages == null) {
                if (came.isEmpty()) {
                    return Optional.empty();
                }
                unpack(came.remove(), events);
                continue;
            }
            try {
                if (messages.more()) {
                    return Optional.of(message(messages));
                }
                release(messages.chunk());
            } catch (DamagedException e) {
                damaged(messages.chunk(), e, events);
            }
        }
        return Optional.empty();
    }

    private Message message(ChunkMessages messages) throws DamagedException {
        long offset = messages.offset();
        byte[] bytes = messages.next();
        next = offset + 1;
        return StreamForm.read(part.number(), offset, messages.chunk().time(), bytes);
    }

    private void unpack(Chunk chunk, List<CursorEvent> events) {
        if (chunk.end() <= next) {
            release(chunk);
            return;
        }
        try {
            ChunkMessages messages = new ChunkMessages(chunk);
            if (chunk.first() > next) {
                missing(chunk.first(), events);
            }
            while (messages.offset() < next) {
                messages.skip();
            }
            open = isAtEnd() ? null : messages;
        } catch (DamagedException e) {
            damaged(chunk, e, events);
        }
    }

    /// Chunks come without a hole, but for what the server notes between them: how far consumers have come.
    private void missing(long first, List<CursorEvent> events) {
        long to = Math.min(first, part.to().orElse(Long.MAX_VALUE));
        events.add(new Gap(checkpoint(), Position.of(part.number(), to), GapReason.SPARSE, true));
        next = to;
    }

    private void damaged(Chunk chunk, DamagedException why, List<CursorEvent> events) {
        if (chunk.first() > next) {
            missing(chunk.first(), events);
        }
        long to = Math.min(chunk.end(), part.to().orElse(Long.MAX_VALUE));
        if (to > next) {
            events.add(new Gap(checkpoint(), Position.of(part.number(), to), GapReason.UNREADABLE, true));
            events.add(new Notice(Notice.Kind.UNREADABLE, OptionalInt.of(part.number()), "The chunk at offset "
                    + chunk.first() + " of stream " + part.stream() + " is damaged: " + why.getMessage() + "."));
            next = to;
        }
        release(chunk);
    }

    private void release(Chunk chunk) {
        open = null;
        int more = credits.taken(chunk.data().length);
        line.filter(_ -> more > 0).ifPresent(own -> own.credit(ID, more));
    }

    /// From any thread.
    void close() {
        closed = true;
        line.ifPresent(StreamLine::close);
    }
}
