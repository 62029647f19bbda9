package dev.brokerscope.desktop.ui;

/// What the user chose: one of the themes, or whatever the operating system shows.
public enum ThemeChoice {
    SYSTEM, LIGHT, DARK
}
