package dev.brokerscope.core.decode;

import dev.brokerscope.api.decode.NodeKind;

/// The colour of a value.
final class SyntaxOf {

    private SyntaxOf() {}

    static Syntax kind(NodeKind kind) {
        return switch (kind) {
            case STRING, ATTRIBUTE -> Syntax.STRING;
            case INTEGER, DECIMAL, FLOAT, TIME -> Syntax.NUMBER;
            case BOOLEAN, NULL -> Syntax.KEYWORD;
            case ENUM -> Syntax.ENUM;
            case BINARY -> Syntax.MUTED;
            case TEXT, CDATA -> Syntax.PLAIN;
            case COMMENT, INSTRUCTION -> Syntax.COMMENT;
            case OBJECT, ARRAY, MAP, ELEMENT -> Syntax.SIGN;
        };
    }
}
