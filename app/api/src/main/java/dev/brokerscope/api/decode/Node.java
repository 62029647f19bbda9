package dev.brokerscope.api.decode;

import java.util.List;
import java.util.Optional;

/// One value of a decoded tree. Its text is exact: 64-bit integers and decimals as written, never through a double.
///
/// @param name of the field, element or index; empty for the root of formats without names
/// @param text for scalars the exact value as people read it; empty for structures
/// @param type in the format's words: `bytes · decimal(12, 2)`, `union → string`, `element`
/// @param raw the value below a logical type, where it differs: `1795340527318`
/// @param range the bytes of the payload it was read from, length prefixes included
/// @param children in the payload's order
public record Node(String name, NodeKind kind, String text, String type, Optional<String> raw, ByteRange range,
        List<Node> children) {

    public Node {
        children = List.copyOf(children);
    }

    public static Node scalar(String name, NodeKind kind, String text, String type, ByteRange range) {
        return new Node(name, kind, text, type, Optional.empty(), range, List.of());
    }

    public static Node structure(String name, NodeKind kind, String type, ByteRange range, List<Node> children) {
        return new Node(name, kind, "", type, Optional.empty(), range, children);
    }
}
