package dev.brokerscope.cli.output;

import java.util.Locale;

/// How progress is shown on standard error.
public enum ProgressStyle {
    /// A bar on a terminal, lines elsewhere.
    AUTO, BAR, LINES, JSON, NONE;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
