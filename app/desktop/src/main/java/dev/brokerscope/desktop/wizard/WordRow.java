package dev.brokerscope.desktop.wizard;

import dev.brokerscope.desktop.ui.Glyph;
import dev.brokerscope.desktop.ui.Rows;
import dev.brokerscope.desktop.ui.control.FieldBox;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A label and words to type, with what they mean below, or what is wrong with them.
public final class WordRow extends HBox {

    private static final double LABEL = 148;

    /// @param problem of the words as they stand, as a sentence
    public WordRow(String label, Glyph glyph, StringProperty words, String prompt, String hint,
            Supplier<Optional<String>> problem) {
        super(12);
        TextField field = new TextField();
        field.setPromptText(prompt);
        field.setAccessibleText(label);
        FieldBox box = new FieldBox(glyph, field);
        box.getStyleClass().add("large");
        Label name = Rows.label(label, "muted");
        name.setMinWidth(LABEL);
        name.setMaxWidth(LABEL);
        name.setMinHeight(28);
        name.setLabelFor(field);
        Label below = Rows.wrapped(hint, "small", "muted");
        field.textProperty().bindBidirectional(words);
        box.markInvalidWhen(() -> problem.get().isPresent());
        words.subscribe(() -> {
            Optional<String> wrong = problem.get();
            below.setText(wrong.orElse(hint));
            below.getStyleClass().setAll("label", "small", wrong.isPresent() ? "tone-bad" : "muted");
        });
        VBox right = Rows.column(4, box, below);
        HBox.setHgrow(right, Priority.ALWAYS);
        setMinHeight(Region.USE_PREF_SIZE);
        getChildren().addAll(name, right);
    }
}
