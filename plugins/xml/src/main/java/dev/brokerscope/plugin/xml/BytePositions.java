package dev.brokerscope.plugin.xml;

import dev.brokerscope.api.decode.ByteRange;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// From indices of characters to indices of bytes. Quick for indices that mostly grow, as a reader's do.
final class BytePositions {

    private final String text;
    private final int skipped;
    private final Width width;
    private int atChar;
    private int atByte;

    private enum Width {
        ONE, TWO, UTF_8, UNKNOWN
    }

    BytePositions(String text, Charset charset, int skipped) {
        this.text = text;
        this.skipped = skipped;
        width = width(charset);
    }

    private static Width width(Charset charset) {
        if (charset.equals(StandardCharsets.UTF_8)) {
            return Width.UTF_8;
        }
        if (charset.equals(StandardCharsets.UTF_16BE) || charset.equals(StandardCharsets.UTF_16LE)) {
            return Width.TWO;
        }
        return charset.canEncode() && charset.newEncoder().maxBytesPerChar() == 1f ? Width.ONE : Width.UNKNOWN;
    }

    int index(int character) {
        int wanted = Math.max(0, Math.min(character, text.length()));
        return switch (width) {
            case ONE -> skipped + wanted;
            case TWO -> skipped + 2 * wanted;
            case UTF_8 -> skipped + utf8(wanted);
            case UNKNOWN -> 0;
        };
    }

    /// Unknown in encodings whose characters have different widths, UTF-8 apart.
    ByteRange range(int from, int to, int lead) {
        if (width == Width.UNKNOWN) {
            return ByteRange.NONE;
        }
        int begin = index(from);
        int front = index(from + lead);
        return new ByteRange(begin, Math.max(front, index(to)), front - begin);
    }

    private int utf8(int wanted) {
        while (atChar < wanted) {
            atByte += size(text.charAt(atChar++));
        }
        while (atChar > wanted) {
            atByte -= size(text.charAt(--atChar));
        }
        return atByte;
    }

    /// Each half of a surrogate pair counts for two of its four bytes.
    private static int size(char c) {
        if (c < 0x80) {
            return 1;
        }
        return c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }
}
