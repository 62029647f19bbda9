package dev.brokerscope.desktop.ui.control;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// One choice of a few, all in sight, such as *Tree · Text · Hex*. Always one is chosen; arrow keys move the choice.
public final class SegmentedControl<T> extends HBox {

    private final ToggleGroup group = new ToggleGroup();
    private final List<T> choices;
    private final ObjectProperty<T> value;

    public SegmentedControl(List<T> choices, Function<T, String> words) {
        this.choices = List.copyOf(choices);
        this.value = new SimpleObjectProperty<>(this.choices.getFirst());
        getStyleClass().add("segmented");
        for (T choice : this.choices) {
            getChildren().add(button(choice, words.apply(choice)));
        }
        getChildren().getFirst().getStyleClass().add("first");
        getChildren().getLast().getStyleClass().add("last");
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        value.addListener((_, _, chosen) -> show(chosen));
        addEventFilter(KeyEvent.KEY_PRESSED, this::move);
        show(value.get());
    }

    public ObjectProperty<T> valueProperty() {
        return value;
    }

    /// The button of a choice, to give it a graphic or a tooltip.
    public ToggleButton button(T choice) {
        return (ToggleButton) getChildren().get(choices.indexOf(choice));
    }

    private ToggleButton button(T choice, String words) {
        ToggleButton button = new ToggleButton(words);
        button.setToggleGroup(group);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> {
            value.set(choice);
            button.setSelected(true);
        });
        return button;
    }

    private void show(T chosen) {
        group.selectToggle(button(chosen));
    }

    private void move(KeyEvent key) {
        int step = key.getCode() == KeyCode.LEFT ? -1 : key.getCode() == KeyCode.RIGHT ? 1 : 0;
        if (step != 0) {
            T next = choices.get(Math.clamp(choices.indexOf(value.get()) + step, 0, choices.size() - 1));
            value.set(next);
            button(next).requestFocus();
            key.consume();
        }
    }
}
