package dev.brokerscope.plugin.json;

import dev.brokerscope.api.decode.ByteRange;
import dev.brokerscope.api.decode.Node;
import dev.brokerscope.api.decode.NodeKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// An object or array that is still open.
final class Frame {

    private static final int NO_NAME = -1;

    private final String label;
    private final NodeKind kind;
    private final int from;
    private final int lead;
    private final List<Node> children = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private String name = "";
    private int nameAt = NO_NAME;

    /// @param from index of the name, or of the bracket where there is none
    /// @param lead so many bytes from there to the bracket
    Frame(String label, NodeKind kind, int from, int lead) {
        this.label = label;
        this.kind = kind;
        this.from = from;
        this.lead = lead;
    }

    NodeKind kind() {
        return kind;
    }

    String label() {
        return label;
    }

    /// Takes the name of the next value.
    ///
    /// @return the name if it stood before, else nothing
    String name(String next, int at) {
        name = next;
        nameAt = at;
        return names.add(next) ? "" : next;
    }

    boolean awaitsValue() {
        return kind == NodeKind.ARRAY || nameAt != NO_NAME;
    }

    /// Where a value that starts at `at` begins with its name.
    int begin(int at) {
        return nameAt == NO_NAME ? at : nameAt;
    }

    String nextName() {
        return kind == NodeKind.ARRAY ? String.valueOf(children.size()) : name;
    }

    Frame nested(NodeKind inner, int at) {
        int begin = begin(at);
        return new Frame(nextName(), inner, begin, at - begin);
    }

    void add(Node child) {
        children.add(child);
        nameAt = NO_NAME;
    }

    /// @param whole a range that ends where the structure ends; empty ranges stay so
    Node close(ByteRange whole) {
        boolean known = !whole.equals(ByteRange.NONE);
        ByteRange range = known ? new ByteRange(whole.from() + from, whole.to(), lead) : whole;
        return Node.structure(label, kind, kind == NodeKind.ARRAY ? "array" : "object", range, children);
    }

    static Node renamed(Node node, String name) {
        return new Node(name, node.kind(), node.text(), node.type(), node.raw(), node.range(), node.children());
    }
}
