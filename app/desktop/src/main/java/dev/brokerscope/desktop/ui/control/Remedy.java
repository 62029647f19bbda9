package dev.brokerscope.desktop.ui.control;

/// What a person can do next, as the words on a button and what it does.
///
/// @param act called on the JavaFX thread; must not block
public record Remedy(String words, Runnable act) {}
