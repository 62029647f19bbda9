package dev.brokerscope.desktop.ui.detail;

/// The bytes of a field: from, to (exclusive), and how many of the first ones are a prefix (length, union branch).
public record ByteRange(int from, int to, int lead) {

    public static final ByteRange NONE = new ByteRange(0, 0, 0);

    public ByteRange {
        if (from < 0 || to < from || lead < 0) {
            throw new IllegalArgumentException("bytes " + from + " to " + to + ", lead " + lead);
        }
    }

    public static ByteRange of(int from, int to) {
        return new ByteRange(from, to, 0);
    }

    public boolean isEmpty() {
        return to == from;
    }

    public boolean contains(int index) {
        return index >= from && index < to;
    }

    public int length() {
        return to - from;
    }
}
