package dev.brokerscope.desktop.message;

import dev.brokerscope.desktop.ui.Texts;
import java.util.Optional;

/// Where to begin, in the words it was typed with, so that a chooser can show them again.
public sealed interface RangeChoice {

    /// From the end backwards.
    record Newest() implements RangeChoice {}

    /// From the beginning.
    record Oldest() implements RangeChoice {}

    /// From a position in the broker's notation.
    ///
    /// @param partition the one to read; absent for all
    record FromOffset(String words, Optional<Integer> partition) implements RangeChoice {}

    record FromTime(String words) implements RangeChoice {}

    /// @param to exclusive
    record Between(String from, String to) implements RangeChoice {}

    /// Only what arrives from now on.
    record Live() implements RangeChoice {}

    /// For people, whatever the page: `newest first`.
    default String words() {
        return switch (this) {
            case Newest _ -> Texts.text("message.words.newest");
            case Oldest _ -> Texts.text("message.words.oldest");
            case FromOffset _,FromTime _,Between _,Live _ -> label(0);
        };
    }

    /// On the button that opens the chooser.
    default String label(int pageSize) {
        return switch (this) {
            case Newest _ -> Texts.text("message.range.newest", pageSize);
            case Oldest _ -> Texts.text("message.range.oldest", pageSize);
            case FromOffset(var words, var partition) -> partition
                    .map(p -> Texts.text("message.range.offset.in", words, String.valueOf(p)))
                    .orElseGet(() -> Texts.text("message.range.offset", words));
            case FromTime(var words) -> Texts.text("message.range.time", words);
            case Between(var from, var to) -> from + " – " + to;
            case Live _ -> Texts.text("message.range.live");
        };
    }
}
