package dev.brokerscope.desktop.message;

import dev.brokerscope.api.message.TimestampType;
import dev.brokerscope.desktop.ui.table.Run;
import dev.brokerscope.desktop.ui.table.RunStyle;
import java.time.ZoneId;
import java.util.List;

/// How the time column writes: in which zone, and whether with dates. JavaFX thread only.
final class TimeColumn {

    static final double WIDTH = 106;
    static final double DATED_WIDTH = 150;

    private ZoneId zone;
    private boolean dated;

    TimeColumn(ZoneId zone) {
        this.zone = zone;
    }

    List<Run> runs(MessageRow.Data row) {
        return row.timestampType() == TimestampType.NONE
                ? List.of(Run.of("–", RunStyle.MUTED))
                : TimeWords.runs(row.timestamp(), zone, dated);
    }

    void zone(ZoneId newZone) {
        zone = newZone;
    }

    boolean dated() {
        return dated;
    }

    void dated(boolean with) {
        dated = with;
    }

    /// Whether this row cannot be told from one of today without its date.
    boolean needsDate(MessageRow row) {
        return switch (row) {
            case MessageRow.Data data -> data.timestampType() != TimestampType.NONE
                    && !TimeWords.isToday(data.timestamp(), zone);
            case MessageRow.Gap _ -> false;
        };
    }
}
