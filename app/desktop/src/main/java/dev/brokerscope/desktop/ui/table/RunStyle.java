package dev.brokerscope.desktop.ui.table;

/// How a piece of a value looks. Everything but [#NOTE], [#FAULT], [#WARNING] and [#TAG] is set in the mono font.
public enum RunStyle {
    PLAIN("run"), NAME("syntax-name"), STRING("syntax-string"), NUMBER("syntax-number"), KEYWORD("syntax-keyword"),
    ENUM("syntax-enum"), SIGN("syntax-sign"), MUTED("muted"),
    /// a sentence about the value, in grey
    NOTE("muted"),
    /// a sentence about what is broken, in red
    FAULT("tone-bad"),
    /// a sentence about what may come back, in amber
    WARNING("tone-warn"),
    /// a bordered tag such as `null` or `0 bytes`
    TAG("badge");

    private final String styleClass;

    RunStyle(String styleClass) {
        this.styleClass = styleClass;
    }

    public String styleClass() {
        return styleClass;
    }

    boolean isSentence() {
        return this == NOTE || this == FAULT || this == WARNING;
    }
}
