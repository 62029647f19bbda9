package dev.brokerscope.core.decode;

/// Makes visible what would hide, reorder or break text on a screen or terminal.
final class Visible {

    private Visible() {}

    /// For text without quotes: control characters as `\n` or `\u0007`, the rest as it is.
    static String plain(String text) {
        return escape(text, false);
    }

    /// With quotes around, as in JSON.
    static String quoted(String text) {
        return "\"" + escape(text, true) + "\"";
    }

    private static String escape(String text, boolean quotes) {
        StringBuilder out = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean sign = quotes && (c == '"' || c == '\\');
            if (sign || hides(text, i)) {
                out = out == null ? new StringBuilder(text.length() + 16).append(text, 0, i) : out;
                append(out, c);
            } else if (out != null) {
                out.append(c);
            }
        }
        return out == null ? text : out.toString();
    }

    private static void append(StringBuilder out, char c) {
        switch (c) {
            case '"', '\\' -> out.append('\\').append(c);
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            default -> out.append(String.format("\\u%04x", (int) c));
        }
    }

    private static boolean hides(String text, int i) {
        char c = text.charAt(i);
        if (c < 0x20 || c >= 0x7F && c < 0xA0 || c == '\u2028' || c == '\u2029' || c == '\uFEFF') {
            return true;
        }
        if (Character.isHighSurrogate(c)) {
            return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return i == 0 || !Character.isHighSurrogate(text.charAt(i - 1));
        }
        // direction marks and overrides, invisible joiners of words
        return c >= '\u200B' && c <= '\u200F' && c != '\u200C' && c != '\u200D' || c >= '\u202A' && c <= '\u202E'
                || c >= '\u2066' && c <= '\u2069' || c == '\u061C';
    }
}
