package dev.brokerscope.core.forget;

import java.time.Period;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A span of the calendar as restic writes it: `2y5m7d3h`, where `m` is months.
public record Span(Period period, int hours) {

    private static final Pattern WORDS =
            Pattern.compile("(?:(\\d{1,4})y)?(?:(\\d{1,4})m)?(?:(\\d{1,5})d)?(?:(\\d{1,6})h)?");

    /// Absent where it is none.
    public static Optional<Span> parse(String text) {
        Matcher words = WORDS.matcher(text);
        if (text.isEmpty() || !words.matches()) {
            return Optional.empty();
        }
        return Optional.of(new Span(Period.of(number(words, 1), number(words, 2), number(words, 3)),
                number(words, 4)));
    }

    private static int number(Matcher words, int group) {
        return words.group(group) == null ? 0 : Integer.parseInt(words.group(group));
    }

    ZonedDateTime before(ZonedDateTime time) {
        return time.minus(period).minusHours(hours);
    }

    @Override
    public String toString() {
        return part(period.getYears(), "y") + part(period.getMonths(), "m") + part(period.getDays(), "d")
                + part(hours, "h");
    }

    private static String part(int number, String unit) {
        return number == 0 ? "" : number + unit;
    }
}
