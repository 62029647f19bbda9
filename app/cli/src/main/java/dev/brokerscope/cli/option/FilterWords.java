package dev.brokerscope.cli.option;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.core.query.QuickFilter;
import dev.brokerscope.core.query.QuickFilter.Part;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// Reads `--filter`: a text, a `/regular expression/`, either behind `key:`, `value:` or `headers:`.
public final class FilterWords {

    private FilterWords() {}

    public static QuickFilter parse(String expression) throws FaultException {
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
        return regex
                ? QuickFilter.regex(text.substring(1, text.length() - 1), parts)
                : QuickFilter.contains(text, parts);
    }
}
