package dev.brokerscope.core.slice;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/// A rule that renames many channels: `orders.*` to `restored.*`, where each `*` takes what its twin matched, or
/// `/(.+)-prod/` to `$1-test`. It counts where the whole name matches.
///
/// @param replacement with `$1` and so on
record RenamePattern(Pattern pattern, String replacement) {

    static boolean isOne(String from) {
        return from.contains("*") || isRegex(from);
    }

    private static boolean isRegex(String from) {
        return from.length() > 2 && from.startsWith("/") && from.endsWith("/");
    }

    /// @throws FaultException of kind `USAGE` where it cannot be read
    static RenamePattern of(String from, String to) throws FaultException {
        try {
            if (isRegex(from)) {
                RenamePattern rule = new RenamePattern(Pattern.compile(from.substring(1, from.length() - 1)), to);
                rule.demandGroups(from);
                return rule;
            }
            String expression = Arrays.stream(from.split("\\*", -1)).map(Pattern::quote)
                    .collect(Collectors.joining("(.*)"));
            return new RenamePattern(Pattern.compile(expression), stars(from, to));
        } catch (PatternSyntaxException e) {
            throw unreadable(from, to, e.getDescription() + ".");
        }
    }

    private static String stars(String from, String to) throws FaultException {
        long known = from.chars().filter(c -> c == '*').count();
        StringBuilder replacement = new StringBuilder();
        int used = 0;
        for (char c : to.toCharArray()) {
            if (c == '*') {
                replacement.append('$').append(++used);
            } else {
                replacement.append(c == '$' || c == '\\' ? "\\" + c : String.valueOf(c));
            }
        }
        if (used > known) {
            throw unreadable(from, to, "The new name has more * than the old one.");
        }
        return replacement.toString();
    }

    private void demandGroups(String from) throws FaultException {
        int groups = pattern.groupCount();
        for (int i = 0; i + 1 < replacement.length(); i++) {
            char next = replacement.charAt(i + 1);
            if (replacement.charAt(i) == '$' && (!Character.isDigit(next) || next - '0' > groups)) {
                throw unreadable(from, replacement, "$" + next + " is none of its " + groups + " groups.");
            }
        }
    }

    private static FaultException unreadable(String from, String to, String why) {
        return new FaultException(FaultKind.USAGE, "rename.pattern",
                "The renaming " + from + "=" + to + " cannot be understood: " + why,
                "Write 'orders.*=restored.*', or '/(.+)-prod/=$1-test'.");
    }

    /// The new name, where the whole old one matches.
    Optional<String> apply(String name) {
        Matcher matcher = pattern.matcher(name);
        return matcher.matches() ? Optional.of(matcher.replaceFirst(replacement)) : Optional.empty();
    }
}
