package dev.brokerscope.desktop.detail;

import dev.brokerscope.api.decode.ByteRange;
import dev.brokerscope.api.decode.Node;
import dev.brokerscope.core.decode.Decoding;
import dev.brokerscope.core.decode.TextLine;
import dev.brokerscope.core.decode.TreeText;
import dev.brokerscope.desktop.ui.detail.DisplayLines;
import dev.brokerscope.desktop.ui.detail.TextColours;
import java.util.List;
import java.util.Optional;

/// The pretty text of a payload, and which of its characters belong to which bytes. Building it may take a while.
record PayloadText(DisplayLines lines, List<Piece> pieces) {

    /// @param from first character of the line without its indent
    record Piece(ByteRange bytes, int from, int to) {}

    static PayloadText of(PayloadState.Shown shown) {
        if (!(shown.decoding() instanceof Decoding.Read read) || read.root().isEmpty()) {
            return new PayloadText(DisplayLines.of("", TextColours.PLAIN), List.of());
        }
        Node root = read.root().get();
        StringBuilder text = new StringBuilder();
        List<Piece> pieces = new java.util.ArrayList<>();
        for (TextLine line : TreeText.lines(root)) {
            String words = line.text();
            int from = text.length() + 2 * line.indent();
            pieces.add(new Piece(line.node().range(), from, text.length() + words.length()));
            text.append(words).append('\n');
        }
        if (!text.isEmpty()) {
            text.setLength(text.length() - 1);
        }
        return new PayloadText(DisplayLines.of(text.toString(), colours(root)), List.copyOf(pieces));
    }

    /// The characters of the field with these bytes.
    Optional<Piece> of(int from, int to) {
        return pieces.stream().filter(p -> p.bytes().from() == from && p.bytes().to() == to).findFirst();
    }

    private static TextColours colours(Node root) {
        return switch (root.kind()) {
            case TEXT, BINARY -> TextColours.PLAIN;
            case ELEMENT, ATTRIBUTE, CDATA, COMMENT, INSTRUCTION -> TextColours.XML;
            case ARRAY -> root.children().stream().anyMatch(PayloadText::isMarkup) ? TextColours.XML : TextColours.JSON;
            case OBJECT, MAP, STRING, INTEGER, DECIMAL, FLOAT, BOOLEAN, NULL, ENUM, TIME -> TextColours.JSON;
        };
    }

    private static boolean isMarkup(Node node) {
        return switch (node.kind()) {
            case ELEMENT, COMMENT, INSTRUCTION -> true;
            case OBJECT, ARRAY, MAP, STRING, INTEGER, DECIMAL, FLOAT, BOOLEAN, NULL, BINARY, ENUM, TIME, ATTRIBUTE,
                    TEXT, CDATA -> false;
        };
    }
}
