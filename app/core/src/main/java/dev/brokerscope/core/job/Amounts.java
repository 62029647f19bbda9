package dev.brokerscope.core.job;

import dev.brokerscope.api.channel.Count;
import java.time.Duration;
import java.util.Locale;

/// Numbers as people read them.
public final class Amounts {

    private static final String[] SIZES = {"bytes", "kB", "MB", "GB", "TB", "PB"};

    private Amounts() {}

    /// `9,064,574`
    public static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /// `≤ 9,064,574`, `~ 200,000`, `?`
    public static String count(Count count) {
        return switch (count.quality()) {
            case EXACT -> number(count.value());
            case UPPER_BOUND -> "≤ " + number(count.value());
            case LOWER_BOUND -> "≥ " + number(count.value());
            case STALE, ESTIMATE -> "~ " + number(count.value());
            case UNKNOWN -> "?";
        };
    }

    /// `3.6 GB`: decimal units.
    public static String bytes(long size) {
        if (size < 1_000) {
            return size == 1 ? "1 byte" : size + " bytes";
        }
        double scaled = size;
        int unit = 0;
        while (scaled >= 999.95 && unit < SIZES.length - 1) {
            scaled /= 1_000;
            unit++;
        }
        return String.format(Locale.ROOT, "%.1f %s", scaled, SIZES[unit]);
    }

    /// `16 m 14 s`, `2 h 5 m`, `0.4 s`
    public static String span(Duration span) {
        long seconds = span.toSeconds();
        if (seconds < 10) {
            return String.format(Locale.ROOT, "%.1f s", span.toMillis() / 1_000.0);
        }
        if (seconds < 60) {
            return seconds + " s";
        }
        return seconds < 3_600 ? seconds / 60 + " m " + seconds % 60 + " s"
                : seconds / 3_600 + " h " + seconds % 3_600 / 60 + " m";
    }

    /// `1 message`, `3 messages`
    public static String of(long value, String singular) {
        return number(value) + " " + (value == 1 ? singular : singular + "s");
    }
}
