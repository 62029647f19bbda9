package dev.brokerscope.desktop.ui.dialog;

import dev.brokerscope.desktop.ui.Glyph;
import dev.brokerscope.desktop.ui.Icon;
import dev.brokerscope.desktop.ui.Rows;
import dev.brokerscope.desktop.ui.Tone;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The list of steps at the left: done ones with a tick (a click goes back to them), the current one in blue, those
/// ahead with their number.
final class WizardSteps extends VBox {

    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final List<Entry> entries;

    WizardSteps(List<WizardStep> steps, IntConsumer goBackTo) {
        getStyleClass().add("wizard-steps");
        entries = java.util.stream.IntStream.range(0, steps.size())
                .mapToObj(i -> new Entry(steps.get(i), i, goBackTo)).toList();
        getChildren().addAll(entries);
    }

    void show(int current) {
        entries.forEach(entry -> entry.show(current));
    }

    private static final class Entry extends HBox {

        private final int index;
        private final Label number = new Label();

        Entry(WizardStep step, int index, IntConsumer goBackTo) {
            this.index = index;
            getStyleClass().add("wizard-step");
            number.getStyleClass().add("step-number");
            Label summary = Rows.label("", "step-summary");
            summary.textProperty().bind(step.summaryProperty());
            summary.visibleProperty().bind(summary.textProperty().isNotEmpty());
            summary.managedProperty().bind(summary.visibleProperty());
            getChildren().addAll(number, Rows.column(1, Rows.label(step.title(), "step-name"), summary));
            setOnMouseClicked(_ -> {
                if (getStyleClass().contains("done")) {
                    goBackTo.accept(index);
                }
            });
        }

        void show(int current) {
            getStyleClass().removeAll("done", "ahead");
            if (index != current) {
                getStyleClass().add(index < current ? "done" : "ahead");
            }
            pseudoClassStateChanged(SELECTED, index == current);
            number.setText(index < current ? "" : Integer.toString(index + 1));
            number.setGraphic(index < current ? Icon.of(Glyph.CHECK, 12, Tone.OK) : null);
        }
    }
}
