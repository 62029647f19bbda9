package dev.brokerscope.desktop.ui;

import dev.brokerscope.api.channel.Count;
import dev.brokerscope.core.job.Amounts;
import java.util.Locale;

/// A count with its honesty: plain is exact, `≤` an upper bound, `~` an estimate, `≥` a lower bound, `?` unknown.
public final class CountText {

    private CountText() {
    }

    /// Shortened, for lists: `≤ 4.74 M`.
    public static String brief(Count count) {
        return sign(count) + (count.quality() == Count.Quality.UNKNOWN ? "" : brief(count.value()));
    }

    /// All digits: `≤ 4,741,906`.
    public static String full(Count count) {
        return Amounts.count(count);
    }

    private static String sign(Count count) {
        return switch (count.quality()) {
            case EXACT -> "";
            case UPPER_BOUND -> "≤ ";
            case LOWER_BOUND -> "≥ ";
            case STALE, ESTIMATE -> "~ ";
            case UNKNOWN -> "?";
        };
    }

    private static String brief(long value) {
        if (value < 10_000) {
            return Amounts.number(value);
        }
        if (value < 1_000_000) {
            return String.format(Locale.ENGLISH, value < 100_000 ? "%.1f k" : "%.0f k", value / 1e3);
        }
        return value < 1_000_000_000
                ? String.format(Locale.ENGLISH, value < 100_000_000 ? "%.2f M" : "%.1f M", value / 1e6)
                : String.format(Locale.ENGLISH, "%.2f G", value / 1e9);
    }
}
