package dev.brokerscope.plugin.xml;

import dev.brokerscope.api.decode.Decoded;
import dev.brokerscope.api.decode.Node;
import dev.brokerscope.api.decode.NodeKind;
import dev.brokerscope.api.decode.Rewriter;
import dev.brokerscope.api.decode.Sample;
import dev.brokerscope.api.decode.SchemaSource;
import dev.brokerscope.api.decode.Splices;
import dev.brokerscope.api.decode.ValueEdit;
import dev.brokerscope.api.message.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Replaces the contents of elements and the values of attributes; everything else stays byte for byte, comments too. A
/// path begins with the root element; an element that holds only text is a value, text among elements is `#text`.
/// Documents with a document type are refused, since its entities could hold what is to be hidden; so are encodings
/// other than UTF-8, ISO-8859-1 and ASCII.
final class XmlRewriter implements Rewriter {

    private final XmlDecoder decoder;

    XmlRewriter(XmlDecoder decoder) {
        this.decoder = decoder;
    }

    @Override
    public Rewritten rewrite(Sample sample, SchemaSource schemas, ValueEdit edit) {
        var charset = Encoding.of(sample.bytes()).charset();
        if (!charset.equals(StandardCharsets.UTF_8) && !charset.equals(StandardCharsets.ISO_8859_1)
                && !charset.equals(StandardCharsets.US_ASCII)) {
            return new Rewritten.Impossible("it is encoded in " + charset);
        }
        return switch (decoder.decode(sample, schemas)) {
            case Decoded.Tree tree when tree.notes().stream().anyMatch(n -> n.contains("document type")) ->
                    new Rewritten.Impossible("it has a document type");
            case Decoded.Tree tree when !readToTheEnd(tree) ->
                    new Rewritten.Impossible("something stands behind the document that is not XML");
            case Decoded.Tree tree -> rewritten(sample.bytes(), tree.root(), edit);
            case Decoded.Malformed broken -> new Rewritten.Impossible(broken.reason());
            case Decoded.Unavailable missing -> new Rewritten.Unavailable(missing.fault());
        };
    }

    private static boolean readToTheEnd(Decoded.Tree tree) {
        return tree.notes().stream().noneMatch(n -> n.startsWith("what follows the document"));
    }

    private static Rewritten rewritten(Bytes bytes, Node root, ValueEdit edit) {
        Splices splices = new Splices(bytes);
        List<String> path = new ArrayList<>();
        if (root.kind() == NodeKind.ELEMENT) {
            element(bytes, root, path, edit, splices);
        } else {
            root.children().stream().filter(n -> n.kind() == NodeKind.ELEMENT)
                    .forEach(n -> element(bytes, n, path, edit, splices));
        }
        return new Rewritten.Done(splices.result());
    }

    private static void element(Bytes bytes, Node element, List<String> path, ValueEdit edit, Splices splices) {
        path.addLast(element.name());
        boolean leaf = element.children().stream().noneMatch(c -> c.kind() == NodeKind.ELEMENT);
        String text = element.children().stream().filter(XmlRewriter::isText).map(Node::text)
                .collect(Collectors.joining());
        ValueEdit.Change change = edit.of(path, leaf ? NodeKind.TEXT : NodeKind.ELEMENT, leaf ? text : "");
        element.children().stream().filter(c -> c.kind() == NodeKind.ATTRIBUTE)
                .forEach(a -> attribute(bytes, a, path, edit, splices));
        switch (change) {
            case ValueEdit.Change.Keep _ -> {
                if (!leaf) {
                    children(bytes, element, path, edit, splices);
                }
            }
            case ValueEdit.Change.Null _ -> content(bytes, element, "", splices);
            case ValueEdit.Change.Text(String with) -> content(bytes, element, escaped(with), splices);
        }
        path.removeLast();
    }

    private static void children(Bytes bytes, Node element, List<String> path, ValueEdit edit, Splices splices) {
        for (Node child : element.children()) {
            if (child.kind() == NodeKind.ELEMENT) {
                element(bytes, child, path, edit, splices);
            } else if (isText(child)) {
                path.addLast("#text");
                switch (edit.of(path, NodeKind.TEXT, child.text())) {
                    case ValueEdit.Change.Keep _ -> {
                    }
                    case ValueEdit.Change.Null _ -> splices.replace(child.range().from(), child.range().to(),
                            new byte[0]);
                    case ValueEdit.Change.Text(String with) -> splices.replace(child.range().from(),
                            child.range().to(), encoded(bytes, escaped(with)));
                }
                path.removeLast();
            }
        }
    }

    private static boolean isText(Node node) {
        return node.kind() == NodeKind.TEXT || node.kind() == NodeKind.CDATA;
    }

    private static void attribute(Bytes bytes, Node attribute, List<String> path, ValueEdit edit, Splices splices) {
        if (attribute.type().equals("namespace")) {
            return;
        }
        path.addLast("@" + attribute.name());
        int from = attribute.range().from() + attribute.range().lead();
        int to = attribute.range().to() - 1;
        switch (edit.of(path, NodeKind.ATTRIBUTE, attribute.text())) {
            case ValueEdit.Change.Keep _ -> {
            }
            case ValueEdit.Change.Null _ -> splices.replace(from, to, new byte[0]);
            case ValueEdit.Change.Text(String with) -> splices.replace(from, to, encoded(bytes, escaped(with)));
        }
        path.removeLast();
    }

    /// Between the start tag and the end tag; an empty element has no such place, and nothing to hide.
    private static void content(Bytes bytes, Node element, String with, Splices splices) {
        int from = element.range().from() + element.range().lead();
        int to = element.range().to();
        while (to > from && bytes.at(to - 1) != '<') {
            to--;
        }
        if (to > from) {
            splices.replace(from, to - 1, encoded(bytes, with));
        }
    }

    private static byte[] encoded(Bytes document, String text) {
        return text.getBytes(Encoding.of(document).charset());
    }

    /// Characters beyond ASCII as references, which every encoding has.
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&apos;");
                default -> {
                    if (c < 0x7F) {
                        escaped.append((char) c);
                    } else {
                        escaped.append("&#").append(c).append(';');
                    }
                }
            }
        });
        return escaped.toString();
    }
}
