package dev.brokerscope.desktop.ui.frame;

import dev.brokerscope.desktop.ui.Glyph;
import dev.brokerscope.desktop.ui.Icon;
import dev.brokerscope.desktop.ui.Tone;
import dev.brokerscope.desktop.ui.control.Stage;
import dev.brokerscope.desktop.ui.control.StageMark;
import java.util.Locale;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;

/// One cell of the status bar. Hidden while it has nothing to say.
public final class StatusCell extends HBox {

    private final Label words = new Label();

    public StatusCell() {
        getStyleClass().add("status-cell");
        words.setMinWidth(USE_PREF_SIZE);
        getChildren().add(words);
        visibleProperty().bind(words.textProperty().isNotEmpty());
        managedProperty().bind(visibleProperty());
    }

    public StatusCell(Glyph glyph, String text) {
        this();
        show(glyph, Tone.PLAIN, text);
    }

    /// Words without an icon.
    public void show(String text) {
        words.setGraphic(null);
        words.setText(text);
    }

    public void show(Glyph glyph, Tone tone, String text) {
        words.setGraphic(Icon.of(glyph, 13, tone));
        words.setText(text);
    }

    /// The stage's word on the stage's colour: the first cell of the bar.
    public void showStage(Stage stage) {
        StageMark.show(this, stage);
        show(stage == Stage.NONE ? "" : stage.word().toUpperCase(Locale.ROOT));
    }

    /// Adds something behind the words, such as a small progress bar.
    public void addBehind(Node node) {
        getChildren().add(node);
    }

    public void setTooltip(String text) {
        words.setTooltip(new Tooltip(text));
    }

    /// Makes the cell a button.
    public void whenClicked(Runnable action) {
        getStyleClass().add("action");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        accessibleTextProperty().bind(words.textProperty());
        setOnMouseClicked(_ -> action.run());
        setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ENTER || key.getCode() == KeyCode.SPACE) {
                action.run();
                key.consume();
            }
        });
    }
}
