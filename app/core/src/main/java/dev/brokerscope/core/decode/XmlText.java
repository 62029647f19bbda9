package dev.brokerscope.core.decode;

import dev.brokerscope.api.decode.Node;
import dev.brokerscope.api.decode.NodeKind;
import java.util.ArrayList;
import java.util.List;

/// A tree of elements as XML. Elements with text of their own keep it untouched on their lines; only elements that
/// hold nothing but elements are broken into lines.
final class XmlText {

    private final List<TextLine> lines = new ArrayList<>();
    private final int mostLines;
    private List<Styled> runs = new ArrayList<>();

    private XmlText(int mostLines) {
        this.mostLines = mostLines;
    }

    /// Whether an array holds a document: its element among comments and instructions.
    static boolean isDocument(Node root) {
        return !root.children().isEmpty() && switch (root.children().getFirst().kind()) {
            case ELEMENT, COMMENT, INSTRUCTION -> true;
            case OBJECT, ARRAY, MAP, STRING, INTEGER, DECIMAL, FLOAT, BOOLEAN, NULL, BINARY, ENUM, TIME, ATTRIBUTE,
                    TEXT, CDATA -> false;
        };
    }

    static List<TextLine> lines(List<Node> roots, int mostLines) {
        XmlText text = new XmlText(mostLines);
        roots.forEach(r -> text.block(r, 0));
        return text.lines;
    }

    /// The node on lines of its own.
    private void block(Node node, int indent) {
        if (lines.size() >= mostLines) {
            return;
        }
        List<Node> content = content(node);
        boolean breaks = node.kind() == NodeKind.ELEMENT && !content.isEmpty()
                && content.stream().noneMatch(XmlText::isText);
        if (!breaks) {
            inline(node);
            line(indent, node);
            return;
        }
        startTag(node, false);
        line(indent, node);
        content.forEach(c -> block(c, indent + 1));
        endTag(node);
        line(indent, node);
    }

    private void line(int indent, Node node) {
        lines.add(new TextLine(indent, runs, node));
        runs = new ArrayList<>();
    }

    private void inline(Node node) {
        switch (node.kind()) {
            case ELEMENT -> {
                List<Node> content = content(node);
                startTag(node, content.isEmpty());
                if (!content.isEmpty()) {
                    content.forEach(this::inline);
                    endTag(node);
                }
            }
            case TEXT -> add(text(node.text()), Syntax.PLAIN);
            case CDATA -> {
                add("<![CDATA[", Syntax.SIGN);
                add(Visible.plain(node.text()), Syntax.PLAIN);
                add("]]>", Syntax.SIGN);
            }
            case COMMENT -> add("<!--" + Visible.plain(node.text()) + "-->", Syntax.COMMENT);
            case INSTRUCTION -> {
                String data = node.text().isEmpty() ? "" : " " + Visible.plain(node.text());
                add("<?" + node.name() + data + "?>", Syntax.COMMENT);
            }
            case ATTRIBUTE -> attribute(node);
            case OBJECT, ARRAY, MAP, STRING, INTEGER, DECIMAL, FLOAT, BOOLEAN, NULL, BINARY, ENUM, TIME ->
                    add(Visible.plain(node.text()), SyntaxOf.kind(node.kind()));
        }
    }

    private void startTag(Node node, boolean closed) {
        add("<", Syntax.SIGN);
        add(node.name(), Syntax.KEYWORD);
        for (Node child : node.children()) {
            if (child.kind() == NodeKind.ATTRIBUTE) {
                add(" ", Syntax.SIGN);
                attribute(child);
            }
        }
        add(closed ? "/>" : ">", Syntax.SIGN);
    }

    private void attribute(Node node) {
        add(node.name(), Syntax.NAME);
        add("=", Syntax.SIGN);
        add("\"" + text(node.text()).replace("\"", "&quot;") + "\"", Syntax.STRING);
    }

    private void endTag(Node node) {
        add("</", Syntax.SIGN);
        add(node.name(), Syntax.KEYWORD);
        add(">", Syntax.SIGN);
    }

    private void add(String text, Syntax syntax) {
        runs.add(new Styled(text, syntax));
    }

    private static List<Node> content(Node node) {
        return node.children().stream().filter(c -> c.kind() != NodeKind.ATTRIBUTE).toList();
    }

    private static boolean isText(Node node) {
        return node.kind() == NodeKind.TEXT || node.kind() == NodeKind.CDATA;
    }

    private static String text(String exact) {
        return Visible.plain(exact.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
    }
}
