package dev.brokerscope.desktop.message;

import dev.brokerscope.desktop.preferences.Preferences;
import dev.brokerscope.desktop.ui.Glyph;
import dev.brokerscope.desktop.ui.Icon;
import dev.brokerscope.desktop.ui.Texts;
import dev.brokerscope.desktop.ui.UiThread;
import dev.brokerscope.desktop.ui.table.ColumnSpec;
import dev.brokerscope.desktop.ui.table.ColumnState;
import dev.brokerscope.desktop.ui.table.RowSource;
import dev.brokerscope.desktop.ui.table.RowSpan;
import dev.brokerscope.desktop.ui.table.WindowedTable;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;

/// The page of messages. Remembers its columns by kind of channel; selects the first row of a fresh result.
final class MessageTable {

    private final WindowedTable<MessageRow> table;
    private final TimeColumn time;
    private final MessagesModel model;
    private RowSource<MessageRow> shown = RowSource.of(List.of());
    private boolean choosing;

    MessageTable(MessagesModel model, UiThread ui, Preferences preferences, ReadOnlyObjectProperty<ZoneId> zone) {
        this.model = model;
        this.time = new TimeColumn(zone.get());
        List<ColumnSpec<MessageRow>> specs = MessageColumn.specs(time);
        RowSpan<MessageRow> gaps = new RowSpan<>(MessageColumn.OFFSET.id(), MessageRow.Gap.class::isInstance,
                row -> GapContent.of(row, model));
        table = new WindowedTable<>(ui, specs, Optional.of(gaps));
        String kind = "messages." + model.reading().channel().kind();
        List<ColumnState> states = preferences.columns(kind);
        table.columns().restore(states.isEmpty() ? MessageColumn.usualStates(specs) : states);
        table.columns().whenChanged(() -> preferences.columns(kind, remembered()));
        model.rowsProperty().subscribe(this::show);
        model.choiceProperty().subscribe(_ -> showOrder());
        zone.subscribe(this::zone);
        table.selectedRowProperty().subscribe(this::preferMessages);
    }

    Node node() {
        return table;
    }

    WindowedTable<MessageRow> table() {
        return table;
    }

    /// Takes over rows that came since.
    void grow() {
        boolean live = model.choiceProperty().get().isLive();
        boolean tail = live && table.firstVisible() + table.visibleRows() >= table.size();
        table.sizeChanged();
        if (tail) {
            table.scrollTo(table.size());
        }
        if (!live && table.selectedIndexProperty().get() < 0 && table.size() > 0) {
            choosing = true;
            table.select(0);
        }
    }

    /// Where nobody chose a row yet, the first message is chosen, not a gap before it.
    private void preferMessages(Optional<MessageRow> row) {
        row.filter(_ -> choosing).ifPresent(chosen -> {
            long next = table.selectedIndexProperty().get() + 1;
            choosing = chosen instanceof MessageRow.Gap && next < table.size();
            if (choosing) {
                table.select(next);
            }
        });
    }

    /// Moves the selection by so many rows.
    void move(int by) {
        long now = table.selectedIndexProperty().get();
        if (table.size() > 0) {
            table.select(Math.clamp(now + by, 0, table.size() - 1));
        }
    }

    void rowMenu(ContextMenu menu) {
        table.setRowMenu(menu);
    }

    /// What is decoded anew after another decoder was picked: the same rows, the same place.
    void reload() {
        long chosen = table.selectedIndexProperty().get();
        long first = table.firstVisible();
        table.setSource(shown);
        if (chosen >= 0) {
            table.select(chosen);
        }
        table.scrollTo(first);
    }

    private void show(RowSource<MessageRow> rows) {
        time.dated(false);
        fitTime();
        shown = watching(rows);
        table.setSource(shown);
        grow();
    }

    /// Sees which rows come, so that dates appear as soon as one is not today's.
    private RowSource<MessageRow> watching(RowSource<MessageRow> rows) {
        return new RowSource<>() {
            @Override
            public long size() {
                return rows.size();
            }

            @Override
            public void fetch(long from, int count, Consumer<List<MessageRow>> answer) {
                rows.fetch(from, count, came -> {
                    if (!time.dated() && came.stream().anyMatch(time::needsDate)) {
                        time.dated(true);
                        new UiThread().execute(MessageTable.this::fitTime);
                    }
                    answer.accept(came);
                });
            }
        };
    }

    private void fitTime() {
        double wanted = time.dated() ? TimeColumn.DATED_WIDTH : TimeColumn.WIDTH;
        double other = time.dated() ? TimeColumn.WIDTH : TimeColumn.DATED_WIDTH;
        List<ColumnState> states = table.columns().states();
        if (states.stream().anyMatch(s -> isTime(s) && s.width() == other)) {
            table.columns().restore(states.stream()
                    .map(s -> isTime(s) ? new ColumnState(s.id(), wanted, s.visible()) : s).toList());
        }
    }

    /// The width that dates need is no choice of anybody.
    private List<ColumnState> remembered() {
        return table.columns().states().stream()
                .map(s -> isTime(s) && s.width() == TimeColumn.DATED_WIDTH
                        ? new ColumnState(s.id(), TimeColumn.WIDTH, s.visible())
                        : s)
                .toList();
    }

    private static boolean isTime(ColumnState state) {
        return state.id().equals(MessageColumn.TIME.id());
    }

    private void showOrder() {
        boolean down = model.choiceProperty().get().range() instanceof RangeChoice.Newest;
        Icon arrow = new Icon(down ? Glyph.ARROW_DOWN : Glyph.ARROW_UP, 11);
        table.columns().setHeadGraphic(MessageColumn.TIME.id(), arrow);
    }

    private void zone(ZoneId zone) {
        time.zone(zone);
        String name = zone.getId().equals("Z") ? "UTC" : zone.getId();
        table.columns().setTitle(MessageColumn.TIME.id(), Texts.text("message.column.time.in", name));
        if (table.size() > 0) {
            reload();
        }
    }
}
