package dev.brokerscope.desktop.ui.control;

import dev.brokerscope.desktop.ui.Glyph;
import dev.brokerscope.desktop.ui.Icon;
import dev.brokerscope.desktop.ui.Rows;
import dev.brokerscope.desktop.ui.Tone;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// A sentence in a coloured band, with what can be done about it. Add the style class `bar` for full width.
public final class NoticeBar extends HBox {

    public NoticeBar(Tone tone, Glyph glyph, String sentence, List<Remedy> remedies) {
        getStyleClass().add("notice");
        tone.applyTo(this);
        Label words = Rows.wrapped(sentence, "notice-text");
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(Icon.of(glyph, 15, tone), words);
        remedies.forEach(remedy -> getChildren().add(Buttons.plain(remedy.words(), remedy.act())));
    }
}
