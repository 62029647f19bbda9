package dev.brokerscope.core.diff;

import dev.brokerscope.api.message.AttributeValue;
import dev.brokerscope.api.message.Bytes;
import java.util.Optional;

/// Shows people bytes around the place that matters.
final class Excerpt {

    private static final int BEFORE = 12;
    private static final int SHOWN = 40;

    private Excerpt() {}

    static String of(Optional<Bytes> bytes, int at) {
        if (bytes.isEmpty()) {
            return "null";
        }
        Bytes all = bytes.get();
        if (all.isEmpty()) {
            return "empty";
        }
        int from = all.size() <= SHOWN ? 0 : Math.max(0, Math.min(at - BEFORE, all.size() - SHOWN));
        Bytes shown = all.slice(from, Math.min(all.size(), from + SHOWN));
        String where = all.size() <= SHOWN ? "" : " (byte " + from + " of " + all.size() + ")";
        return (isText(all) ? '"' + shown.utf8() + '"' : "0x" + shown.toHex()) + where;
    }

    static String of(AttributeValue value) {
        return switch (value) {
            case AttributeValue.Text(String text) -> '"' + text + '"';
            case AttributeValue.Whole(long number) -> Long.toString(number);
            case AttributeValue.Real(double number) -> Double.toString(number);
            case AttributeValue.Flag(boolean flag) -> Boolean.toString(flag);
            case AttributeValue.Binary(Bytes bytes) -> "0x" + bytes.toHex();
        };
    }

    /// Index of the first byte that differs.
    static int mismatch(Bytes a, Bytes b) {
        int index = a.buffer().mismatch(b.buffer());
        return Math.max(0, index);
    }

    private static boolean isText(Bytes bytes) {
        for (int i = 0; i < bytes.size(); i++) {
            if (bytes.at(i) < ' ' || bytes.at(i) == 0x7f) {
                return false;
            }
        }
        return true;
    }
}
