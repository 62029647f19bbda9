package dev.brokerscope.installers;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Text with places like `@version@`.
record Template(String text) {

    private static final Pattern PLACE = Pattern.compile("@([a-z][a-z0-9.-]*)@");

    /// @throws PackagingException where a place has no value: a package must not carry an unfilled one
    String filled(Map<String, String> values) {
        return PLACE.matcher(text).replaceAll(place -> {
            String value = values.get(place.group(1));
            if (value == null) {
                throw new PackagingException("Nothing is known for @" + place.group(1) + "@ of a template.");
            }
            return Matcher.quoteReplacement(value);
        });
    }
}
