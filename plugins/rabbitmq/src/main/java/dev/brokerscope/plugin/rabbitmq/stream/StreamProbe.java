package dev.brokerscope.plugin.rabbitmq.stream;

import com.rabbitmq.stream.OffsetSpecification;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/// Finds where streams begin and end. Servers before 3.11 do not tell, and counts are late everywhere: the end is what
/// stands behind the last chunk. A server sends what it has for a subscription before it answers the next request, so
/// that nothing having come means that there is nothing. Keeps some connections for the next question. Any thread.
final class StreamProbe implements AutoCloseable {

    private static final int ID = 0;
    private static final int KEPT = 8;
    private static final int PATIENCE = 50;
    private static final long PAUSE_MILLIS = 100;

    private final StreamNodes nodes;
    private final ReentrantLock using = new ReentrantLock();
    private final Map<String, Probe> probes = new LinkedHashMap<>();

    private record Probe(StreamLine line, FirstChunk came) {}

    /// Keeps the first chunk that comes.
    private static final class FirstChunk implements LineEvents {
        private Optional<Chunk> came = Optional.empty();

        @Override
        public synchronized void chunk(int subscription, Chunk chunk) {
            came = came.isPresent() ? came : Optional.of(chunk);
        }

        synchronized Optional<Chunk> take() {
            Optional<Chunk> taken = came;
            came = Optional.empty();
            return taken;
        }
    }

    StreamProbe(StreamNodes nodes) {
        this.nodes = nodes;
    }

    StreamBounds bounds(String stream) throws FaultException, InterruptedException {
        Optional<Chunk> first = chunk(stream, OffsetSpecification.first());
        if (first.isEmpty()) {
            return StreamBounds.EMPTY;
        }
        // the newest chunk is not handed out before most replicas have it
        for (int i = 0; i < PATIENCE; i++) {
            Optional<Chunk> last = chunk(stream, OffsetSpecification.last());
            if (last.isPresent()) {
                return new StreamBounds(first.get().first(), last.get().end());
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        throw StreamFaults.unanswered("stream " + stream);
    }

    /// The offset of the first message at or after the time; absent where there is none.
    Optional<Long> at(String stream, long millis) throws FaultException, InterruptedException {
        Optional<Chunk> chunk = chunk(stream, OffsetSpecification.timestamp(Math.max(0, millis)));
        while (chunk.isPresent() && chunk.get().time() < millis) {
            chunk = chunk(stream, OffsetSpecification.offset(chunk.get().end()));
        }
        return chunk.map(Chunk::first);
    }

    private Optional<Chunk> chunk(String stream, OffsetSpecification from) throws FaultException, InterruptedException {
        using.lockInterruptibly();
        try {
            boolean known = probes.containsKey(stream);
            try {
                return ask(stream, from);
            } catch (FaultException e) {
                forget(stream);
                boolean stale = known && (e.kind() == FaultKind.UNREACHABLE || e.kind() == FaultKind.TIMEOUT);
                if (!stale) {
                    throw e;
                }
                return ask(stream, from);
            } catch (InterruptedException e) {
                forget(stream);
                throw e;
            }
        } finally {
            using.unlock();
        }
    }

    private Optional<Chunk> ask(String stream, OffsetSpecification from) throws FaultException, InterruptedException {
        Probe probe = probe(stream);
        return nodes.ask(() -> {
            probe.came.take();
            probe.line.subscribe(ID, stream, from, 1);
            probe.line.unsubscribe(ID, stream);
            return probe.came.take();
        });
    }

    private Probe probe(String stream) throws FaultException, InterruptedException {
        Probe known = probes.get(stream);
        if (known != null && known.line.isOpen()) {
            return known;
        }
        FirstChunk came = new FirstChunk();
        StreamLine line = nodes.leading(stream, "brokerscope: look at " + stream, came);
        if (probes.size() == KEPT) {
            forget(probes.keySet().iterator().next());
        }
        Probe probe = new Probe(line, came);
        probes.put(stream, probe);
        return probe;
    }

    private void forget(String stream) {
        Probe probe = probes.remove(stream);
        if (probe != null) {
            probe.line.close();
        }
    }

    @Override
    public void close() {
        probes.values().forEach(probe -> probe.line.close());
    }
}
