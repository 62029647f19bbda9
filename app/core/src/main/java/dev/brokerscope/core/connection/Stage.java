package dev.brokerscope.core.connection;

import java.util.Locale;

/// How much harm a mistake would do. What is not known to be harmless counts as production.
public enum Stage {
    DEVELOPMENT, TEST, PRODUCTION;

    /// As files and the command line write it.
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
