package dev.brokerscope.desktop.ui.control;

import dev.brokerscope.desktop.ui.CopiedText;
import dev.brokerscope.desktop.ui.Glyph;
import dev.brokerscope.desktop.ui.Icon;
import dev.brokerscope.desktop.ui.Rows;
import dev.brokerscope.desktop.ui.Texts;
import dev.brokerscope.desktop.ui.Tone;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What went wrong, as a sentence with name and number; what to do, as buttons; the details folded away, to be copied.
public final class FaultCard extends VBox {

    private static final int DETAIL_ROWS = 6;

    private final TextArea details;
    private final Button fold;
    private final HBox head;

    /// @param sentence what happened
    /// @param remedy what to do, in words; may be empty when the buttons say it
    /// @param details for whoever is asked for help; may be empty, and then nothing is folded
    public FaultCard(String sentence, String remedy, String details, List<Remedy> remedies) {
        getStyleClass().add("fault-card");
        this.details = detailArea(details);
        this.fold = Buttons.flat(Texts.text("fault.details"), Glyph.CHEVRON_RIGHT, this::toggleDetails);
        Label what = Rows.wrapped(sentence, "fault-sentence");
        VBox words = Rows.column(3, what);
        if (!remedy.isEmpty()) {
            words.getChildren().add(Rows.wrapped(remedy, "muted"));
        }
        HBox.setHgrow(words, Priority.ALWAYS);
        head = new HBox(10, Icon.of(Glyph.CIRCLE_X, 17, Tone.BAD), words);
        getChildren().addAll(head, buttons(details, remedies));
        if (!details.isEmpty()) {
            getChildren().add(this.details);
        }
    }

    /// Amber instead of red: it may go away by itself.
    public FaultCard passing() {
        Tone.WARN.applyTo(this);
        head.getChildren().set(0, Icon.of(Glyph.TRIANGLE_ALERT, 17, Tone.WARN));
        return this;
    }

    private HBox buttons(String details, List<Remedy> remedies) {
        HBox buttons = Rows.row(6);
        remedies.forEach(remedy -> buttons.getChildren().add(Buttons.remedy(remedy.words(), remedy.act())));
        if (!details.isEmpty()) {
            Button copy = Buttons.flat(Texts.text("fault.copy"), Glyph.COPY, () -> CopiedText.put(details));
            buttons.getChildren().addAll(Rows.spring(), fold, copy);
        }
        return buttons;
    }

    private static TextArea detailArea(String details) {
        TextArea area = new TextArea(details);
        area.setEditable(false);
        area.setPrefRowCount(DETAIL_ROWS);
        area.getStyleClass().add("fault-details");
        area.setVisible(false);
        area.setManaged(false);
        return area;
    }

    private void toggleDetails() {
        boolean show = !details.isVisible();
        details.setVisible(show);
        details.setManaged(show);
        fold.setGraphic(new Icon(show ? Glyph.CHEVRON_DOWN : Glyph.CHEVRON_RIGHT, 14));
    }
}
