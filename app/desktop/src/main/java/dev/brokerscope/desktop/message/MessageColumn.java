package dev.brokerscope.desktop.message;

import dev.brokerscope.desktop.ui.Texts;
import dev.brokerscope.desktop.ui.table.ColumnSpec;
import dev.brokerscope.desktop.ui.table.ColumnState;
import dev.brokerscope.desktop.ui.table.Run;
import dev.brokerscope.desktop.ui.table.RunStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// The columns there are. Adding one is a constant here and its cell below; people choose which are shown.
enum MessageColumn {

    MARK(true), PARTITION(true), OFFSET(true), TIME(true), TIMESTAMP_TYPE(false), KEY(true), HEADERS(false),
    FORMAT(true), SIZE(true), VALUE(true);

    private final boolean usual;

    MessageColumn(boolean usual) {
        this.usual = usual;
    }

    /// What a table is left by and remembered with.
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static List<ColumnSpec<MessageRow>> specs(TimeColumn time) {
        return Arrays.stream(values()).map(column -> column.spec(time)).toList();
    }

    /// How the columns stand where nobody touched them.
    static List<ColumnState> usualStates(List<ColumnSpec<MessageRow>> specs) {
        return Arrays.stream(values()).map(column -> new ColumnState(column.id(),
                specs.get(column.ordinal()).width(), column.usual)).toList();
    }

    private ColumnSpec<MessageRow> spec(TimeColumn time) {
        return switch (this) {
            case MARK -> ColumnSpec.<MessageRow>of(id(), "", 22, List.of("mark"), MessageCells.Mark::new).always();
            case PARTITION -> ColumnSpec.<MessageRow>of(id(), "P", 38, List.of("mono", "number"),
                    MessageCells.Partition::new);
            case OFFSET -> ColumnSpec.<MessageRow>number(id(), Texts.text("message.column.offset"), 78,
                    data(MessageRow.Data::offset)).always();
            case TIME -> runs(Texts.text("message.column.time"), TimeColumn.WIDTH, time::runs);
            case TIMESTAMP_TYPE -> ColumnSpec.text(id(), Texts.text("message.column.timestamp-type"), 86,
                    data(d -> Texts.text("message.timestamp." + d.timestampType().name().toLowerCase(Locale.ROOT))));
            case KEY -> runs(Texts.text("message.column.key"), 96, MessageRow.Data::key);
            case HEADERS -> ColumnSpec.number(id(), Texts.text("message.column.headers"), 66,
                    data(d -> String.valueOf(d.headers())));
            case FORMAT -> ColumnSpec.of(id(), Texts.text("message.column.format"), 94, List.of(),
                    MessageCells.Format::new);
            case SIZE -> ColumnSpec.of(id(), Texts.text("message.column.size"), 66, List.of("mono", "number"),
                    MessageCells.Size::new);
            case VALUE -> ColumnSpec.runs(id(), Texts.text("message.column.value"), 160, row -> switch (row) {
                case MessageRow.Data data -> data.value();
                case MessageRow.Gap _ -> List.of();
            });
        };
    }

    private ColumnSpec<MessageRow> runs(String title, double width, Function<MessageRow.Data, List<Run>> runs) {
        return ColumnSpec.of(id(), title, width, List.of(), () -> new MessageCells.Runs(row -> switch (row) {
            case MessageRow.Data data -> runs.apply(data);
            case MessageRow.Gap _ -> List.of(Run.of("", RunStyle.PLAIN));
        }));
    }

    private static Function<MessageRow, String> data(Function<MessageRow.Data, String> words) {
        return row -> switch (row) {
            case MessageRow.Data data -> words.apply(data);
            case MessageRow.Gap _ -> "";
        };
    }
}
