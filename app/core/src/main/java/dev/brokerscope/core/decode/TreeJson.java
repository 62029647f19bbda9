package dev.brokerscope.core.decode;

import dev.brokerscope.api.decode.Node;
import dev.brokerscope.api.decode.NodeKind;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/// A tree as exact JSON, in one line: numbers as written, duplicate names kept, bytes as `{"base64":…}`, not-a-number
/// as `{"type":"double","value":"NaN"}`, a union's branch only where the value alone would not tell it, XML elements as
/// `{"name":…,"attributes":{…},"content":[…]}`.
public final class TreeJson {

    private static final String AMBIGUOUS_UNION = "union of ";
    private static final String BRANCH = " → ";

    private final StringBuilder out = new StringBuilder();

    private TreeJson() {}

    public static String of(Node root) {
        TreeJson json = new TreeJson();
        json.value(root);
        return json.out.toString();
    }

    /// A JSON string with its quotes.
    public static String string(String text) {
        TreeJson json = new TreeJson();
        json.text(text);
        return json.out.toString();
    }

    private void value(Node node) {
        if (node.type().startsWith(AMBIGUOUS_UNION) && node.type().contains(BRANCH)) {
            String branch = node.type().substring(node.type().lastIndexOf(BRANCH) + BRANCH.length());
            out.append("{\"type\":");
            text(branch);
            out.append(",\"value\":");
            bare(node);
            out.append('}');
        } else {
            bare(node);
        }
    }

    private void bare(Node node) {
        switch (node.kind()) {
            case OBJECT, MAP -> object(node.children());
            case ARRAY -> list(node.children());
            case STRING, ENUM, TIME, TEXT, CDATA, ATTRIBUTE -> text(node.text());
            case INTEGER, DECIMAL -> out.append(node.text());
            case BOOLEAN -> out.append(node.text());
            case NULL -> out.append("null");
            case FLOAT -> floating(node);
            case BINARY -> out.append("{\"base64\":\"")
                    .append(Base64.getEncoder().encodeToString(HexFormat.of().parseHex(node.text()))).append("\"}");
            case ELEMENT -> element(node);
            case COMMENT -> tagged("comment", node.text());
            case INSTRUCTION -> tagged("instruction", (node.name() + " " + node.text()).strip());
        }
    }

    private void object(List<Node> children) {
        out.append('{');
        for (int i = 0; i < children.size(); i++) {
            out.append(i == 0 ? "" : ",");
            text(children.get(i).name());
            out.append(':');
            value(children.get(i));
        }
        out.append('}');
    }

    private void list(List<Node> children) {
        out.append('[');
        for (int i = 0; i < children.size(); i++) {
            out.append(i == 0 ? "" : ",");
            value(children.get(i));
        }
        out.append(']');
    }

    private void floating(Node node) {
        char last = node.text().charAt(node.text().length() - 1);
        if (Character.isDigit(last) || last == '.') {
            out.append(node.text());
        } else {
            int branch = node.type().lastIndexOf(BRANCH);
            out.append("{\"type\":");
            text(branch < 0 ? node.type() : node.type().substring(branch + BRANCH.length()));
            out.append(",\"value\":");
            text(node.text());
            out.append('}');
        }
    }

    private void element(Node node) {
        List<Node> attributes = node.children().stream().filter(c -> c.kind() == NodeKind.ATTRIBUTE).toList();
        List<Node> content = node.children().stream().filter(c -> c.kind() != NodeKind.ATTRIBUTE).toList();
        out.append("{\"name\":");
        text(node.name());
        if (!attributes.isEmpty()) {
            out.append(",\"attributes\":");
            object(attributes);
        }
        if (!content.isEmpty()) {
            out.append(",\"content\":");
            list(content);
        }
        out.append('}');
    }

    private void tagged(String tag, String content) {
        out.append("{\"").append(tag).append("\":");
        text(content);
        out.append('}');
    }

    private void text(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> out.append('\\').append(c);
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < 0x20 || c == 0x7F || Character.isSurrogate(c) && alone(text, i)) {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    private static boolean alone(String text, int i) {
        return Character.isHighSurrogate(text.charAt(i))
                ? i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))
                : i == 0 || !Character.isHighSurrogate(text.charAt(i - 1));
    }
}
