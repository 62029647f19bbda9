package dev.brokerscope.desktop.ui.control;

import dev.brokerscope.desktop.ui.Glyph;
import dev.brokerscope.desktop.ui.Icon;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// A text field with an icon before it and buttons or chips behind it, in one border that carries the focus ring.
public final class FieldBox extends HBox {

    private final TextField field;

    public FieldBox(Glyph glyph, TextField field, Node... trailing) {
        this.field = field;
        Icon icon = new Icon(glyph, 14, "leading");
        getStyleClass().add("field-box");
        getChildren().add(icon);
        getChildren().add(field);
        getChildren().addAll(trailing);
        HBox.setHgrow(field, Priority.ALWAYS);
        field.setMinWidth(20);
        setOnMousePressed(_ -> field.requestFocus());
    }

    /// A search field: Esc empties it first, and only an empty one lets Esc through.
    public static FieldBox search(String prompt, Node... trailing) {
        TextField field = new TextField();
        field.setPromptText(prompt);
        field.setAccessibleText(prompt);
        field.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ESCAPE && !field.getText().isEmpty()) {
                field.clear();
                key.consume();
            }
        });
        return new FieldBox(Glyph.LIST_FILTER, field, trailing);
    }

    public TextField field() {
        return field;
    }

    /// Shows the red border while the supplier says so, checked at each change of the text.
    public void markInvalidWhen(BooleanSupplier invalid) {
        field.textProperty().subscribe(_ -> {
            getStyleClass().remove("invalid");
            if (invalid.getAsBoolean()) {
                getStyleClass().add("invalid");
            }
        });
    }
}
