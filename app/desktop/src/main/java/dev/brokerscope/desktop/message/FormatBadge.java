package dev.brokerscope.desktop.message;

import dev.brokerscope.core.decode.Badge.Severity;
import dev.brokerscope.desktop.ui.Tone;
import dev.brokerscope.desktop.ui.control.Badge;
import javafx.scene.control.Label;

/// The badge of a payload's format as the window shows it.
public final class FormatBadge {

    private FormatBadge() {}

    public static Label of(dev.brokerscope.core.decode.Badge badge) {
        return switch (badge.kind()) {
            case TOMBSTONE -> Badge.tombstone();
            case EMPTY -> Badge.empty();
            case NULL -> Badge.nullTag();
            case BINARY -> badge.severity() == Severity.FINE ? Badge.binary() : Badge.format(badge.text(), Tone.BAD);
            case FORMAT, TEXT -> Badge.format(badge.text(), tone(badge));
        };
    }

    /// What is missing for a while keeps its colour: the mark before the row says so.
    public static Tone tone(dev.brokerscope.core.decode.Badge badge) {
        if (badge.severity() == Severity.BROKEN) {
            return Tone.BAD;
        }
        return switch (badge.decoder()) {
            case "avro" -> Tone.ACCENT;
            case "json" -> Tone.TEAL;
            case "xml" -> Tone.VIOLET;
            default -> Tone.PLAIN;
        };
    }
}
