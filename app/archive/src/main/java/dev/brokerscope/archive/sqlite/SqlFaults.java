package dev.brokerscope.archive.sqlite;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// Says in sentences what SQLite reports in codes.
public final class SqlFaults {

    private static final long NEARLY_NOTHING = 1 << 20;

    private SqlFaults() {}

    public static FaultException of(SQLException e, Path file) {
        int code = e instanceof SQLiteException s ? s.getResultCode().code & 0xFF : e.getErrorCode() & 0xFF;
        if (code == SQLiteErrorCode.SQLITE_FULL.code || noRoomToGrow(e)
                || code == SQLiteErrorCode.SQLITE_IOERR.code && full(file)) {
            return diskFull(file, e);
        }
        if (code == SQLiteErrorCode.SQLITE_NOTADB.code || code == SQLiteErrorCode.SQLITE_CORRUPT.code) {
            return new FaultException(FaultKind.CORRUPT, "archive.damaged",
                    file + " is damaged: SQLite cannot read it.",
                    "Run verify to see what is wrong, and take another copy if there is one.", e);
        }
        if (code == SQLiteErrorCode.SQLITE_BUSY.code || code == SQLiteErrorCode.SQLITE_LOCKED.code) {
            return new FaultException(FaultKind.LOCKED, "archive.locked",
                    file + " is being changed by another program.",
                    "Wait until it is done, or end it.", e);
        }
        if (code == SQLiteErrorCode.SQLITE_INTERRUPT.code) {
            return new FaultException(FaultKind.CORRUPT, "archive.too-slow", "A query of " + file
                    + " took absurdly long, as in an archive made to do harm.", "Do not trust this file.", e);
        }
        if (code == SQLiteErrorCode.SQLITE_NOMEM.code || code == SQLiteErrorCode.SQLITE_TOOBIG.code) {
            return new FaultException(FaultKind.CORRUPT, "archive.too-large",
                    file + " holds a value that is too large.",
                    "Run verify to see what is wrong.", e);
        }
        return new FaultException(FaultKind.FILE_ACCESS, "archive.io", file + " cannot be read or written: "
                + e.getMessage() + ".", "Check the disk, and whether you may write there.", e);
    }

    /// The index of the log could not grow: SQLite calls that an I/O error, whatever the system said.
    private static boolean noRoomToGrow(SQLException e) {
        return e instanceof SQLiteException s && s.getResultCode() == SQLiteErrorCode.SQLITE_IOERR_SHMSIZE;
    }

    public static FaultException diskFull(Path file, Throwable cause) {
        return new FaultException(FaultKind.DISK_FULL, "archive.disk-full", "The disk of " + file + " is full.",
                "What was saved is safe: make room, then resume.", cause);
    }

    public static boolean full(Path file) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            return folder != null && Files.getFileStore(folder).getUsableSpace() < NEARLY_NOTHING;
        } catch (java.io.IOException unknown) {
            return false;
        }
    }
}
