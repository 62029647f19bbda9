package dev.brokerscope.core.query;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.core.query.QuickFilter.Part;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// A filter and how it was typed: a text, a `/regular expression/`, either behind `key:`, `value:` or `headers:`.
public record FilterWords(String text, QuickFilter filter) {

    private static final String EXACT = "key=";

    /// `key=` in front means exactly this key.
    ///
    /// @throws FaultException of kind `USAGE` where it cannot be read
    public static FilterWords parse(String expression) throws FaultException {
        if (expression.startsWith(EXACT)) {
            return new FilterWords(expression, QuickFilter.key(Bytes.utf8(expression.substring(EXACT.length()))));
        }
        Set<Part> parts = EnumSet.allOf(Part.class);
        String text = expression;
        for (Part part : Part.values()) {
            String prefix = part.name().toLowerCase(Locale.ROOT) + ":";
            if (expression.startsWith(prefix)) {
                parts = EnumSet.of(part);
                text = expression.substring(prefix.length());
            }
        }
        boolean regex = text.length() > 2 && text.startsWith("/") && text.endsWith("/");
        return new FilterWords(expression, regex
                ? QuickFilter.regex(text.substring(1, text.length() - 1), parts)
                : QuickFilter.contains(text, parts));
    }
}
