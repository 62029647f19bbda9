package dev.brokerscope.plugin.xml;

import dev.brokerscope.api.decode.ByteRange;
import dev.brokerscope.api.decode.Node;
import dev.brokerscope.api.decode.NodeKind;
import java.util.ArrayList;
import java.util.List;

/// An element that is not closed yet, or the document around all of them.
final class OpenElement {

    private final String name;
    private final String type;
    private final int from;
    private final int lead;
    private final boolean keepsSpace;
    private final List<Node> children = new ArrayList<>();
    private boolean holdsText;

    /// @param from index of the character where its start tag begins
    /// @param lead characters of the start tag
    /// @param keepsSpace whether white space between elements is content
    OpenElement(String name, String type, int from, int lead, boolean keepsSpace) {
        this.name = name;
        this.type = type;
        this.from = from;
        this.lead = lead;
        this.keepsSpace = keepsSpace;
    }

    String name() {
        return name;
    }

    int from() {
        return from;
    }

    int lead() {
        return lead;
    }

    boolean keepsSpace() {
        return keepsSpace;
    }

    List<Node> children() {
        return children;
    }

    /// Text that was cut by an entity or by the reader's buffers becomes one again.
    void add(Node child) {
        boolean text = child.kind() == NodeKind.TEXT;
        holdsText |= text && !child.text().isBlank() || child.kind() == NodeKind.CDATA;
        if (text && !children.isEmpty() && children.getLast().kind() == NodeKind.TEXT) {
            Node before = children.removeLast();
            ByteRange range = before.range().equals(ByteRange.NONE)
                    ? ByteRange.NONE
                    : ByteRange.of(before.range().from(), Math.max(before.range().to(), child.range().to()));
            children.add(Node.scalar("", NodeKind.TEXT, before.text() + child.text(), "text", range));
        } else {
            children.add(child);
        }
    }

    /// White space between elements is no content unless `xml:space` says so or text stands among them.
    private List<Node> content() {
        if (holdsText || keepsSpace) {
            return children;
        }
        boolean onlySpace =
                children.stream().allMatch(c -> c.kind() == NodeKind.TEXT || c.kind() == NodeKind.ATTRIBUTE);
        return onlySpace
                ? children
                : children.stream().filter(c -> c.kind() != NodeKind.TEXT || !c.text().isBlank()).toList();
    }

    Node close(ByteRange range) {
        return Node.structure(name, NodeKind.ELEMENT, type, range, content());
    }
}
