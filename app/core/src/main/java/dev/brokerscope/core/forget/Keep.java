package dev.brokerscope.core.forget;

/// How many of a kind are kept.
///
/// @param count at least 0, or [#UNLIMITED]
public record Keep(int count) {

    private static final int UNLIMITED = -1;

    public static final Keep NONE = new Keep(0);
    public static final Keep ALL = new Keep(UNLIMITED);

    public Keep {
        if (count < UNLIMITED) {
            throw new IllegalArgumentException("a count is not negative: " + count);
        }
    }

    boolean any() {
        return count != 0;
    }

    /// After one more was kept.
    Keep less() {
        return count > 0 ? new Keep(count - 1) : this;
    }
}
