package dev.brokerscope.api.decode;

/// `[from, to)` of the payload; `lead` bytes of it at the front are a length, a union branch or a tag.
public record ByteRange(int from, int to, int lead) {

    public static final ByteRange NONE = new ByteRange(0, 0, 0);

    public ByteRange {
        if (from < 0 || to < from || lead < 0 || lead > to - from) {
            throw new IllegalArgumentException("range [" + from + ", " + to + ") with lead " + lead);
        }
    }

    public static ByteRange of(int from, int to) {
        return new ByteRange(from, to, 0);
    }

    public int size() {
        return to - from;
    }

    public boolean contains(int index) {
        return index >= from && index < to;
    }
}
