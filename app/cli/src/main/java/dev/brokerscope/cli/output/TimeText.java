package dev.brokerscope.cli.output;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;

/// Times as people read them, and as `--from` takes them back: `2026-11-22T10:02:07.318+01:00`.
public record TimeText(ZoneId zone) {

    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
            .appendPattern("yyyy-MM-dd'T'HH:mm:ss").appendFraction(ChronoField.MILLI_OF_SECOND, 3, 3, true)
            .appendOffsetId().toFormatter(Locale.ROOT);

    /// Milliseconds since the epoch; times beyond the calendar as `…ms`.
    public String of(long millis) {
        try {
            var time = Instant.ofEpochMilli(millis).atZone(zone);
            return time.getYear() < 1 || time.getYear() > 9999 ? millis + "ms" : FORMAT.format(time);
        } catch (DateTimeException beyond) {
            return millis + "ms";
        }
    }
}
