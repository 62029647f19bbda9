package dev.brokerscope.core.restore;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.AttributeSchema;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.api.message.Header;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.core.job.Note;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One publisher's share of a channel. One thread.
final class ChannelWriting {

    private static final int REFUSED_AT_MOST = 10_000;
    private static final Duration FLUSH = Duration.ofMinutes(5);
    private static final Duration FAREWELL = Duration.ofSeconds(2);
    private static final long NOTE_EVERY = Duration.ofSeconds(1).toNanos();
    /// Nothing is in flight for a moment around each commit.
    private static final long COMMIT_EVERY = Duration.ofSeconds(3).toNanos();
    /// Well below the minute after which brokers give a transaction up.
    private static final long COMMIT_AT_LEAST_EVERY = Duration.ofSeconds(15).toNanos();

    /// Writes down how far it came.
    interface Notebook {
        void write() throws FaultException;
    }

    private final RestoreSite site;
    private final Route route;
    private final AckLedger ledger;
    private final Standing standing;
    private final boolean transactional;
    private final Notebook notebook;
    private long bytes;

    ChannelWriting(RestoreSite site, Route route, AckLedger ledger, Standing standing, boolean transactional,
            Notebook notebook) {
        this.site = site;
        this.route = route;
        this.ledger = ledger;
        this.standing = standing;
        this.transactional = transactional;
        this.notebook = notebook;
    }

    /// Bytes of keys, values and headers that were handed over.
    long bytes() {
        return bytes;
    }

    /// Returns early where the publisher handed something back.
    void write(Feed feed) throws FaultException, InterruptedException {
        try {
            long noted = System.nanoTime();
            long least = transactional ? COMMIT_EVERY : NOTE_EVERY;
            long every = least;
            while (!feed.ended() && ledger.returned().isEmpty()) {
                site.job().pausePoint();
                demandAlive();
                List<Message> batch = feed.next();
                if (!batch.isEmpty()) {
                    hand(batch, feed.attributes());
                }
                long begun = System.nanoTime();
                if (begun - noted > every) {
                    settle(FLUSH, false);
                    notebook.write();
                    noted = System.nanoTime();
                    every = Math.clamp(9 * (noted - begun), least, COMMIT_AT_LEAST_EVERY);
                }
            }
            demandAlive();
            settle(FLUSH, true);
            demandAlive();
        } catch (InterruptedException cancelled) {
            settleQuickly();
            throw cancelled;
        }
    }

    private void hand(List<Message> batch, AttributeSchema attributes) throws FaultException, InterruptedException {
        long before = bytes;
        List<Message> missing = new ArrayList<>(batch.size());
        for (Message message : batch) {
            if (ledger.skips(message.position())) {
                continue;
            }
            Optional<Position> at = standing.take(message, route);
            if (at.isPresent()) {
                publish(missing, attributes); // first things first
                missing.clear();
                ledger.found(message, at.get());
            } else {
                missing.add(message);
            }
        }
        publish(missing, attributes);
        site.job().progress().add(batch.size(), bytes - before);
        site.throttle().moved(missing.size(), bytes - before);
    }

    private void publish(List<Message> messages, AttributeSchema attributes)
            throws FaultException, InterruptedException {
        if (messages.isEmpty()) {
            return;
        }
        long token = ledger.expect(messages);
        List<Message> moved = route.rules().map().isEmpty() ? messages : messages.stream().map(route::moved).toList();
        route.publisher().publish(moved, token, attributes);
        bytes += messages.stream().mapToLong(ChannelWriting::size).sum();
    }

    /// @param atEnd waits for every acknowledgement; without it only what a transaction holds is made final
    private void settle(Duration atMost, boolean atEnd) throws FaultException, InterruptedException {
        if (transactional) {
            route.publisher().commit(atMost);
            if (ledger.returned().isEmpty() && ledger.fatal().isEmpty()) {
                ledger.committed();
            }
        } else if (atEnd) {
            route.publisher().flush(atMost);
        }
    }

    private void settleQuickly() {
        try {
            settle(FAREWELL, true);
        } catch (FaultException | InterruptedException late) {
            site.job().progress().note(Note.Level.INFO, "Some messages were still in flight.");
        }
    }

    private void demandAlive() throws FaultException {
        if (ledger.fatal().isPresent()) {
            throw ledger.fatal().get();
        }
        if (ledger.failures() >= REFUSED_AT_MOST) {
            throw new FaultException(FaultKind.REJECTED, "restore.too-many-refused",
                    "The target refused " + ledger.failures() + " messages; the first: "
                            + ledger.firstFailure().orElse("unknown"),
                    "Mend the target, then restore again.");
        }
    }

    private static long size(Message message) {
        long size = Math.max(0, message.keySize()) + (long) Math.max(0, message.valueSize());
        if (!message.headers().isEmpty()) {
            for (Header header : message.headers().list()) {
                size += header.name().size() + header.value().map(Bytes::size).orElse(0);
            }
        }
        return size;
    }
}
