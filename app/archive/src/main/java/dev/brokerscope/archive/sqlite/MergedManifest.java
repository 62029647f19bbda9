package dev.brokerscope.archive.sqlite;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import java.nio.file.Path;

/// One manifest made of those of several volumes, so that the same queries answer for a set. It lives in a temporary
/// database that goes to disk only where it is large; frames stay in the volumes.
///
/// Ids of blocks say where their frames are: the volume's place in the set · 2^40 + the id there.
public final class MergedManifest {

    private static final int BITS = 40;

    private final Database db;

    private MergedManifest(Database db) {
        this.db = db;
    }

    /// @param folder named where something is wrong
    public static MergedManifest create(Path folder) throws FaultException {
        Database db = Databases.temporary(folder);
        try {
            Tables.create(db);
            for (String statement : SqlText.statements("merge-tables.sql")) {
                db.execute(statement);
            }
            return new MergedManifest(db);
        } catch (FaultException e) {
            db.close();
            throw e;
        }
    }

    /// Volumes come in the order of the set: what a later one says of the same run or channel counts.
    ///
    /// @param place of the volume in the set, from 0
    public void add(Path volume, boolean immutable, int place) throws FaultException {
        db.execute("ATTACH '" + Databases.uri(volume, immutable ? "mode=ro&immutable=1" : "mode=ro").replace("'", "''")
                + "' AS volume");
        long format = Math.max(db.number("PRAGMA user_version"), db.number("PRAGMA volume.user_version"));
        db.execute("PRAGMA user_version = " + format);
        db.execute("BEGIN");
        if (db.number("SELECT count(*) FROM volume.block WHERE block_id < 0 OR block_id >> " + BITS + " <> 0") > 0) {
            throw new FaultException(FaultKind.CORRUPT, "archive.damaged", volume + " holds a value that cannot be.",
                    "Run verify to see what is wrong.");
        }
        db.execute("DELETE FROM merging");
        db.update("INSERT INTO merging VALUES (?)", (long) place << BITS);
        for (String statement : SqlText.statements("merge.sql")) {
            db.execute(statement);
        }
        db.execute("COMMIT");
        db.execute("DETACH volume");
    }

    public Database db() {
        return db;
    }

    /// The place of the volume that holds a block.
    public static int place(long block) {
        return (int) (block >> BITS);
    }

    /// The block's id in its volume.
    public static long local(long block) {
        return block & (1L << BITS) - 1;
    }
}
