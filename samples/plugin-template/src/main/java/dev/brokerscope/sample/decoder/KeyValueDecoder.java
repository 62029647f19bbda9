package dev.brokerscope.sample.decoder;

import dev.brokerscope.api.decode.Assessment;
import dev.brokerscope.api.decode.ByteRange;
import dev.brokerscope.api.decode.Decoded;
import dev.brokerscope.api.decode.Decoder;
import dev.brokerscope.api.decode.Node;
import dev.brokerscope.api.decode.NodeKind;
import dev.brokerscope.api.decode.Sample;
import dev.brokerscope.api.decode.SchemaSource;
import dev.brokerscope.api.message.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Lines of `name=value` in UTF-8. No state: one instance serves all threads.
public final class KeyValueDecoder implements Decoder {

    private static final int LOOK_AT = 256;
    private static final int MOST_LINES = 100_000;

    @Override
    public String id() {
        return "keyvalue";
    }

    @Override
    public String name() {
        return "Key=value";
    }

    /// A look at the first line: this is called for every row that is painted.
    @Override
    public Assessment assess(Sample sample) {
        Bytes bytes = sample.bytes();
        Bytes head = bytes.slice(0, Math.min(bytes.size(), LOOK_AT));
        String line = head.utf8().lines().findFirst().orElse("");
        return line.matches("[A-Za-z][\\w.\\-]*=.*")
                ? new Assessment(Assessment.LIKELY, "the first line is name=value")
                : Assessment.no("the first line is not name=value");
    }

    /// Bad bytes are an outcome, never an exception: the reason, the place, and what could be read.
    @Override
    public Decoded decode(Sample sample, SchemaSource schemas) {
        Bytes bytes = sample.bytes();
        List<Node> pairs = new ArrayList<>();
        int from = 0;
        while (from < bytes.size()) {
            int end = indexOf(bytes, '\n', from, bytes.size());
            int equals = indexOf(bytes, '=', from, end);
            if (end > from && equals == end) {
                return new Decoded.Malformed("a line without =", from, Optional.of(root(bytes, pairs)),
                        Optional.empty());
            }
            if (pairs.size() == MOST_LINES) {
                return new Decoded.Malformed("more than " + MOST_LINES + " lines", from,
                        Optional.of(root(bytes, pairs)), Optional.empty());
            }
            if (end > from) {
                pairs.add(pair(bytes, from, equals, end));
            }
            from = end + 1;
        }
        return Decoded.Tree.of(root(bytes, pairs));
    }

    private static Node root(Bytes bytes, List<Node> pairs) {
        return Node.structure("", NodeKind.OBJECT, "lines", ByteRange.of(0, bytes.size()), pairs);
    }

    /// The range covers the name too, which is its lead: select the field, and its bytes light up.
    private static Node pair(Bytes bytes, int from, int equals, int end) {
        String name = bytes.slice(from, equals).utf8();
        String value = bytes.slice(equals + 1, end).utf8();
        return Node.scalar(name, NodeKind.STRING, value, "text", new ByteRange(from, end, equals + 1 - from));
    }

    /// `to` where there is none.
    private static int indexOf(Bytes bytes, char wanted, int from, int to) {
        int at = from;
        while (at < to && bytes.at(at) != wanted) {
            at++;
        }
        return at;
    }
}
