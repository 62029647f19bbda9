package dev.brokerscope.desktop.ui.control;

import dev.brokerscope.desktop.ui.Rows;
import dev.brokerscope.desktop.ui.Tone;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A frame with a head (title, figures, buttons) and a body.
public final class Card extends VBox {

    private final HBox head = Rows.row(8);

    public Card(String title, Node body, Node... inHead) {
        getStyleClass().add("card-box");
        head.getStyleClass().add("card-head");
        head.getChildren().add(Rows.label(title, "strong"));
        head.getChildren().addAll(inHead);
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(head, body);
    }

    /// Red head and frame, for what writes to production.
    public Card dangerous() {
        Tone.BAD.applyTo(this);
        Tone.BAD.applyTo(head);
        return this;
    }
}
