package dev.brokerscope.desktop.message;

import dev.brokerscope.api.channel.Count;
import dev.brokerscope.core.job.Amounts;
import dev.brokerscope.desktop.ui.CountText;
import dev.brokerscope.desktop.ui.Glyph;
import dev.brokerscope.desktop.ui.Rows;
import dev.brokerscope.desktop.ui.Texts;
import dev.brokerscope.desktop.ui.control.Buttons;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// Which rows are shown, and the way to the others.
final class PageFoot extends HBox {

    private final MessagesModel model;
    private final Label rows = Rows.label("", "mono-small", "strong-figure");
    private final Label of = Rows.label("", "muted");
    private final Label selected = Rows.label("", "muted");
    private final Button first;
    private final Button previous;
    private final Button next;
    private final Button last;
    private final Button keep;

    /// @param keepResult asks where the result is to be kept
    PageFoot(MessagesModel model, BooleanBinding isSelected, Runnable keepResult) {
        this.model = model;
        getStyleClass().add("pane-foot");
        first = Buttons.icon(Glyph.CHEVRONS_LEFT, Texts.text("message.page.first"), () -> model.show(0));
        previous = Buttons.icon(Glyph.CHEVRON_LEFT, Texts.text("message.page.previous"), () -> move(-1));
        next = Buttons.icon(Glyph.CHEVRON_RIGHT, Texts.text("message.page.next"), () -> move(1));
        last = Buttons.icon(Glyph.CHEVRONS_RIGHT, Texts.text("message.page.last"),
                () -> model.show(model.pageProperty().get().last()));
        keep = Buttons.flat(Texts.text("message.keep"), Glyph.BOOKMARK_PLUS, keepResult);
        keep.setMinWidth(USE_PREF_SIZE);
        selected.textProperty().bind(javafx.beans.binding.Bindings.when(isSelected)
                .then(Texts.text("message.selected.one")).otherwise(Texts.text("message.selected.none")));
        getChildren().addAll(Rows.label(Texts.text("message.rows.word"), "muted"), rows, of, Rows.verticalLine(),
                selected, Rows.spring(), keep, first, previous, next, last);
        model.pageProperty().subscribe(this::show);
        model.stateProperty().subscribe(_ -> show(model.pageProperty().get()));
        model.progressProperty().subscribe(_ -> show(model.pageProperty().get()));
    }

    private void move(int by) {
        model.show(model.pageProperty().get().index() + by);
    }

    private void show(PageView page) {
        boolean running = model.stateProperty().get() instanceof SearchState.Running;
        rows.setText(page.count() == 0
                ? "0"
                : Amounts.number(page.first() + 1) + " – " + Amounts.number(page.first() + page.count()));
        of.setText(ofWhat(page));
        keep.setDisable(running || page.stored() == 0);
        first.setDisable(!page.hasPrevious());
        previous.setDisable(!page.hasPrevious());
        next.setDisable(running || !page.hasNext());
        last.setDisable(page.index() >= page.last());
    }

    private String ofWhat(PageView page) {
        if (page.ended()) {
            long messages = model.progressProperty().get().matched();
            return Texts.text(model.isCapped() ? "message.rows.capped" : "message.rows.of",
                    Amounts.number(page.stored()))
                    + (messages == page.stored() ? "" : Texts.text("message.rows.messages", messages));
        }
        boolean filtered = model.choiceProperty().get().isFiltered();
        SearchProgress progress = model.progressProperty().get();
        return filtered || page.stored() == 0 || progress.total().equals(Count.UNKNOWN)
                ? Texts.text("message.rows.so-far", Amounts.number(page.stored()))
                : Texts.text("message.rows.in-range", CountText.full(progress.total()));
    }
}
