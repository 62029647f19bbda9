package dev.brokerscope.desktop.ui.control;

import atlantafx.base.controls.ToggleSwitch;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.HorizontalDirection;
import javafx.scene.layout.StackPane;

/// On or off, at once: a switch with its word beside it. For choices that wait for a button take a check box.
public final class Toggle extends StackPane {

    private final BooleanProperty on = new SimpleBooleanProperty();

    public Toggle(String words) {
        ToggleSwitch knob = new ToggleSwitch(words);
        knob.setLabelPosition(HorizontalDirection.RIGHT);
        knob.selectedProperty().bindBidirectional(on);
        getChildren().add(knob);
        setMaxWidth(USE_PREF_SIZE);
    }

    public BooleanProperty onProperty() {
        return on;
    }
}
