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
    private final boolean breaksText;
    private List<Styled> runs = new ArrayList<>();
    private int indent;

    /// @param breaksText whether line feeds of the text break lines; else they are shown as `\n`
    private XmlText(int mostLines, boolean breaksText) {
        this.mostLines = mostLines;
        this.breaksText = breaksText;
    }

    /// Whether an array holds a document: its element among comments and instructions.
    static boolean isDocument(Node root) {
        return !root.children().isEmpty() && switch (root.children().getFirst().kind()) {
            case ELEMENT, COMMENT, INSTRUCTION -> true;
            case OBJECT, ARRAY, MAP, STRING, INTEGER, DECIMAL, FLOAT, BOOLEAN, NULL, BINARY, ENUM, TIME, ATTRIBUTE,
                    TEXT, CDATA -> false;
        };
    }

    static List<TextLine> lines(List<Node> roots) {
        XmlText text = new XmlText(Integer.MAX_VALUE, true);
        roots.forEach(r -> text.block(r, 0));
        return text.lines;
    }

    /// The first lines, for a preview.
    static List<TextLine> head(Node root, int mostLines) {
        XmlText text = new XmlText(mostLines, false);
        text.block(root, 0);
        return text.lines;
    }

    /// The node on lines of its own.
    private void block(Node node, int level) {
        if (lines.size() >= mostLines) {
            return;
        }
        indent = level;
        List<Node> content = content(node);
        boolean breaks = node.kind() == NodeKind.ELEMENT && !content.isEmpty()
                && content.stream().noneMatch(XmlText::isText);
        if (!breaks) {
            inline(node);
            line(node);
            return;
        }
        startTag(node, false);
        line(node);
        content.forEach(c -> block(c, level + 1));
        endTag(node);
        indent = level;
        line(node);
    }

    /// What follows a break within text begins at the left edge: white space there is content.
    private void line(Node node) {
        lines.add(new TextLine(indent, runs, node));
        runs = new ArrayList<>();
        indent = 0;
    }

    private void text(String text, Syntax syntax, Node node) {
        if (!breaksText) {
            add(Visible.plain(text), syntax);
            return;
        }
        int from = 0;
        for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', from)) {
            add(visible(text.substring(from, at)), syntax);
            line(node);
            from = at + 1;
        }
        add(visible(text.substring(from)), syntax);
    }

    private static String visible(String line) {
        return Visible.plain(line.replace("\t", "    "));
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
            case TEXT -> text(escaped(node.text()), Syntax.PLAIN, node);
            case CDATA -> {
                add("<![CDATA[", Syntax.SIGN);
                text(node.text(), Syntax.PLAIN, node);
                add("]]>", Syntax.SIGN);
            }
            case COMMENT -> text("<!--" + node.text() + "-->", Syntax.COMMENT, node);
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
        add("\"" + Visible.plain(escaped(node.text()).replace("\"", "&quot;")) + "\"", Syntax.STRING);
    }

    private void endTag(Node node) {
        add("</", Syntax.SIGN);
        add(node.name(), Syntax.KEYWORD);
        add(">", Syntax.SIGN);
    }

    private void add(String text, Syntax syntax) {
        if (!text.isEmpty()) {
            runs.add(new Styled(text, syntax));
        }
    }

    private static List<Node> content(Node node) {
        return node.children().stream().filter(c -> c.kind() != NodeKind.ATTRIBUTE).toList();
    }

    private static boolean isText(Node node) {
        return node.kind() == NodeKind.TEXT || node.kind() == NodeKind.CDATA;
    }

    private static String escaped(String exact) {
        return exact.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
