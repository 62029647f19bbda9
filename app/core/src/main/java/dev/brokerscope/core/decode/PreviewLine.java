package dev.brokerscope.core.decode;

import dev.brokerscope.api.decode.Node;
import dev.brokerscope.api.decode.NodeKind;
import dev.brokerscope.api.message.Bytes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Collects the runs of a preview until it is full.
final class PreviewLine {

    private final int most;
    private final List<Styled> runs = new ArrayList<>();
    private int length;

    PreviewLine(int most) {
        this.most = most;
    }

    List<Styled> runs() {
        return runs;
    }

    private boolean full() {
        return length >= most;
    }

    PreviewLine add(String text, Syntax syntax) {
        int room = most - length;
        if (room > 0 && !text.isEmpty()) {
            String shown = text.length() <= room ? text : text.substring(0, cut(text, room - 1)) + "…";
            runs.add(new Styled(Visible.plain(shown), syntax));
            length += shown.length();
        }
        return this;
    }

    /// Never between the halves of a surrogate pair.
    private static int cut(String text, int at) {
        return at > 0 && Character.isHighSurrogate(text.charAt(at - 1)) ? at - 1 : at;
    }

    void bytes(Bytes bytes) {
        Bytes head = bytes.slice(0, Math.min(bytes.size(), most / 3 + 1));
        add(HexFormat.ofDelimiter(" ").formatHex(head.toArray()), Syntax.MUTED);
    }

    void tree(Node root, List<String> firstFields) {
        switch (root.kind()) {
            case ELEMENT, COMMENT, INSTRUCTION, CDATA, ATTRIBUTE -> markup(root);
            case TEXT -> add(head(root.text()), Syntax.PLAIN);
            case BINARY -> add(spaced(root.text()), Syntax.MUTED);
            case OBJECT, MAP, ARRAY -> {
                if (XmlText.isDocument(root)) {
                    root.children().stream().filter(n -> n.kind() == NodeKind.ELEMENT).forEach(this::markup);
                } else {
                    fields(root, firstFields);
                }
            }
            case STRING, INTEGER, DECIMAL, FLOAT, BOOLEAN, NULL, ENUM, TIME -> scalar(root);
        }
    }

    private void fields(Node root, List<String> firstFields) {
        Set<Node> shown = Collections.newSetFromMap(new IdentityHashMap<>());
        for (String path : firstFields) {
            find(root, path).ifPresent(n -> {
                if (shown.add(n)) {
                    field(path, n, Set.of());
                }
            });
        }
        children("", root, shown);
    }

    private static Optional<Node> find(Node node, String path) {
        for (Node child : node.children()) {
            if (child.name().equals(path)) {
                return Optional.of(child);
            }
            if (path.startsWith(child.name() + ".")) {
                return find(child, path.substring(child.name().length() + 1));
            }
        }
        return Optional.empty();
    }

    private void children(String path, Node node, Set<Node> shown) {
        for (Node child : node.children()) {
            if (full()) {
                return;
            }
            if (!shown.contains(child)) {
                field(path.isEmpty() ? child.name() : path + "." + child.name(), child, shown);
            }
        }
    }

    private void field(String path, Node node, Set<Node> shown) {
        boolean deep = node.kind() == NodeKind.OBJECT || node.kind() == NodeKind.MAP;
        if (deep && !node.children().isEmpty()) {
            children(path, node, shown);
            return;
        }
        if (length > 0 && !runs.getLast().text().endsWith(" ")) {
            add(" ", Syntax.SIGN);
        }
        add(path, Syntax.MUTED).add(": ", Syntax.SIGN);
        scalar(node);
    }

    private void scalar(Node node) {
        switch (node.kind()) {
            case STRING -> {
                if (node.text().isEmpty()) {
                    add("empty", Syntax.TAG);
                } else {
                    add("\"" + head(node.text()) + "\"", Syntax.STRING);
                }
            }
            case NULL -> add("null", Syntax.TAG);
            case BINARY -> add("0x" + head(node.text()), Syntax.MUTED);
            case OBJECT, MAP -> add("{}", Syntax.SIGN);
            case ARRAY -> add("[" + node.children().size() + "]", Syntax.MUTED);
            case INTEGER, DECIMAL, FLOAT, BOOLEAN, ENUM, TIME, ELEMENT, ATTRIBUTE, TEXT, CDATA, COMMENT,
                    INSTRUCTION ->
                    add(head(node.text()), SyntaxOf.kind(node.kind()));
        }
    }

    private void markup(Node node) {
        for (TextLine line : XmlText.head(node, most)) {
            if (full()) {
                return;
            }
            line.runs().forEach(r -> add(r.text(), r.syntax()));
        }
    }

    private String head(String text) {
        return text.length() <= most ? text : text.substring(0, cut(text, most));
    }

    private String spaced(String hex) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i + 1 < hex.length() && out.length() < most; i += 2) {
            out.append(i == 0 ? "" : " ").append(hex, i, i + 2);
        }
        return out.toString();
    }
}
