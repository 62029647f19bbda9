package dev.brokerscope.desktop.wizard;

import dev.brokerscope.desktop.ui.Texts;

/// How much of each channel is read.
public enum RangeKind {
    WHOLE, TIME, POSITIONS, NEWEST;

    public String words() {
        return switch (this) {
            case WHOLE -> Texts.text("range.whole");
            case TIME -> Texts.text("range.time");
            case POSITIONS -> Texts.text("range.positions");
            case NEWEST -> Texts.text("range.newest");
        };
    }
}
