package dev.brokerscope.archive.sqlite;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;

/// Asks an open database whether it is an archive that this program reads.
public final class Origin {

    /// The feature of encrypted volumes.
    public static final String ENCRYPTION = "encryption";

    private Origin() {}

    public static void check(Database db) throws FaultException {
        FileHeader.checkOrigin(db.file(), db.number("PRAGMA application_id"), db.number("PRAGMA user_version"));
    }

    /// Refuses features that a reader must know, by name. The tables were checked before.
    public static void checkFeatures(Database db) throws FaultException {
        var unknown = db.first("SELECT name FROM feature WHERE required <> 0 AND name <> ? ORDER BY name",
                row -> row.text(1), ENCRYPTION);
        if (unknown.isPresent()) {
            throw new FaultException(FaultKind.CORRUPT, "archive.feature", db.file() + " needs the feature \""
                    + unknown.get() + "\", which this program does not know.", "Update the program.");
        }
    }
}
