package dev.brokerscope.desktop.detail;

import dev.brokerscope.api.decode.Node;
import dev.brokerscope.api.decode.NodeKind;
import dev.brokerscope.core.job.Amounts;
import dev.brokerscope.desktop.ui.Texts;
import dev.brokerscope.desktop.ui.detail.ByteRange;
import dev.brokerscope.desktop.ui.detail.TreeEntry;
import dev.brokerscope.desktop.ui.table.Run;
import dev.brokerscope.desktop.ui.table.RunStyle;
import java.util.List;
import java.util.Optional;

/// A decoded value as the tree shows it.
///
/// @param name shown instead of the node's own, as roots and list items have none
record NodeEntry(Node node, String name) implements TreeEntry {

    private static final int LONGEST = 2_000;

    static NodeEntry root(Node node, String title) {
        return new NodeEntry(node, node.name().isEmpty() ? title : node.name());
    }

    @Override
    public List<Run> value() {
        return switch (node.kind()) {
            case OBJECT -> note("detail.fields", "detail.field");
            case MAP -> note("detail.entries", "detail.entry");
            case ARRAY -> note("detail.items", "detail.item");
            case ELEMENT -> element();
            case NULL -> List.of(Run.of(Texts.text("badge.null"), RunStyle.TAG));
            case STRING -> node.text().isEmpty()
                    ? List.of(Run.of("\"\" ", RunStyle.STRING), Run.of(Texts.text("message.tag.empty"), RunStyle.TAG))
                    : List.of(Run.of("\"" + oneLine(node.text()) + "\"", RunStyle.STRING));
            case ATTRIBUTE -> List.of(Run.of("\"" + oneLine(node.text()) + "\"", RunStyle.STRING));
            case INTEGER, DECIMAL, FLOAT, TIME -> withRaw(RunStyle.NUMBER);
            case BOOLEAN -> withRaw(RunStyle.KEYWORD);
            case ENUM -> withRaw(RunStyle.ENUM);
            case BINARY -> List.of(Run.of("0x" + oneLine(node.text()), RunStyle.MUTED));
            case TEXT, CDATA -> List.of(Run.of(oneLine(node.text()), RunStyle.PLAIN));
            case COMMENT, INSTRUCTION -> List.of(Run.of(oneLine(node.text()), RunStyle.MUTED));
        };
    }

    @Override
    public String type() {
        return node.type();
    }

    @Override
    public int childCount() {
        return node.children().size();
    }

    @Override
    public TreeEntry child(int index) {
        Node child = node.children().get(index);
        return new NodeEntry(child, childName(child, index));
    }

    @Override
    public Optional<ByteRange> bytes() {
        dev.brokerscope.api.decode.ByteRange range = node.range();
        return range.size() == 0
                ? Optional.empty()
                : Optional.of(new ByteRange(range.from(), range.to(), range.lead()));
    }

    private String childName(Node child, int index) {
        return switch (child.kind()) {
            case ATTRIBUTE -> "@" + child.name();
            case TEXT -> Texts.text("detail.node.text");
            case CDATA -> "CDATA";
            case COMMENT -> Texts.text("detail.node.comment");
            case INSTRUCTION -> "?" + child.name();
            case OBJECT, ARRAY, MAP, STRING, INTEGER, DECIMAL, FLOAT, BOOLEAN, NULL, BINARY, ENUM, TIME, ELEMENT ->
                    child.name().isEmpty() || node.kind() == NodeKind.ARRAY && child.kind() != NodeKind.ELEMENT
                            ? "[" + index + "]"
                            : child.name();
        };
    }

    /// An element that holds only text shows it.
    private List<Run> element() {
        List<Node> children = node.children();
        return children.size() == 1 && children.getFirst().kind() == NodeKind.TEXT
                ? List.of(Run.of(oneLine(children.getFirst().text()), RunStyle.PLAIN))
                : children.isEmpty()
                        ? List.of(Run.of(Texts.text("message.tag.empty"), RunStyle.TAG))
                        : note("detail.nodes", "detail.node");
    }

    private List<Run> withRaw(RunStyle style) {
        Run value = Run.of(oneLine(node.text()), style);
        return node.raw().map(raw -> List.of(value, Run.of("  " + raw, RunStyle.MUTED)))
                .orElseGet(() -> List.of(value));
    }

    private List<Run> note(String plural, String singular) {
        int count = node.children().size();
        return List.of(Run.of(Amounts.number(count) + " " + Texts.text(count == 1 ? singular : plural), RunStyle.NOTE));
    }

    /// Control characters stand as signs: a row has one line.
    private static String oneLine(String text) {
        String head = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
        return head.replace("\r", "␍").replace("\n", "␊").replace("\t", "␉").replaceAll("\\p{Cntrl}", "␀");
    }
}
