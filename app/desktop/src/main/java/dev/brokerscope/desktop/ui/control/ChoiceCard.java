package dev.brokerscope.desktop.ui.control;

import dev.brokerscope.desktop.ui.Glyph;
import dev.brokerscope.desktop.ui.Icon;
import dev.brokerscope.desktop.ui.Rows;
import dev.brokerscope.desktop.ui.Tone;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// One of a few large next steps, as on the first start: icon, name, two lines of what it does.
public final class ChoiceCard extends HBox {

    private final Runnable action;

    public ChoiceCard(Glyph glyph, String name, String hint, Runnable action, Node... trailing) {
        super(14);
        this.action = action;
        getStyleClass().add("choice-card");
        StackPane icon = new StackPane(Icon.of(glyph, 20, Tone.ACCENT));
        icon.getStyleClass().add("choice-icon");
        HBox head = Rows.row(8, Rows.label(name, "section"), Rows.spring());
        head.getChildren().addAll(trailing);
        VBox words = Rows.column(4, head, Rows.wrapped(hint, "muted"));
        HBox.setHgrow(words, Priority.ALWAYS);
        setAlignment(Pos.TOP_LEFT);
        getChildren().addAll(icon, words);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        setAccessibleText(name);
        setOnMouseClicked(_ -> fire());
        setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ENTER || key.getCode() == KeyCode.SPACE) {
                key.consume();
                fire();
            }
        });
    }

    public void fire() {
        requestFocus();
        action.run();
    }
}
