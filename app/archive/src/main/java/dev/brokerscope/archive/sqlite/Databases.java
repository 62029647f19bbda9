package dev.brokerscope.archive.sqlite;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.Pragma;
import org.sqlite.SQLiteOpenMode;

/// Opens connections the way archives need them; why each setting is there stands in docs/archive-format.md.
public final class Databases {

    /// Older ones can lose the reset of a write-ahead log.
    private static final String LEAST_VERSION = "3.51.3";
    private static final int STEPS_BETWEEN_LOOKS = 1_000_000;

    private Databases() {}

    /// A new file, without a log: for what is written before anything else.
    public static Database create(Path file) throws FaultException {
        Database db = connect(file, "mode=rwc", config(), false);
        try {
            db.execute("PRAGMA page_size = " + Format.PAGE_SIZE);
            db.execute("PRAGMA application_id = " + Format.APPLICATION_ID);
            db.execute("PRAGMA user_version = " + Format.VERSION);
            db.execute("PRAGMA synchronous = FULL");
            db.execute("PRAGMA foreign_keys = ON");
            return db;
        } catch (FaultException e) {
            db.close();
            throw e;
        }
    }

    /// An unfinished file, for its one writer.
    public static Database openWritable(Path file) throws FaultException {
        if (HotJournal.beside(file)) {
            HotJournal.demandOwn(file);
        }
        Database db = connect(file, "mode=rw", config(), false);
        try {
            writing(db);
            return db;
        } catch (FaultException e) {
            db.close();
            throw e;
        }
    }

    /// A sealed file without its trailer, for what may be changed in it: no log, and what is deleted is overwritten.
    public static Database openSealed(Path file) throws FaultException {
        Database db = connect(file, "mode=rw", config(), false);
        try {
            db.execute("PRAGMA trusted_schema = OFF");
            db.execute("PRAGMA cell_size_check = ON");
            db.execute("PRAGMA journal_mode = DELETE");
            db.execute("PRAGMA synchronous = EXTRA");
            db.execute("PRAGMA secure_delete = ON");
            db.execute("PRAGMA foreign_keys = ON");
            return db;
        } catch (FaultException e) {
            db.close();
            throw e;
        }
    }

    /// @param immutable nobody writes: no locks, no log; only for sealed files
    public static Database openReadOnly(Path file, boolean immutable) throws FaultException {
        if (!immutable && HotJournal.beside(file)) {
            rollBack(file);
        }
        SQLiteConfig config = config();
        config.resetOpenMode(SQLiteOpenMode.READWRITE);
        config.resetOpenMode(SQLiteOpenMode.CREATE);
        config.setOpenMode(SQLiteOpenMode.READONLY);
        Database db = connect(file, immutable ? "mode=ro&immutable=1" : "mode=ro", config, true);
        try {
            db.execute("PRAGMA trusted_schema = OFF");
            db.execute("PRAGMA cell_size_check = ON");
            db.execute("PRAGMA mmap_size = 0");
            db.execute("PRAGMA query_only = ON");
            return db;
        } catch (FaultException e) {
            db.close();
            throw e;
        }
    }

    /// A private database that vanishes when it is closed; foreign archives are attached to it.
    static Database temporary(Path about) throws FaultException {
        SQLiteConfig config = new SQLiteConfig();
        config.setOpenMode(SQLiteOpenMode.OPEN_URI);
        try {
            Connection connection = config.createConnection("jdbc:sqlite:");
            ProgressHandler.setHandler(connection, STEPS_BETWEEN_LOOKS, new Deadline());
            Database db = new Database(about, connection);
            for (String pragma : List.of("journal_mode = OFF", "synchronous = OFF", "trusted_schema = OFF",
                    "cell_size_check = ON", "mmap_size = 0", "cache_size = -65536")) {
                db.execute("PRAGMA " + pragma);
            }
            return db;
        } catch (SQLException e) {
            throw SqlFaults.of(e, about);
        }
    }

    /// Where another program is just writing, the journal is not hot, and nothing happens.
    private static void rollBack(Path file) throws FaultException {
        HotJournal.demandOwn(file);
        try (Database db = connect(file, "mode=rw", config(), true)) {
            db.execute("PRAGMA trusted_schema = OFF");
            db.number("SELECT count(*) FROM sqlite_schema");
        }
    }

    private static void writing(Database db) throws FaultException {
        db.execute("PRAGMA journal_mode = WAL");
        db.execute("PRAGMA synchronous = FULL");
        db.execute("PRAGMA foreign_keys = ON");
        db.execute("PRAGMA wal_autocheckpoint = 2000");
        db.execute("PRAGMA trusted_schema = OFF");
    }

    private static SQLiteConfig config() {
        SQLiteConfig config = new SQLiteConfig();
        config.setOpenMode(SQLiteOpenMode.OPEN_URI);
        config.setBusyTimeout(5_000);
        config.setPragma(Pragma.LIMIT_ATTACHED, "0");
        return config;
    }

    private static Database connect(Path file, String mode, SQLiteConfig config, boolean foreign)
            throws FaultException {
        try {
            Connection connection = config.createConnection("jdbc:sqlite:" + uri(file, mode));
            if (foreign) {
                ProgressHandler.setHandler(connection, STEPS_BETWEEN_LOOKS, new Deadline());
            }
            Database db = new Database(file, connection);
            checkVersion(db);
            return db;
        } catch (SQLException e) {
            throw SqlFaults.of(e, file);
        }
    }

    /// SQLite decodes `%XX`; what has a meaning in a URI must not stand there as itself.
    static String uri(Path file, String mode) {
        return "file:" + file.toAbsolutePath().toString().replace("\\", "/").replace("%", "%25").replace("?", "%3f")
                .replace("#", "%23") + "?" + mode;
    }

    private static void checkVersion(Database db) throws FaultException {
        String version = db.first("SELECT sqlite_version()", row -> row.text(1)).orElse("0");
        if (Arrays.compare(numbers(version), numbers(LEAST_VERSION)) < 0) {
            db.close();
            throw new FaultException(FaultKind.INTERNAL, "archive.sqlite-version", "This program runs with SQLite "
                    + version + ", which has a known defect.", "Use at least SQLite " + LEAST_VERSION + ".");
        }
    }

    private static int[] numbers(String version) {
        return Arrays.stream(version.split("\\.")).mapToInt(Integer::parseInt).toArray();
    }

    /// Ends a single query that runs absurdly long; a query of ours looks at far fewer rows.
    private static final class Deadline extends ProgressHandler {
        private static final long LONGEST_PAUSE_NANOS = 1_000_000_000L;
        private static final int MOST_LOOKS = 5_000;
        private int looks;
        private long last = System.nanoTime();

        @Override
        protected int progress() {
            long now = System.nanoTime();
            looks = now - last > LONGEST_PAUSE_NANOS ? 0 : looks + 1;
            last = now;
            return looks > MOST_LOOKS ? 1 : 0;
        }
    }
}
