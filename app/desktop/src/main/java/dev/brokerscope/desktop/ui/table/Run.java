package dev.brokerscope.desktop.ui.table;

/// A piece of a value in one style. One line: control characters are the caller's to replace.
public record Run(String text, RunStyle style) {

    public static Run of(String text, RunStyle style) {
        return new Run(text, style);
    }
}
