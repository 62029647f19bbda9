package dev.brokerscope.desktop.connection;

import dev.brokerscope.desktop.ui.Texts;
import dev.brokerscope.desktop.ui.control.Toggle;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.ColorPicker;
import javafx.scene.layout.HBox;
import javafx.scene.paint.Color;

/// The colour of the window's stripe: the stage's own, or one of the user's.
final class ColourChoice extends HBox {

    private static final Color FIRST = Color.web("#5b8def");

    ColourChoice(ObjectProperty<Optional<String>> colour) {
        super(10);
        setAlignment(Pos.CENTER_LEFT);
        Toggle own = new Toggle(Texts.text("connection.own-colour"));
        ColorPicker picker = new ColorPicker(colour.get().map(Color::web).orElse(FIRST));
        picker.setAccessibleText(Texts.text("connection.colour"));
        picker.visibleProperty().bind(own.onProperty());
        own.onProperty().set(colour.get().isPresent());
        own.onProperty()
                .addListener((_, _, on) -> colour.set(on ? Optional.of(web(picker.getValue())) : Optional.empty()));
        picker.valueProperty().addListener((_, _, chosen) -> colour.set(Optional.of(web(chosen))));
        getChildren().addAll(own, picker);
    }

    /// `#rrggbb`; opacity is left out, a stripe is never transparent.
    static String web(Color colour) {
        return "#" + colour.toString().substring(2, 8);
    }
}
