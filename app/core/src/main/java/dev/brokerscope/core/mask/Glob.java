package dev.brokerscope.core.mask;

import com.google.re2j.Pattern;

/// A name with `*` for any characters and `?` for one.
record Glob(String text, Pattern pattern) {

    static Glob of(String text) {
        StringBuilder regex = new StringBuilder("(?s)");
        text.codePoints().forEach(c -> regex.append(switch (c) {
            case '*' -> ".*";
            case '?' -> ".";
            default -> Pattern.quote(Character.toString(c));
        }));
        return new Glob(text, Pattern.compile(regex.toString()));
    }

    boolean matches(String name) {
        return pattern.matches(name);
    }
}
