package dev.brokerscope.desktop.wizard;

import dev.brokerscope.desktop.ui.CountText;
import dev.brokerscope.desktop.ui.Rows;
import dev.brokerscope.desktop.ui.Texts;
import dev.brokerscope.desktop.ui.Tone;
import dev.brokerscope.desktop.ui.control.Badge;
import dev.brokerscope.desktop.ui.control.Buttons;
import dev.brokerscope.desktop.ui.control.FieldBox;
import javafx.beans.binding.Bindings;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Channels to tick, with a filter, *All* and *None*. Space ticks the line that has the focus.
public final class ChannelChoiceView extends VBox {

    private static final double ROW = 26;

    /// @param height of the list, in pixels
    public ChannelChoiceView(ChannelChoice choice, double height) {
        super(8);
        FieldBox filter = FieldBox.search(Texts.text("wizard.channels.filter"));
        filter.field().textProperty().bindBidirectional(choice.filterProperty());
        HBox.setHgrow(filter, Priority.ALWAYS);
        Label count = Rows.label("", "muted");
        count.textProperty().bind(Bindings.createStringBinding(() -> Texts.text("wizard.channels.count",
                choice.chosenCountProperty().get(), choice.lines().size()), choice.chosenCountProperty(),
                choice.lines()));
        ListView<ChannelLine> list = new ListView<>(choice.shown());
        list.getStyleClass().add("choice-list");
        list.setFixedCellSize(ROW);
        list.setMinHeight(height);
        list.setPrefHeight(height);
        list.setPlaceholder(Rows.label(Texts.text("wizard.channels.none"), "muted"));
        list.setCellFactory(_ -> new Cell());
        list.setOnKeyPressed(key -> {
            ChannelLine line = list.getSelectionModel().getSelectedItem();
            if (key.getCode() == KeyCode.SPACE && line != null) {
                line.chosenProperty().set(!line.chosenProperty().get());
                key.consume();
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(Rows.row(8, filter, Buttons.plain(Texts.text("wizard.channels.all"),
                () -> choice.choose(true)),
                Buttons.plain(Texts.text("wizard.channels.no"), () -> choice.choose(false))),
                list, count);
    }

    private static final class Cell extends ListCell<ChannelLine> {

        private final CheckBox box = new CheckBox();
        private final Label count = Rows.label("", "mono-small", "muted");
        private final HBox traits = Rows.row(4);
        private final HBox row = Rows.row(8, box, traits, Rows.spring(), count);
        private @Nullable ChannelLine bound;

        Cell() {
            box.setFocusTraversable(false);
            box.getStyleClass().add("mono");
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable ChannelLine line, boolean empty) {
            super.updateItem(line, empty);
            if (bound != null) {
                box.selectedProperty().unbindBidirectional(bound.chosenProperty());
            }
            bound = empty ? null : line;
            setGraphic(bound == null ? null : row);
            if (bound != null) {
                fill(bound);
            }
        }

        private void fill(ChannelLine line) {
            box.setText(line.id().text());
            box.selectedProperty().bindBidirectional(line.chosenProperty());
            count.setText(CountText.full(line.count()));
            traits.getChildren().setAll(line.traits().stream().sorted().map(t -> Badge.of(t, Tone.TEAL)).toList());
        }
    }
}
