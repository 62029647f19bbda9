package dev.brokerscope.desktop.profile;

import dev.brokerscope.api.channel.Keep;
import dev.brokerscope.desktop.ui.Glyph;
import dev.brokerscope.desktop.ui.Icon;
import dev.brokerscope.desktop.ui.Rows;
import dev.brokerscope.desktop.ui.Texts;
import dev.brokerscope.desktop.ui.Tone;
import java.util.Locale;
import javafx.scene.control.Label;

/// What a restore does with a part of a message, for people.
public final class KeepWords {

    private KeepWords() {}

    /// Icon and word in the colour of what they say.
    public static Label label(Keep keep) {
        Label label = Rows.label(Texts.text("keep." + keep.name().toLowerCase(Locale.ROOT)));
        tone(keep).applyTo(label);
        label.setGraphic(Icon.of(glyph(keep), 14, tone(keep)));
        return label;
    }

    private static Glyph glyph(Keep keep) {
        return switch (keep) {
            case EXACT -> Glyph.CHECK;
            case OPTIONAL -> Glyph.CIRCLE_DASHED;
            case CONVERTED -> Glyph.REPLACE;
            case RESTARTED -> Glyph.ROTATE_CCW;
            case LOST -> Glyph.X;
            case ABSENT -> Glyph.MINUS;
        };
    }

    private static Tone tone(Keep keep) {
        return switch (keep) {
            case EXACT -> Tone.OK;
            case OPTIONAL, CONVERTED, RESTARTED -> Tone.WARN;
            case LOST -> Tone.BAD;
            case ABSENT -> Tone.PLAIN;
        };
    }
}
