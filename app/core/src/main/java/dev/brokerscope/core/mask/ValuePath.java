package dev.brokerscope.core.mask;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Where in a decoded payload a value stands: names with dots between, `*` for any one name or index, `**` for any number
/// of them, `[*]` and `[3]` for elements. A name that holds a dot is written in single quotes.
record ValuePath(String text, List<String> steps) {

    private static final String ANY = "*";
    private static final String ANY_DEPTH = "**";

    /// @throws IllegalArgumentException where it cannot be read, saying why in a clause
    static ValuePath parse(String text) {
        List<String> steps = new ArrayList<>();
        int at = text.startsWith("$") ? 1 : 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '.') {
                at++;
            } else if (c == '\'') {
                int close = closing(text, '\'', at + 1);
                steps.add(text.substring(at + 1, close));
                at = close + 1;
            } else if (c == '[') {
                int close = closing(text, ']', at);
                steps.add(text.substring(at + 1, close).replace("'", ""));
                at = close + 1;
            } else {
                int end = at;
                while (end < text.length() && text.charAt(end) != '.' && text.charAt(end) != '[') {
                    end++;
                }
                steps.add(text.substring(at, end));
                at = end;
            }
        }
        if (steps.stream().anyMatch(String::isEmpty)) {
            throw new IllegalArgumentException("the path \"" + text + "\" has an empty step");
        }
        return new ValuePath(text, List.copyOf(steps));
    }

    private static int closing(String text, char with, int from) {
        int close = text.indexOf(with, from);
        if (close < 0) {
            throw new IllegalArgumentException("the path \"" + text + "\" lacks a closing " + with);
        }
        return close;
    }

    /// Whether the value there, or a structure around it, is meant.
    boolean covers(List<String> path) {
        boolean[] reached = new boolean[steps.size() + 1];
        reached[0] = true;
        skipDepths(reached);
        for (int i = 0; i < path.size() && !reached[steps.size()]; i++) {
            boolean[] next = new boolean[steps.size() + 1];
            for (int s = 0; s < steps.size(); s++) {
                if (reached[s]) {
                    String step = steps.get(s);
                    next[s] |= step.equals(ANY_DEPTH);
                    next[s + 1] |= step.equals(ANY) || step.equals(path.get(i));
                }
            }
            skipDepths(next);
            reached = Arrays.copyOf(next, next.length);
        }
        return reached[steps.size()];
    }

    /// `**` may stand for nothing.
    private void skipDepths(boolean[] reached) {
        for (int s = 0; s < steps.size(); s++) {
            reached[s + 1] |= reached[s] && steps.get(s).equals(ANY_DEPTH);
        }
    }
}
