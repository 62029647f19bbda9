package dev.brokerscope.archive.sqlite;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// SQLite's log beside a file that is written. It can only be left while nobody else has the file open.
public final class WriteAheadLog {

    private static final long PAUSE_NANOS = 100_000_000L;

    private WriteAheadLog() {}

    /// Puts everything into the file itself, and writes straight into it from now on.
    ///
    /// @param patience with others who read the file
    /// @return false where somebody still reads it
    public static boolean leave(Database db, Duration patience) throws FaultException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!attempt(db)) {
            if (System.nanoTime() - deadline >= 0 || Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return true;
    }

    private static boolean attempt(Database db) throws FaultException {
        try {
            db.execute("PRAGMA wal_checkpoint(TRUNCATE)");
            return db.first("PRAGMA journal_mode = DELETE", row -> row.text(1)).orElse("").equals("delete");
        } catch (FaultException e) {
            if (e.kind() == FaultKind.LOCKED) {
                return false;
            }
            throw e;
        }
    }
}
