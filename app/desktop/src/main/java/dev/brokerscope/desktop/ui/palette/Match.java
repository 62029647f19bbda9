package dev.brokerscope.desktop.ui.palette;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How a text holds what was typed: at its start best, then at the start of a word, then anywhere, then as letters in
/// order with others between.
///
/// @param score higher is better; comparable between texts
/// @param positions the characters that matched, ascending
record Match(int score, List<Integer> positions) {

    private static final int AT_START = 4_000;
    private static final int AT_WORD = 3_000;
    private static final int INSIDE = 2_000;
    private static final int SCATTERED = 1_000;

    /// Both texts in lower case; an empty `typed` matches everything with the same score.
    static Optional<Match> of(String text, String typed) {
        if (typed.isEmpty()) {
            return Optional.of(new Match(0, List.of()));
        }
        int at = text.indexOf(typed);
        if (at < 0) {
            return scattered(text, typed);
        }
        int word = at;
        while (word > 0 && !startsWord(text, word)) {
            word = text.indexOf(typed, word + 1);
        }
        int found = word >= 0 ? word : at;
        int place = found == 0 ? AT_START : word >= 0 ? AT_WORD : INSIDE;
        return Optional.of(new Match(place - shortage(text), range(found, typed.length())));
    }

    private static boolean startsWord(String text, int at) {
        return !Character.isLetterOrDigit(text.charAt(at - 1));
    }

    private static Optional<Match> scattered(String text, String typed) {
        List<Integer> positions = new ArrayList<>();
        int at = -1;
        for (int i = 0; i < typed.length(); i++) {
            at = text.indexOf(typed.charAt(i), at + 1);
            if (at < 0) {
                return Optional.empty();
            }
            positions.add(at);
        }
        int spread = positions.getLast() - positions.getFirst() - typed.length();
        return Optional.of(new Match(SCATTERED - 10 * Math.min(spread, 50) - shortage(text), positions));
    }

    /// Of two equal places the shorter text wins.
    private static int shortage(String text) {
        return Math.min(text.length(), 200);
    }

    private static List<Integer> range(int from, int count) {
        return java.util.stream.IntStream.range(from, from + count).boxed().toList();
    }
}
