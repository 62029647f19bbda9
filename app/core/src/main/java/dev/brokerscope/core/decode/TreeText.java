package dev.brokerscope.core.decode;

import dev.brokerscope.api.decode.Node;
import dev.brokerscope.api.decode.NodeKind;
import java.util.ArrayList;
import java.util.List;

/// A tree as pretty text with colours: XML as XML, plain text and hex as they are, everything else in the style of
/// JSON.
public final class TreeText {

    private static final int HEX_DIGITS_PER_LINE = 64;

    private TreeText() {}

    /// Line by line.
    public static List<TextLine> lines(Node root) {
        return switch (root.kind()) {
            case ELEMENT, ATTRIBUTE, CDATA, COMMENT, INSTRUCTION -> XmlText.lines(List.of(root));
            case TEXT -> plain(root);
            case BINARY -> hex(root);
            case ARRAY -> XmlText.isDocument(root)
                    ? XmlText.lines(root.children())
                    : JsonText.lines(root);
            case OBJECT, MAP, STRING, INTEGER, DECIMAL, FLOAT, BOOLEAN, NULL, ENUM, TIME -> JsonText.lines(root);
        };
    }

    /// Without colours, lines joined by line feeds.
    public static String of(Node root) {
        StringBuilder out = new StringBuilder();
        for (TextLine line : lines(root)) {
            out.append(out.isEmpty() ? "" : "\n").append(line.text());
        }
        return out.toString();
    }

    private static List<TextLine> plain(Node root) {
        List<TextLine> lines = new ArrayList<>();
        for (String line : root.text().split("\r\n|\n|\r", -1)) {
            lines.add(new TextLine(0, List.of(new Styled(Visible.plain(line.replace("\t", "    ")), Syntax.PLAIN)),
                    root));
        }
        return lines;
    }

    private static List<TextLine> hex(Node root) {
        List<TextLine> lines = new ArrayList<>();
        String digits = root.text();
        for (int i = 0; i < digits.length(); i += HEX_DIGITS_PER_LINE) {
            StringBuilder line = new StringBuilder();
            for (int j = i; j < Math.min(i + HEX_DIGITS_PER_LINE, digits.length()); j += 2) {
                line.append(j == i ? "" : " ").append(digits, j, j + 2);
            }
            lines.add(new TextLine(0, List.of(new Styled(line.toString(), Syntax.MUTED)), root));
        }
        return lines;
    }

    /// Whether a value fits on the line of its name.
    static boolean oneLine(Node node) {
        return !node.kind().isStructure() || node.children().isEmpty() && node.kind() != NodeKind.ELEMENT;
    }
}
