package dev.brokerscope.api.settings;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a setting may hold.
public sealed interface FieldType {

    /// What is wrong with a value, as the rest of a sentence that begins with the label ("must be …"); absent if nothing.
    Optional<String> problem(String value);

    /// @param pattern a regular expression that the whole value must match; empty for any
    record Text(String pattern, String placeholder) implements FieldType {
        @Override
        public Optional<String> problem(String value) {
            return pattern.isEmpty() || Pattern.matches(pattern, value)
                    ? Optional.empty()
                    : Optional.of("must look like \"" + placeholder + "\", not \"" + value + "\".");
        }
    }

    /// Held as a reference only: `@env:NAME`, `@file:PATH`, `@keyring:NAME`, `@vault:NAME`.
    record Secret(boolean multiLine) implements FieldType {
        private static final Pattern REFERENCE = Pattern.compile("@(env|file|keyring|vault|ask)(:.+)?", Pattern.DOTALL);

        @Override
        public Optional<String> problem(String value) {
            return REFERENCE.matcher(value).matches()
                    ? Optional.empty()
                    : Optional.of(
                            "is a secret: give @env:NAME, @file:PATH or @keyring:NAME instead of the secret itself.");
        }
    }

    /// @param unit for people; may be empty
    record Whole(long min, long max, String unit) implements FieldType {
        @Override
        public Optional<String> problem(String value) {
            try {
                long number = Long.parseLong(value.strip());
                if (number >= min && number <= max) {
                    return Optional.empty();
                }
            } catch (NumberFormatException e) {
                // the same sentence
            }
            return Optional.of("must be a whole number from " + min + " to " + max + ", not \"" + value + "\".");
        }
    }

    record Flag() implements FieldType {
        @Override
        public Optional<String> problem(String value) {
            return value.equals("true") || value.equals("false")
                    ? Optional.empty()
                    : Optional.of("must be true or false, not \"" + value + "\".");
        }
    }

    record Choice(List<Option> options) implements FieldType {
        public Choice {
            options = List.copyOf(options);
        }

        @Override
        public Optional<String> problem(String value) {
            List<String> known = options.stream().map(Option::value).toList();
            return known.contains(value)
                    ? Optional.empty()
                    : Optional.of("must be one of " + String.join(", ", known) + ", not \"" + value + "\".");
        }
    }

    record Option(String value, String label) {}

    /// A list of `host:port`, separated by commas.
    record Hosts(int defaultPort) implements FieldType {
        private static final Pattern HOST = Pattern.compile("(\\[[0-9a-fA-F:]+]|[^\\s:,/]+)(:(\\d{1,5}))?");

        @Override
        public Optional<String> problem(String value) {
            for (String host : value.split(",", -1)) {
                var m = HOST.matcher(host.strip());
                if (!m.matches() || m.group(3) != null && !validPort(m.group(3))) {
                    return Optional.of("must be host:port, separated by commas, not \"" + value + "\".");
                }
            }
            return Optional.empty();
        }

        private static boolean validPort(String digits) {
            int port = Integer.parseInt(digits);
            return port >= 1 && port <= 65_535;
        }
    }

    /// @param suffixes for the file chooser: `.p12`
    record FilePath(List<String> suffixes) implements FieldType {
        public FilePath {
            suffixes = List.copyOf(suffixes);
        }

        @Override
        public Optional<String> problem(String value) {
            return Optional.empty();
        }
    }

    /// `10s`, `5m`, `1h`, `250ms`.
    record Span() implements FieldType {
        @Override
        public Optional<String> problem(String value) {
            return parse(value).isPresent()
                    ? Optional.empty()
                    : Optional.of("must be a duration like 10s, 5m or 250ms, not \"" + value + "\".");
        }

        public static Optional<Duration> parse(String value) {
            String text = value.strip().toLowerCase(java.util.Locale.ROOT);
            try {
                if (text.endsWith("ms")) {
                    return Optional.of(Duration.ofMillis(Long.parseLong(text.substring(0, text.length() - 2))));
                }
                Duration parsed = Duration.parse(text.endsWith("d") ? "P" + text : "PT" + text);
                return parsed.isNegative() ? Optional.empty() : Optional.of(parsed);
            } catch (DateTimeParseException | NumberFormatException | ArithmeticException e) {
                return Optional.empty();
            }
        }
    }

    /// Free pairs, for a client's own properties: each is a value of its own under `key.name`.
    record Table() implements FieldType {
        @Override
        public Optional<String> problem(String value) {
            return Optional.of("takes its entries one by one, as key.name=value.");
        }
    }
}
