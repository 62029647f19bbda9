package dev.brokerscope.cli.message;

import dev.brokerscope.cli.run.Run;
import java.util.List;
import java.util.Locale;

/// The formats of `read`.
public enum Format {
    TABLE, TEXT, JSON, JSONL, RAW, HEX;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    public MessagePrinter printer(Run run, List<TableColumn> columns) {
        return switch (this) {
            case TABLE -> new TablePrinter(run, columns);
            case TEXT -> new TextPrinter(run);
            case JSON -> new JsonPrinter(run.out(), false);
            case JSONL -> new JsonPrinter(run.out(), true);
            case RAW -> new RawPrinter(run.out());
            case HEX -> new HexPrinter(run.out());
        };
    }
}
