package dev.brokerscope.core.decode;

import dev.brokerscope.api.decode.Decoded;
import java.util.List;

/// A payload in one line: at most 200 characters, names muted, no braces; of broken bytes the fault comes first.
public record Preview(List<Styled> runs) {

    public static final int MOST = 200;

    public Preview {
        runs = List.copyOf(runs);
    }

    public static Preview of(Decoding decoding) {
        return of(decoding, List.of());
    }

    /// @param firstFields paths that come first, such as the fields of the filter: `order.total`
    public static Preview of(Decoding decoding, List<String> firstFields) {
        PreviewLine line = new PreviewLine(MOST);
        switch (decoding) {
            case Decoding.Null _ -> line.add("null", Syntax.TAG);
            case Decoding.Tombstone _ -> line.add("null", Syntax.TAG).add(" deletes the key", Syntax.MUTED);
            case Decoding.Empty _ -> line.add("0 bytes", Syntax.TAG).add(" present and empty", Syntax.MUTED);
            case Decoding.Read read -> add(read, firstFields, line);
        }
        return new Preview(line.runs());
    }

    private static void add(Decoding.Read read, List<String> firstFields, PreviewLine line) {
        switch (read.decoded()) {
            case Decoded.Tree _ -> {}
            case Decoded.Malformed m ->
                    line.add(m.reason() + " at byte " + m.at(), Syntax.FAULT).add(" · ", Syntax.SIGN);
            case Decoded.Unavailable u ->
                    line.add(clause(u.fault().message()), Syntax.WARNING).add(" · ", Syntax.SIGN);
        }
        read.root().ifPresentOrElse(root -> line.tree(root, firstFields), () -> line.bytes(read.bytes()));
    }

    private static String clause(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    /// Without colours.
    public String text() {
        StringBuilder out = new StringBuilder();
        runs.forEach(r -> out.append(r.text()));
        return out.toString();
    }
}
