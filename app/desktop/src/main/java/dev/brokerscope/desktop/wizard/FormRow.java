package dev.brokerscope.desktop.wizard;

import dev.brokerscope.desktop.ui.Rows;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A label, its control, and below it what the choice means.
public final class FormRow extends HBox {

    private static final double LABEL = 148;

    public FormRow(String label, Node control, String hint) {
        super(12);
        Label name = Rows.label(label, "muted");
        name.setMinWidth(LABEL);
        name.setMaxWidth(LABEL);
        name.setMinHeight(28);
        name.setLabelFor(control);
        VBox right = Rows.column(4, control);
        if (!hint.isEmpty()) {
            right.getChildren().add(Rows.wrapped(hint, "small", "muted"));
        }
        HBox.setHgrow(right, Priority.ALWAYS);
        setMinHeight(Region.USE_PREF_SIZE);
        getChildren().addAll(name, right);
    }
}
