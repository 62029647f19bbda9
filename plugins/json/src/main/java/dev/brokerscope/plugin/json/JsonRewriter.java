package dev.brokerscope.plugin.json;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
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
import java.util.regex.Pattern;

/// Replaces the bytes of single values; all others stay as they are, white space, order and duplicate names included.
/// Documents in UTF-16 are refused, and those with something behind them that is not JSON.
final class JsonRewriter implements Rewriter {

    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?");
    private static final byte[] NULL = "null".getBytes(StandardCharsets.UTF_8);

    private final JsonDecoder decoder;

    JsonRewriter(JsonDecoder decoder) {
        this.decoder = decoder;
    }

    @Override
    public Rewritten rewrite(Sample sample, SchemaSource schemas, ValueEdit edit) {
        if (!Document.of(sample).exactIndices()) {
            return new Rewritten.Impossible("it is not encoded in UTF-8");
        }
        return switch (decoder.decode(sample, schemas)) {
            case Decoded.Tree tree -> readToTheEnd(sample.bytes(), tree.root())
                    ? rewritten(sample.bytes(), tree.root(), edit)
                    : new Rewritten.Impossible("something stands behind the document that is not JSON");
            case Decoded.Malformed broken -> new Rewritten.Impossible(broken.reason());
            case Decoded.Unavailable missing -> new Rewritten.Unavailable(missing.fault());
        };
    }

    private static boolean readToTheEnd(Bytes bytes, Node root) {
        int end = root.type().equals("documents") ? root.children().getLast().range().to() : root.range().to();
        return bytes.slice(end, bytes.size()).utf8().isBlank();
    }

    private static Rewritten rewritten(Bytes bytes, Node root, ValueEdit edit) {
        Splices splices = new Splices(bytes);
        walk(root, new ArrayList<>(), edit, splices);
        return new Rewritten.Done(splices.result());
    }

    private static void walk(Node node, List<String> path, ValueEdit edit, Splices splices) {
        switch (edit.of(path, node.kind(), node.text())) {
            case ValueEdit.Change.Keep _ -> {
                for (Node child : node.children()) {
                    path.addLast(child.name());
                    walk(child, path, edit, splices);
                    path.removeLast();
                }
            }
            case ValueEdit.Change.Null _ -> replace(node, NULL, splices);
            case ValueEdit.Change.Text(String text) -> replace(node, literal(node.kind(), text), splices);
        }
    }

    /// The name before the value stays.
    private static void replace(Node node, byte[] with, Splices splices) {
        splices.replace(node.range().from() + node.range().lead(), node.range().to(), with);
    }

    private static byte[] literal(NodeKind kind, String text) {
        boolean plain = switch (kind) {
            case INTEGER, DECIMAL, FLOAT -> NUMBER.matcher(text).matches();
            case BOOLEAN -> text.equals("true") || text.equals("false");
            default -> false;
        };
        if (plain) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        String quoted = "\"" + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + "\"";
        return quoted.getBytes(StandardCharsets.UTF_8);
    }
}
