package dev.brokerscope.desktop.wizard;

import dev.brokerscope.desktop.ui.Glyph;
import dev.brokerscope.desktop.ui.Icon;
import dev.brokerscope.desktop.ui.Rows;
import dev.brokerscope.desktop.ui.Tone;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/// What was decided, as icon, label and value, in two columns.
public final class OptionGrid extends GridPane {

    private static final double LABEL = 116;

    /// @param tone of the value; amber for what is left out
    public record Option(Glyph glyph, String label, String value, Tone tone) {

        public static Option of(Glyph glyph, String label, String value) {
            return new Option(glyph, label, value, Tone.PLAIN);
        }
    }

    public OptionGrid(List<Option> options) {
        setHgap(8);
        setVgap(7);
        for (int half = 0; half < 2; half++) {
            ColumnConstraints label = new ColumnConstraints(LABEL);
            ColumnConstraints value = new ColumnConstraints(0, 200, Double.MAX_VALUE);
            value.setHgrow(Priority.ALWAYS);
            getColumnConstraints().addAll(label, value);
        }
        for (int i = 0; i < options.size(); i++) {
            add(options.get(i), i % 2 * 2, i / 2);
        }
    }

    private void add(Option option, int column, int row) {
        Label value = Rows.label(option.value());
        option.tone().applyTo(value);
        value.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        value.setTooltip(new Tooltip(option.value()));
        add(Rows.row(8, Icon.of(option.glyph(), 14, option.tone()), Rows.label(option.label(), "muted")), column, row);
        add(value, column + 1, row);
    }
}
