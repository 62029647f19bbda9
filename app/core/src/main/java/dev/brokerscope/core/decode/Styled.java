package dev.brokerscope.core.decode;

/// A run of text in one colour. Control characters and direction overrides are already made visible.
public record Styled(String text, Syntax syntax) {}
