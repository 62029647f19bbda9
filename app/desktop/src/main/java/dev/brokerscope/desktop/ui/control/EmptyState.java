package dev.brokerscope.desktop.ui.control;

import dev.brokerscope.desktop.ui.Glyph;
import dev.brokerscope.desktop.ui.Icon;
import dev.brokerscope.desktop.ui.Rows;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Says what would stand here, and offers the next steps; the first of them is the likely one.
public final class EmptyState extends VBox {

    private static final double WIDEST = 420;

    public EmptyState(Glyph glyph, String sentence, String hint, List<Remedy> nextSteps) {
        getStyleClass().add("empty-state");
        StackPane icon = new StackPane(new Icon(glyph, 22));
        icon.getStyleClass().add("empty-icon");
        Label what = Rows.wrapped(sentence, "empty-sentence");
        Label why = Rows.wrapped(hint, "empty-hint");
        what.setMaxWidth(WIDEST);
        why.setMaxWidth(WIDEST);
        why.setVisible(!hint.isEmpty());
        why.setManaged(!hint.isEmpty());
        HBox steps = Rows.row(8);
        steps.setAlignment(Pos.CENTER);
        nextSteps.forEach(step -> steps.getChildren().add(Buttons.plain(step.words(), step.act())));
        getChildren().addAll(icon, what, why, steps);
    }
}
