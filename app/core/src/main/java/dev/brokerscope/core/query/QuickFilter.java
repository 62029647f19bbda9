package dev.brokerscope.core.query;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.api.message.Header;
import dev.brokerscope.api.message.Message;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/// Keeps the messages whose key, value or headers contain a text or match a regular expression, ignoring case. Looks at
/// the bytes as UTF-8 first, and at what a decoder makes of the value where those are not text. Regular expressions are
/// RE2: their time is linear, whatever a stranger typed.
public final class QuickFilter {

    /// A part of a message that is searched.
    public enum Part {
        KEY, VALUE, HEADERS
    }

    private final String text;
    private final boolean regex;
    private final Set<Part> parts;
    private final Predicate<String> found;
    private final Optional<Bytes> exactKey;

    private QuickFilter(String text, boolean regex, Set<Part> parts, Predicate<String> found,
            Optional<Bytes> exactKey) {
        this.exactKey = exactKey;
        this.text = text;
        this.regex = regex;
        this.parts = Set.copyOf(parts);
        this.found = found;
    }

    public static QuickFilter contains(String text, Set<Part> parts) {
        String wanted = text.toLowerCase(Locale.ROOT);
        return new QuickFilter(text, false, parts, s -> s.toLowerCase(Locale.ROOT).contains(wanted),
                Optional.empty());
    }

    public static QuickFilter contains(String text) {
        return contains(text, EnumSet.allOf(Part.class));
    }

    /// @throws FaultException of kind `USAGE` where the expression cannot be read
    public static QuickFilter regex(String expression, Set<Part> parts) throws FaultException {
        try {
            Pattern pattern = Pattern.compile(expression, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
            return new QuickFilter(expression, true, parts, s -> pattern.matcher(s).find(), Optional.empty());
        } catch (PatternSyntaxException e) {
            throw new FaultException(FaultKind.USAGE, "filter.regex",
                    "The regular expression \"" + expression + "\" cannot be read: " + e.getDescription() + ".",
                    "Mend it, or search for the text as it stands instead.", e);
        }
    }

    /// Only messages with exactly this key; where an archive is read, blocks that cannot hold it are skipped.
    public static QuickFilter key(Bytes key) {
        return new QuickFilter(key.utf8(), false, EnumSet.of(Part.KEY), _ -> false, Optional.of(key));
    }

    /// The one key that is searched for, if that is all.
    public Optional<Bytes> exactKey() {
        return exactKey;
    }

    public String text() {
        return text;
    }

    public boolean isRegex() {
        return regex;
    }

    public Set<Part> parts() {
        return parts;
    }

    /// @param decoded the decoded value as text, asked only where the bytes alone did not match and are no text
    public boolean matches(Message message, Function<Message, String> decoded) {
        if (exactKey.isPresent()) {
            return message.key().equals(exactKey);
        }
        return parts.contains(Part.KEY) && message.key().filter(this::matches).isPresent()
                || parts.contains(Part.HEADERS) && message.headers().list().stream().anyMatch(this::matches)
                || parts.contains(Part.VALUE) && matchesValue(message, decoded);
    }

    private boolean matchesValue(Message message, Function<Message, String> decoded) {
        return message.value()
                .filter(value -> matches(value) || !value.isUtf8() && found.test(decoded.apply(message)))
                .isPresent();
    }

    private boolean matches(Header header) {
        return matches(header.name()) || header.value().filter(this::matches).isPresent();
    }

    private boolean matches(Bytes bytes) {
        return found.test(bytes.utf8());
    }
}
