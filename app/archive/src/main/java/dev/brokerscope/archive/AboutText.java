package dev.brokerscope.archive;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.archive.sqlite.Database;
import java.util.List;

/// What someone reads who opens an archive with nothing but a SQLite tool.
final class AboutText {

    private static final List<String> LINES = List.of(
            "This is a Brokerscope archive: messages of a message broker, exactly as the broker held them.",
            "Tables to look at: coverage (what it holds), run, channel, channel_setting, gap, schema, consumer_group.",
            "Messages stand in compressed blocks: table block lists them, table frame holds their bytes (zstd).",
            "To print messages: brokerscope read CHANNEL -c FILE --format jsonl. To list channels: brokerscope info FILE.",
            "To check it: brokerscope verify FILE. To restore it: brokerscope restore FILE -c CONNECTION --write.",
            "The format is described in docs/archive-format.md of Brokerscope; times are milliseconds since 1970 UTC.",
            "Do not change this file: it is sealed, and every changed byte will be found.");

    private AboutText() {}

    static void write(Database db) throws FaultException {
        for (int i = 0; i < LINES.size(); i++) {
            db.update("INSERT INTO about VALUES (?, ?)", i + 1, LINES.get(i));
        }
    }
}
