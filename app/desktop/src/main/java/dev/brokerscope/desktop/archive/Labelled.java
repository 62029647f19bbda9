package dev.brokerscope.desktop.archive;

import dev.brokerscope.desktop.ui.Rows;
import dev.brokerscope.desktop.ui.Tone;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/// Lines of label and value.
final class Labelled extends GridPane {

    private static final double LABEL = 92;

    Labelled() {
        super(8, 6);
        getStyleClass().add("card-body");
        ColumnConstraints label = new ColumnConstraints(LABEL);
        ColumnConstraints value = new ColumnConstraints(0, 100, Double.MAX_VALUE);
        value.setHgrow(Priority.ALWAYS);
        getColumnConstraints().addAll(label, value);
    }

    Labelled line(String label, String value, Tone tone, String... styleClasses) {
        Label words = Rows.wrapped(value, styleClasses);
        tone.applyTo(words);
        Label name = Rows.label(label, "muted");
        GridPane.setValignment(name, VPos.TOP);
        addRow(getRowCount(), name, words);
        return this;
    }

    Labelled line(String label, String value) {
        return line(label, value, Tone.PLAIN);
    }

    /// In the fixed font: hashes and ids.
    Labelled id(String label, String value) {
        return line(label, value, Tone.PLAIN, "mono-small");
    }
}
