package dev.brokerscope.plugin.rabbitmq.stream;

import dev.brokerscope.api.broker.AckListener;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/// Writes into one stream under a name of its own: where the connection breaks, everything that was not confirmed is sent
/// again with the same publishing ids, and the server drops what it has already. One thread, except `close`.
final class PublishLane {

    private static final int ID = 0;
    private static final int ATTEMPTS = 60;
    private static final long PAUSE_MILLIS = 1_000;
    private static final long BATCH_BYTES = 512L << 10;

    private final StreamNodes nodes;
    private final String stream;
    private final String name;
    private final AckListener acks;
    private final InFlight inFlight;
    private final ConcurrentSkipListMap<Long, Sent> unconfirmed = new ConcurrentSkipListMap<>();
    private final AtomicLong ids = new AtomicLong();
    private volatile StreamLine line;
    private volatile boolean broken;
    private volatile boolean closed;

    private record Sent(long token, byte[] bytes) {}

    PublishLane(StreamNodes nodes, String stream, String name, AckListener acks, InFlight inFlight)
            throws FaultException, InterruptedException {
        this.nodes = nodes;
        this.stream = stream;
        this.name = name;
        this.acks = acks;
        this.inFlight = inFlight;
        this.line = connect();
    }

    Optional<Long> largestMessage() {
        return line.largestMessage();
    }

    private StreamLine connect() throws FaultException, InterruptedException {
        StreamLine opened = nodes.leading(stream, "brokerscope: write " + stream, new Events());
        broken = false;
        return nodes.ask(() -> {
            opened.declarePublisher(ID, name, stream);
            return opened;
        });
    }

    private final class Events implements LineEvents {
        @Override
        public void confirmed(long publishingId) {
            settle(publishingId, sent -> acks.acknowledged(sent.token, Optional.empty()));
        }

        @Override
        public void refused(long publishingId, short code) {
            settle(publishingId, sent -> acks.failed(sent.token, StreamFaults.of("stream " + stream, code)));
        }

        @Override
        public void moved() {
            broken = true;
            inFlight.wake();
        }

        @Override
        public void ended() {
            moved();
        }
    }

    /// The listener is told before the message counts as settled: whoever flushes has heard of all.
    private void settle(long publishingId, Consumer<Sent> tell) {
        Sent sent = unconfirmed.remove(publishingId);
        if (sent != null) {
            tell.accept(sent);
            inFlight.settled(sent.bytes.length);
        }
    }

    /// Hands messages over; what has no room yet waits.
    ///
    /// @param tokens of each
    void publish(List<byte[]> messages, List<Long> tokens) throws FaultException, InterruptedException {
        List<Long> batch = new ArrayList<>();
        long bytes = 0;
        for (int i = 0; i < messages.size(); i++) {
            byte[] message = messages.get(i);
            if (!batch.isEmpty() && (bytes + message.length > BATCH_BYTES || !inFlight.hasRoom(message.length))) {
                send(batch);
                batch.clear();
                bytes = 0;
            }
            while (!inFlight.enter(message.length)) {
                mend();
            }
            long id = ids.incrementAndGet();
            unconfirmed.put(id, new Sent(tokens.get(i), message));
            batch.add(id);
            bytes += message.length;
        }
        send(batch);
        mend();
    }

    private void send(List<Long> batch) throws FaultException, InterruptedException {
        List<byte[]> messages = new ArrayList<>(batch.size());
        List<Long> sent = new ArrayList<>(batch.size());
        for (long id : batch) {
            Sent one = unconfirmed.get(id);
            if (one != null) {
                messages.add(one.bytes);
                sent.add(id);
            }
        }
        if (messages.isEmpty() || broken) {
            return; // what is broken sends all of it again
        }
        Iterator<Long> next = sent.iterator();
        try {
            line.publish(ID, stream, messages, _ -> next.next());
        } catch (FaultException e) {
            if (line.isOpen()) {
                throw e;
            }
            broken = true;
        }
    }

    /// Opens the connection anew where it broke off.
    void mend() throws FaultException, InterruptedException {
        for (int attempt = 1; broken && !closed; attempt++) {
            line.close();
            try {
                line = connect();
                resend();
            } catch (FaultException e) {
                if (e.kind() == FaultKind.NOT_FOUND) {
                    fail(StreamFaults.gone("stream " + stream, "written"));
                    return;
                }
                boolean again = e.kind() == FaultKind.UNREACHABLE || e.kind() == FaultKind.TIMEOUT;
                if (!again || attempt == ATTEMPTS) {
                    throw e;
                }
                broken = true;
                Thread.sleep(PAUSE_MILLIS);
            }
        }
    }

    private void resend() throws FaultException, InterruptedException {
        List<Long> batch = new ArrayList<>();
        long bytes = 0;
        for (var entry : unconfirmed.entrySet()) {
            batch.add(entry.getKey());
            bytes += entry.getValue().bytes.length;
            if (bytes > BATCH_BYTES) {
                send(batch);
                batch.clear();
                bytes = 0;
            }
        }
        send(batch);
    }

    /// The stream is gone: nothing more will be confirmed.
    private void fail(FaultException why) {
        for (long id : List.copyOf(unconfirmed.keySet())) {
            settle(id, sent -> acks.failed(sent.token, why));
        }
    }

    void close() {
        closed = true;
        line.close();
    }
}
