package dev.brokerscope.core.decode;

import dev.brokerscope.api.decode.Node;
import dev.brokerscope.api.decode.NodeKind;
import java.util.ArrayList;
import java.util.List;

/// A tree as lines in the style of JSON. For people: binary values stand as 0x…, not-a-number as a word.
final class JsonText {

    private final List<TextLine> lines = new ArrayList<>();

    private JsonText() {}

    static List<TextLine> lines(Node root) {
        JsonText text = new JsonText();
        text.add(root, 0, false, true);
        return text.lines;
    }

    private void add(Node node, int indent, boolean named, boolean last) {
        List<Styled> runs = new ArrayList<>();
        if (named) {
            runs.add(new Styled(Visible.quoted(node.name()), Syntax.NAME));
            runs.add(new Styled(": ", Syntax.SIGN));
        }
        String comma = last ? "" : ",";
        if (TreeText.oneLine(node)) {
            runs.add(scalar(node));
            if (!last) {
                runs.add(new Styled(comma, Syntax.SIGN));
            }
            lines.add(new TextLine(indent, runs, node));
            return;
        }
        boolean list = node.kind() == NodeKind.ARRAY;
        runs.add(new Styled(list ? "[" : "{", Syntax.SIGN));
        lines.add(new TextLine(indent, runs, node));
        List<Node> children = node.children();
        for (int i = 0; i < children.size(); i++) {
            add(children.get(i), indent + 1, !list, i == children.size() - 1);
        }
        lines.add(new TextLine(indent, List.of(new Styled((list ? "]" : "}") + comma, Syntax.SIGN)), node));
    }

    private static Styled scalar(Node node) {
        Syntax syntax = SyntaxOf.kind(node.kind());
        return switch (node.kind()) {
            case STRING, ENUM, TIME, TEXT, CDATA, ATTRIBUTE, COMMENT, INSTRUCTION ->
                    new Styled(Visible.quoted(node.text()), syntax);
            case INTEGER, DECIMAL, FLOAT, BOOLEAN -> new Styled(Visible.plain(node.text()), syntax);
            case NULL -> new Styled("null", syntax);
            case BINARY -> new Styled("0x" + node.text(), syntax);
            case ARRAY -> new Styled("[]", syntax);
            case OBJECT, MAP, ELEMENT -> new Styled("{}", syntax);
        };
    }
}
