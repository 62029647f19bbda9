package dev.brokerscope.core.decode;

import dev.brokerscope.api.decode.Assessment;
import dev.brokerscope.api.decode.ByteRange;
import dev.brokerscope.api.decode.Decoded;
import dev.brokerscope.api.decode.Decoder;
import dev.brokerscope.api.decode.Node;
import dev.brokerscope.api.decode.NodeKind;
import dev.brokerscope.api.decode.Sample;
import dev.brokerscope.api.decode.SchemaSource;
import dev.brokerscope.api.fault.Fault;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.Bytes;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// Plain text in any charset: the one picked with the option `charset`, else the one of a byte order mark, else UTF-8.
/// The text of its node is exact; what is invisible in it is made visible where it is shown.
public final class TextDecoder implements Decoder {

    public static final String ID = "text";
    /// The option that names the charset.
    public static final String CHARSET = "charset";

    private static final int LOOK_AT = 4096;
    private static final int PLAIN = 50;
    private static final int DOUBTFUL = 10;

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String name() {
        return "Text";
    }

    @Override
    public Assessment assess(Sample sample) {
        Bytes bytes = sample.bytes();
        Mark mark = Mark.of(bytes);
        if (mark.size > 0 && mark.charset != StandardCharsets.UTF_8) {
            return new Assessment(PLAIN, "byte order mark of " + mark.charset);
        }
        Bytes head = bytes.slice(0, Math.min(bytes.size(), LOOK_AT));
        CharBuffer chars = CharBuffer.allocate(head.size());
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(head.buffer(), chars,
                head.size() == bytes.size());
        if (result.isError()) {
            return Assessment.no("not UTF-8");
        }
        long odd = chars.flip().chars().filter(TextDecoder::unusual).count();
        return odd == 0
                ? new Assessment(PLAIN, "UTF-8 without control characters")
                : new Assessment(DOUBTFUL, "UTF-8, but with control characters");
    }

    private static boolean unusual(int c) {
        return Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t' || c == '\uFFFD';
    }

    @Override
    public boolean mayReference(byte first) {
        return false;
    }

    @Override
    public Decoded decode(Sample sample, SchemaSource schemas) {
        Mark mark = Mark.of(sample.bytes());
        Optional<String> picked = Optional.ofNullable(sample.options().get(CHARSET));
        Charset charset = mark.charset;
        if (picked.isPresent()) {
            try {
                charset = Charset.forName(picked.get());
            } catch (IllegalArgumentException e) {
                return new Decoded.Unavailable(Fault.of(FaultKind.USAGE, "text.charset",
                        "There is no charset \"" + picked.get() + "\".", "Pick another one, for example UTF-8."));
            }
        }
        int skip = charset.equals(mark.charset) ? mark.size : 0;
        return read(sample.bytes(), charset, skip);
    }

    private static Decoded read(Bytes bytes, Charset charset, int skip) {
        ByteRange range = ByteRange.of(0, bytes.size());
        Node node =
                Node.scalar("", NodeKind.TEXT, bytes.slice(skip, bytes.size()).text(charset), charset.name(), range);
        int wrong = firstWrong(bytes, charset, skip);
        if (wrong >= 0) {
            return new Decoded.Malformed("a byte that is not " + charset.name(), wrong, Optional.of(node),
                    Optional.empty());
        }
        List<String> notes = skip == 0 ? List.of() : List.of("begins with a byte order mark");
        return new Decoded.Tree(node, notes, Optional.empty());
    }

    /// Index of the first byte that is not of the charset, -1 if there is none.
    private static int firstWrong(Bytes bytes, Charset charset, int from) {
        ByteBuffer in = bytes.slice(from, bytes.size()).buffer();
        CharBuffer out = CharBuffer.allocate(LOOK_AT);
        var decoder = charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        while (true) {
            CoderResult result = decoder.decode(in, out, true);
            if (result.isError()) {
                return from + in.position();
            }
            if (result.isUnderflow()) {
                return -1;
            }
            out.clear();
        }
    }

    private record Mark(Charset charset, int size) {

        static Mark of(Bytes bytes) {
            if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
                return new Mark(StandardCharsets.UTF_8, 3);
            }
            if (starts(bytes, 0xFE, 0xFF) && bytes.size() % 2 == 0) {
                return new Mark(StandardCharsets.UTF_16BE, 2);
            }
            if (starts(bytes, 0xFF, 0xFE) && bytes.size() % 2 == 0) {
                return new Mark(StandardCharsets.UTF_16LE, 2);
            }
            return new Mark(StandardCharsets.UTF_8, 0);
        }

        private static boolean starts(Bytes bytes, int... wanted) {
            if (bytes.size() < wanted.length) {
                return false;
            }
            for (int i = 0; i < wanted.length; i++) {
                if ((bytes.at(i) & 0xFF) != wanted[i]) {
                    return false;
                }
            }
            return true;
        }
    }
}
