package dev.brokerscope.desktop.ui.dialog;

import dev.brokerscope.desktop.ui.Fonts;
import dev.brokerscope.desktop.ui.Glyph;
import dev.brokerscope.desktop.ui.Rows;
import dev.brokerscope.desktop.ui.Texts;
import dev.brokerscope.desktop.ui.control.FieldBox;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// Asks for a name to be typed before something writes to production. Pasting works; Enter does nothing.
public final class TypedConfirmation extends VBox {

    private final TextField field = new TextField();
    private final String name;

    public TypedConfirmation(String question, String name) {
        super(6);
        this.name = name;
        Label typed = Rows.label("", "small", "muted");
        typed.textProperty().bind(Bindings.createStringBinding(
                () -> Texts.text("confirm.letters", field.getLength(), name.length()), field.textProperty()));
        field.setStyle("-fx-font-family: \"" + Fonts.MONO + "\";");
        field.setAccessibleText(question);
        field.setOnAction(event -> event.consume());
        FieldBox box = new FieldBox(Glyph.SQUARE_PEN, field, typed);
        box.getStyleClass().add("large");
        getChildren().addAll(Rows.wrapped(question, "muted"), box);
    }

    /// True while exactly the name stands in the field.
    public BooleanBinding confirmed() {
        return field.textProperty().isEqualTo(name);
    }
}
