package dev.brokerscope.plugin.rabbitmq.publish;

import com.rabbitmq.client.Return;
import dev.brokerscope.api.broker.AckListener;
import dev.brokerscope.api.fault.FaultException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Published messages that the server has not confirmed yet, by their number on the channel. Each one's fate is told
/// once. Any thread.
final class InFlight {

    /// What the listener is told, outside of the lock.
    private record Fate(long token, Optional<FaultException> failure) {}

    private static final class Entry {
        private final Outgoing message;
        private Optional<FaultException> returned = Optional.empty();

        Entry(Outgoing message) {
            this.message = message;
        }
    }

    private final AckListener acks;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final NavigableMap<Long, Entry> entries = new TreeMap<>();
    private long untold;
    private long bytes;
    private Optional<FaultException> end = Optional.empty();

    InFlight(AckListener acks) {
        this.acks = acks;
    }

    /// Whether it was taken in; not once everything ended.
    boolean add(long number, Outgoing message) {
        lock.lock();
        try {
            if (end.isPresent()) {
                return false;
            }
            entries.put(number, new Entry(message));
            bytes += message.body().length;
            untold++;
            return true;
        } finally {
            lock.unlock();
        }
    }

    void confirmed(long number, boolean multiple) {
        settle(number, multiple, Optional.empty());
    }

    void declined(long number, boolean multiple, FaultException why) {
        settle(number, multiple, Optional.of(why));
    }

    private void settle(long number, boolean multiple, Optional<FaultException> failure) {
        List<Fate> fates = new ArrayList<>();
        lock.lock();
        try {
            NavigableMap<Long, Entry> settled = multiple ? entries.headMap(number, true)
                    : entries.subMap(number, true, number, true);
            settled.values().forEach(e -> {
                fates.add(new Fate(e.message.token(), e.returned.or(() -> failure)));
                bytes -= e.message.body().length;
            });
            settled.clear();
        } finally {
            lock.unlock();
        }
        tell(fates);
    }

    /// No queue took it: the confirm that follows does not mean that it was written. The server does not tell the
    /// number, but returns come in the order of publishing, and equal messages may stand for each other.
    void returned(Return message, FaultException why) {
        lock.lock();
        try {
            entries.values().stream().filter(e -> e.returned.isEmpty() && isSame(e.message, message)).findFirst()
                    .ifPresent(e -> e.returned = Optional.of(why));
        } finally {
            lock.unlock();
        }
    }

    private static boolean isSame(Outgoing sent, Return back) {
        return sent.routingKey().equals(back.getRoutingKey()) && Arrays.equals(sent.body(), back.getBody())
                && Objects.equals(sent.properties().getMessageId(), back.getProperties().getMessageId())
                && Objects.equals(sent.properties().getTimestamp(), back.getProperties().getTimestamp())
                && Objects.equals(sent.properties().getCorrelationId(), back.getProperties().getCorrelationId());
    }

    /// Nothing will be confirmed any more. The first reason counts.
    void end(FaultException why) {
        List<Fate> fates = new ArrayList<>();
        lock.lock();
        try {
            if (end.isEmpty()) {
                end = Optional.of(why);
            }
            entries.values().forEach(e -> fates.add(new Fate(e.message.token(), e.returned.or(() -> end))));
            entries.clear();
            bytes = 0;
        } finally {
            lock.unlock();
        }
        tell(fates);
    }

    /// Whoever waits must find that the listener knows.
    private void tell(List<Fate> fates) {
        fates.forEach(this::tell);
        lock.lock();
        try {
            untold -= fates.size();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void tell(Fate fate) {
        if (fate.failure.isPresent()) {
            acks.failed(fate.token, fate.failure.get());
        } else {
            acks.acknowledged(fate.token, Optional.empty());
        }
    }

    Optional<FaultException> ended() {
        lock.lock();
        try {
            return end;
        } finally {
            lock.unlock();
        }
    }

    /// Waits until at most so much is left, at most so long.
    ///
    /// @return whether that is so
    boolean await(int messages, long mostBytes, long nanos) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = nanos;
            while ((untold > messages || bytes > mostBytes) && left > 0) {
                left = changed.awaitNanos(left);
            }
            return untold <= messages && bytes <= mostBytes;
        } finally {
            lock.unlock();
        }
    }
}
