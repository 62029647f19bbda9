package dev.brokerscope.core.slice;

/// One end of a slice, in the words it was typed with.
public sealed interface Bound {

    /// The beginning, or the end as it is when reading starts.
    Bound OPEN = new Open();

    /// What the command line takes.
    String words();

    record Open() implements Bound {
        @Override
        public String words() {
            return "";
        }
    }

    /// The position of the first message at or after it.
    ///
    /// @param words as typed: `now-2h`, which a resume takes as it was resolved first
    /// @param epochMillis what they meant
    record Time(String words, long epochMillis) implements Bound {}

    /// A position in the broker's notation.
    record At(String words) implements Bound {}
}
