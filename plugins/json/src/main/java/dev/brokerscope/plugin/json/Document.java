package dev.brokerscope.plugin.json;

import dev.brokerscope.api.decode.Assessment;
import dev.brokerscope.api.decode.Framing;
import dev.brokerscope.api.decode.Sample;
import dev.brokerscope.api.message.Bytes;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Where in a payload the JSON stands: behind a schema id, behind a byte order mark, in which encoding.
///
/// @param start index of its first byte
/// @param notes on what stands before it
record Document(Bytes payload, int start, Charset charset, List<String> notes) {

    private static final int CLOSED = 90;
    private static final int OPEN = 75;
    private static final int QUOTED = 60;
    private static final int DOUBTFUL = 40;

    static Document of(Sample sample) {
        Bytes bytes = sample.bytes();
        List<String> notes = new ArrayList<>();
        int start = 0;
        for (Framing framing : Framing.of(sample)) {
            if (framing.prefix() > 0 && opens(bytes, framing.prefix())) {
                start = framing.prefix();
                notes.add(framing.words());
                break;
            }
        }
        Charset charset = StandardCharsets.UTF_8;
        if (starts(bytes, start, 0xEF, 0xBB, 0xBF)) {
            start += 3;
            notes.add("begins with a byte order mark");
        } else if (starts(bytes, start, 0xFE, 0xFF) || wide(bytes, start, 0)) {
            charset = StandardCharsets.UTF_16BE;
        } else if (starts(bytes, start, 0xFF, 0xFE) || wide(bytes, start, 1)) {
            charset = StandardCharsets.UTF_16LE;
        }
        if (!charset.equals(StandardCharsets.UTF_8)) {
            start += starts(bytes, start, 0xFE, 0xFF) || starts(bytes, start, 0xFF, 0xFE) ? 2 : 0;
            notes.add("encoded in " + charset);
        }
        return new Document(bytes, start, charset, List.copyOf(notes));
    }

    private static boolean opens(Bytes bytes, int at) {
        return at < bytes.size() && (bytes.at(at) == '{' || bytes.at(at) == '[');
    }

    private static boolean starts(Bytes bytes, int at, int... wanted) {
        if (bytes.size() < at + wanted.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if ((bytes.at(at + i) & 0xFF) != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    /// Two characters of ASCII in UTF-16 without a mark: every other byte is zero.
    private static boolean wide(Bytes bytes, int at, int zero) {
        return bytes.size() >= at + 4 && bytes.at(at + zero) == 0 && bytes.at(at + 2 + zero) == 0
                && "{[\"".indexOf(bytes.at(at + 1 - zero)) >= 0;
    }

    private boolean isUtf8() {
        return charset.equals(StandardCharsets.UTF_8);
    }

    /// The document in UTF-8.
    byte[] utf8() {
        Bytes document = payload.slice(start, payload.size());
        return isUtf8() ? document.toArray() : document.text(charset).getBytes(StandardCharsets.UTF_8);
    }

    /// Whether indices into `utf8()` are indices into the payload.
    boolean exactIndices() {
        return isUtf8();
    }

    Assessment assess() {
        String head = look(start, Math.min(payload.size(), start + 256)).stripLeading();
        String tail = look(Math.max(start, payload.size() - 64), payload.size()).stripTrailing();
        if (head.isEmpty()) {
            return Assessment.no("holds nothing but white space");
        }
        char first = head.charAt(0);
        char last = tail.isEmpty() ? ' ' : tail.charAt(tail.length() - 1);
        String second = head.substring(1).stripLeading();
        char next = second.isEmpty() ? 0 : second.charAt(0);
        return switch (first) {
            case '{' -> bracket('{', '}', last, next == '"' || next == '}' || next == 0, next == '"');
            case '[' -> bracket('[', ']', last, "{[\"-0123456789tfn]\0".indexOf(next) >= 0, "{\"[".indexOf(next) >= 0);
            case '"' -> last == '"' && payload.size() > start + 1
                    ? new Assessment(QUOTED, "stands in quotes")
                    : Assessment.no("starts with a quote that does not close");
            default -> word(head)
                    ? new Assessment(Assessment.POSSIBLE, "a bare number or word, which text shows as well")
                    : Assessment.no("does not start like JSON");
        };
    }

    private static Assessment bracket(char open, char close, char last, boolean plausible, boolean likely) {
        if (!plausible) {
            return new Assessment(last == close ? DOUBTFUL : 5, "starts with " + open + ", but goes on unlike JSON");
        }
        return last == close
                ? new Assessment(CLOSED, "starts with " + open + " and ends with " + close)
                : new Assessment(likely ? OPEN : DOUBTFUL, "starts with " + open + ", but does not end with " + close);
    }

    private boolean word(String head) {
        return payload.size() <= start + 64
                && head.strip().matches("true|false|null|-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?");
    }

    private String look(int from, int to) {
        return payload.slice(Math.min(from, to), to).text(isUtf8() ? StandardCharsets.ISO_8859_1 : charset);
    }
}
