package dev.brokerscope.core.decode;

/// What a run of text is: decides its colour.
public enum Syntax {
    NAME, STRING, NUMBER, KEYWORD, ENUM,
    /// Brackets, commas, quotes around names.
    SIGN,
    /// Text of a text payload, character data of XML.
    PLAIN, COMMENT,
    /// Shown as a boxed word: `null`, `empty`, `0 bytes`.
    TAG,
    /// What is wrong with broken bytes.
    FAULT,
    /// What is missing just now.
    WARNING,
    /// Words of ours beside the data.
    MUTED
}
