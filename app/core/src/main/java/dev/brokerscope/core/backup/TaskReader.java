package dev.brokerscope.core.backup;

import dev.brokerscope.api.broker.Batch;
import dev.brokerscope.api.broker.Cursor;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.core.job.JobContext;
import dev.brokerscope.core.pace.Throttle;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// Reads one task from its first message to its end. Shared by the reading threads.
///
/// @param sieve present where only matching messages are kept
record TaskReader(BackupSource source, ReadOptions options, Optional<SchemaCollector> schemas, Optional<Sieve> sieve,
        Throttle throttle, JobContext job) {

    private static final Duration WAIT = Duration.ofMillis(500);
    /// How long a broker may be away while nothing is being read from it; a cursor has its own patience.
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration BREATH = Duration.ofSeconds(1);

    /// Where a reader puts what it read.
    interface Sink {
        void put(Arrival arrival) throws InterruptedException;

        /// Makes the cursor reachable for whoever ends the reading.
        void opened(Cursor cursor);

        void closed(Cursor cursor);
    }

    /// @param ended whether the readers are being closed
    /// @return how it ended
    Arrival read(ReadTask task, Sink sink, BooleanSupplier ended) throws InterruptedException {
        try (Cursor cursor = open(task, ended)) {
            sink.opened(cursor);
            try {
                demandSame(task);
                return read(task, cursor, sink);
            } finally {
                sink.closed(cursor);
            }
        } catch (FaultException e) {
            boolean gone = e.kind() == FaultKind.INCOMPLETE || e.kind() == FaultKind.NOT_FOUND;
            return gone ? new Arrival.Gone(task, e) : new Arrival.Failed(e);
        }
    }

    /// Waits for a broker that is away for a moment: with many channels most cursors are opened long after the cut.
    private Cursor open(ReadTask task, BooleanSupplier ended) throws FaultException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                Cursor cursor = source.session().open(task.request(options));
                return options.measureAborted()
                        ? new MeasuringCursor(cursor, source.session(), task.request(options))
                        : cursor;
            } catch (FaultException e) {
                boolean away = e.kind() == FaultKind.UNREACHABLE || e.kind() == FaultKind.TIMEOUT;
                if (!away || ended.getAsBoolean() || System.nanoTime() > deadline) {
                    throw e;
                }
                Thread.sleep(BREATH);
            }
        }
    }

    /// A channel that was deleted and made anew since the cut has other messages at the same positions. Asked once the
    /// cursor is open, which from then on looks after it itself.
    private void demandSame(ReadTask task) throws FaultException, InterruptedException {
        String now = source.session().describe(task.channel()).incarnation();
        if (!now.equals(task.start().incarnation())) {
            throw new FaultException(FaultKind.INCOMPLETE, "backup.recreated", task.channel()
                    + " was deleted and created anew since the backup began: what was not read before is missing.",
                    "");
        }
    }

    private Arrival read(ReadTask task, Cursor cursor, Sink sink) throws FaultException, InterruptedException {
        while (true) {
            job.pausePoint();
            Batch read = cursor.next(WAIT);
            Batch batch = sieve.isPresent() ? sieve.get().sift(task.channel(), task.dense(), read) : read;
            if (!batch.messages().isEmpty() || !batch.events().isEmpty()) {
                List<Sighting> seen = schemas.isPresent()
                        ? schemas.get().look(task.channel(), batch.messages())
                        : List.of();
                sink.put(new Arrival.Read(task.channel(), batch, seen));
            }
            if (read.end()) {
                return new Arrival.Ended(task, cursor.checkpoint());
            }
            brake(read.messages());
        }
    }

    private void brake(List<Message> messages) throws InterruptedException {
        if (!options.limit().isNone()) {
            throttle.moved(messages.size(), messages.stream()
                    .mapToLong(m -> Math.max(0, m.keySize()) + (long) Math.max(0, m.valueSize())).sum());
        }
    }
}
