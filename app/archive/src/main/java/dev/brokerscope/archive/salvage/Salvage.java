package dev.brokerscope.archive.salvage;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.archive.sqlite.Database;
import dev.brokerscope.archive.sqlite.Databases;
import dev.brokerscope.archive.sqlite.Tables;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Takes every row that a damaged volume still gives into a new, unfinished one, which opens like any other. Nothing is
/// proven here: blocks are checked by who reads them. The damaged file is never changed.
///
/// @param work where the new volume stands; its name ends in `.msgdb.partial`
/// @param rows taken, of all tables
/// @param remarks whole sentences on what was lost of the manifest, or had to be made up
public record Salvage(Path work, long rows, List<String> remarks) {

    /// The tables, those that others refer to first.
    private static final List<String> TABLES = List.of("about", "archive", "feature", "source", "run", "channel",
            "channel_setting", "partition", "range", "block", "gap", "event", "schema", "schema_reference",
            "schema_subject", "schema_use", "consumer_group", "group_position", "cluster_object", "key_slot",
            "attachment", "frame");

    public Salvage {
        remarks = List.copyOf(remarks);
    }

    /// @param folder for the new volume and other files of this work
    /// @throws FaultException `CORRUPT` where the file gives nothing, else where the disk fails
    public static Salvage take(Path damaged, Path folder) throws FaultException, InterruptedException {
        List<String> remarks = new ArrayList<>();
        Path work = folder.resolve("rows.msgdb.partial");
        try (ReadableCopy readable = ReadableCopy.of(damaged, folder, remarks);
                Database to = Databases.create(work)) {
            to.execute("PRAGMA foreign_keys = OFF");
            to.execute("PRAGMA synchronous = OFF");
            to.execute("BEGIN IMMEDIATE");
            Tables.create(to);
            long rows = 0;
            for (String table : TABLES) {
                TableSalvage.Taken taken = new TableSalvage(readable.db(), to, table).take();
                rows += taken.rows();
                if (taken.broken()) {
                    remarks.add("The table " + table + " could not be read to its end: rows of it are lost.");
                }
                if (taken.refused() > 0) {
                    remarks.add(taken.refused() + " rows of the table " + table + " held values that cannot be.");
                }
            }
            new MissingRows(to, remarks).makeUp();
            to.execute("COMMIT");
            return new Salvage(work, rows, remarks);
        }
    }
}
