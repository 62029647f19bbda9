package dev.brokerscope.desktop.channel;

import dev.brokerscope.api.channel.Fact;
import dev.brokerscope.core.job.Amounts;
import dev.brokerscope.desktop.message.TimeWords;
import dev.brokerscope.desktop.ui.CountText;
import dev.brokerscope.desktop.ui.Texts;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import java.util.stream.Collectors;

/// Facts in words.
final class FactText {

    private FactText() {}

    static String of(Fact fact, ZoneId zone) {
        return switch (fact) {
            case Fact.Text(var text) -> text;
            case Fact.Whole(var value, var unit) -> (Amounts.number(value) + " " + unit).strip();
            case Fact.Real(var value) -> String.format(Locale.ROOT, "%s", value);
            case Fact.Flag(var set) -> Texts.text(set ? "channel.yes" : "channel.no");
            case Fact.ByteSize(var bytes) -> Amounts.bytes(bytes);
            case Fact.Time(var millis) -> TimeWords.iso(millis, zone);
            case Fact.Span(var millis) -> span(millis);
            case Fact.Counted(var count) -> CountText.full(count);
            case Fact.Listing(var values) -> values.stream().map(v -> of(v, zone)).collect(Collectors.joining(", "));
            case Fact.Absent(var why) -> why;
        };
    }

    /// `7 days`, `2 h 5 m`.
    static String span(long millis) {
        Duration span = Duration.ofMillis(millis);
        long days = span.toDays();
        return days >= 1 && span.minusDays(days).isZero() ? Amounts.of(days, "day") : Amounts.span(span);
    }
}
