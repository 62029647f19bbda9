package dev.brokerscope.desktop.wizard.restore;

import dev.brokerscope.api.broker.Finding;
import dev.brokerscope.desktop.ui.Glyph;
import dev.brokerscope.desktop.ui.Icon;
import dev.brokerscope.desktop.ui.Rows;
import dev.brokerscope.desktop.ui.Tone;
import dev.brokerscope.desktop.ui.control.Buttons;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A finding: how bad, what would happen, what to do, and buttons where one click does it.
final class FindingLine extends HBox {

    /// @param undo takes a fix back, rather than making one
    record Fix(String words, Runnable act, boolean undo) {

        static Fix mend(String words, Runnable act) {
            return new Fix(words, act, false);
        }

        static Fix undo(String words, Runnable act) {
            return new Fix(words, act, true);
        }

        Button button() {
            return undo ? Buttons.flat(words, Glyph.UNDO_2, act) : Buttons.remedy(words, act);
        }
    }

    FindingLine(Finding finding, List<Fix> fixes) {
        super(10);
        getStyleClass().add("finding");
        VBox words = Rows.column(2, Rows.wrapped(finding.message(), "strong"));
        if (!finding.remedy().isEmpty()) {
            words.getChildren().add(Rows.wrapped(finding.remedy(), "muted"));
        }
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(icon(finding.severity()), words);
        fixes.forEach(fix -> getChildren().add(fix.button()));
    }

    private static Icon icon(Finding.Severity severity) {
        return switch (severity) {
            case PASSED -> Icon.of(Glyph.CIRCLE_CHECK, 17, Tone.OK);
            case NOTE -> Icon.of(Glyph.INFO, 17, Tone.ACCENT);
            case WARNING -> Icon.of(Glyph.TRIANGLE_ALERT, 17, Tone.WARN);
            case BLOCKS -> Icon.of(Glyph.CIRCLE_X, 17, Tone.BAD);
        };
    }
}
