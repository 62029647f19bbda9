package dev.brokerscope.desktop.message;

import dev.brokerscope.desktop.ui.table.Run;
import dev.brokerscope.desktop.ui.table.RunStyle;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;

/// Times as the window writes them: 24 hours, milliseconds in grey, the date where it is not today's.
public final class TimeWords {

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern(".SSS");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM-dd ");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd ");
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter ISO =
            new DateTimeFormatterBuilder().appendPattern("uuuu-MM-dd'T'HH:mm:ss.SSS")
                    .appendOffsetId().toFormatter();

    private TimeWords() {}

    /// Times of other years stand with their year and without seconds, so that they need no more room.
    ///
    /// @param dated whether the date stands before it
    public static List<Run> runs(long epochMillis, ZoneId zone, boolean dated) {
        try {
            ZonedDateTime time = Instant.ofEpochMilli(epochMillis).atZone(zone);
            if (dated && time.getYear() != LocalDate.now(zone).getYear()) {
                return List.of(Run.of(DATE.format(time), RunStyle.MUTED),
                        Run.of(MINUTES.format(time), RunStyle.PLAIN));
            }
            String date = dated ? DAY.format(time) : "";
            return List.of(Run.of(date, RunStyle.MUTED), Run.of(SECONDS.format(time), RunStyle.PLAIN),
                    Run.of(MILLIS.format(time), RunStyle.MUTED));
        } catch (DateTimeException beyondYears) {
            return List.of(Run.of(epochMillis + " ms", RunStyle.PLAIN));
        }
    }

    /// ISO with the offset of the zone: what is copied.
    public static String iso(long epochMillis, ZoneId zone) {
        try {
            return ISO.format(Instant.ofEpochMilli(epochMillis).atZone(zone));
        } catch (DateTimeException beyondYears) {
            return epochMillis + " ms";
        }
    }

    /// Time of day, with the date where it is not today's.
    public static String brief(long epochMillis, ZoneId zone) {
        return PreviewRuns.text(runs(epochMillis, zone, !isToday(epochMillis, zone)));
    }

    public static boolean isToday(long epochMillis, ZoneId zone) {
        try {
            return Instant.ofEpochMilli(epochMillis).atZone(zone).toLocalDate().equals(LocalDate.now(zone));
        } catch (DateTimeException beyondYears) {
            return false;
        }
    }
}
