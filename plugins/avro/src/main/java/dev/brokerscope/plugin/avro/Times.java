package dev.brokerscope.plugin.avro;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Optional;

/// Dates and times below numbers, in ISO 8601 with as many digits as the type has.
final class Times {

    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final long NANOS_PER_MICRO = 1_000;
    private static final long NANOS_PER_DAY = 86_400_000_000_000L;

    private Times() {}

    /// Nothing where the logical type is no time, or the number none of its values.
    static Optional<String> text(String logical, long value) {
        try {
            return switch (logical) {
                case "date" -> Optional.of(LocalDate.ofEpochDay(value).toString());
                case "time-millis" -> time(value, NANOS_PER_MILLI, 3);
                case "time-micros" -> time(value, NANOS_PER_MICRO, 6);
                case "timestamp-millis" -> Optional.of(instant(value, 1_000, 3));
                case "timestamp-micros" -> Optional.of(instant(value, 1_000_000, 6));
                case "timestamp-nanos" -> Optional.of(instant(value, 1_000_000_000, 9));
                case "local-timestamp-millis" -> Optional.of(local(instant(value, 1_000, 3)));
                case "local-timestamp-micros" -> Optional.of(local(instant(value, 1_000_000, 6)));
                case "local-timestamp-nanos" -> Optional.of(local(instant(value, 1_000_000_000, 9)));
                default -> Optional.empty();
            };
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> time(long value, long nanos, int digits) {
        if (value < 0 || value >= NANOS_PER_DAY / nanos) {
            return Optional.empty();
        }
        String pattern = "HH:mm:ss." + "S".repeat(digits);
        return Optional.of(DateTimeFormatter.ofPattern(pattern).format(LocalTime.ofNanoOfDay(value * nanos)));
    }

    private static String instant(long value, long perSecond, int digits) {
        long nanos = Math.floorMod(value, perSecond) * (1_000_000_000 / perSecond);
        Instant instant = Instant.ofEpochSecond(Math.floorDiv(value, perSecond), nanos);
        return new DateTimeFormatterBuilder().appendInstant(digits).toFormatter().format(instant);
    }

    private static String local(String utc) {
        return utc.substring(0, utc.length() - 1);
    }
}
