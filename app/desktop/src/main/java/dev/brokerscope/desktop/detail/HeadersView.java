package dev.brokerscope.desktop.detail;

import dev.brokerscope.api.message.Message;
import dev.brokerscope.desktop.desk.Desk;
import dev.brokerscope.desktop.ui.Glyph;
import dev.brokerscope.desktop.ui.Rows;
import dev.brokerscope.desktop.ui.Texts;
import dev.brokerscope.desktop.ui.Tone;
import dev.brokerscope.desktop.ui.control.Badge;
import dev.brokerscope.desktop.ui.control.EmptyState;
import dev.brokerscope.desktop.ui.table.ColumnSpec;
import dev.brokerscope.desktop.ui.table.RowCell;
import dev.brokerscope.desktop.ui.table.RowSource;
import dev.brokerscope.desktop.ui.table.WindowedTable;
import java.util.List;
import java.util.Optional;
import javafx.scene.layout.StackPane;

/// The headers in the broker's order, repeated names kept.
final class HeadersView extends StackPane {

    private final DetailModel model;
    private final Desk desk;
    private final WindowedTable<HeaderLine> table;
    private int turn;

    HeadersView(DetailModel model, Desk desk) {
        this.model = model;
        this.desk = desk;
        table = new WindowedTable<>(desk.ui(), List.of(
                ColumnSpec.number("number", "#", 34, h -> String.valueOf(h.number())),
                ColumnSpec.of("name", Texts.text("detail.header.name"), 170, List.of("mono"), NameCell::new),
                ColumnSpec.runs("value", Texts.text("detail.header.value"), 140, HeaderLine::value),
                ColumnSpec.text("type", Texts.text("detail.header.type"), 56, HeaderLine::type),
                ColumnSpec.number("size", Texts.text("detail.header.size"), 52,
                        h -> h.size() < 0 ? Texts.text("badge.null") : String.valueOf(h.size()))),
                Optional.empty());
        setMinSize(0, 0);
        model.chosenProperty().subscribe(_ -> show(model.message()));
    }

    private void show(Optional<Message> message) {
        int mine = ++turn;
        if (message.isEmpty() || message.get().headers().isEmpty()) {
            getChildren().setAll(new EmptyState(Glyph.TAG, Texts.text("detail.headers.none"),
                    Texts.text("detail.headers.none.hint"), List.of()));
            return;
        }
        desk.work().execute(() -> {
            try {
                List<HeaderLine> lines = HeaderLine.of(message.get(), model.reading());
                desk.ui().execute(() -> {
                    if (mine == turn) {
                        table.setSource(RowSource.of(lines));
                        getChildren().setAll(table);
                    }
                });
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /// The name; a tag says that another header has the same one.
    private static final class NameCell extends RowCell<HeaderLine> {

        @Override
        protected void show(HeaderLine line) {
            setText(line.name());
            setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
            setGraphic(line.repeated()
                    ? Rows.row(0, Badge.of(Texts.text("detail.header.repeated"), Tone.WARN))
                    : null);
        }
    }
}
