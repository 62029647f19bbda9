package dev.brokerscope.desktop.job;

import dev.brokerscope.core.job.JobKind;
import dev.brokerscope.core.job.JobRecord;
import dev.brokerscope.core.job.JobState;
import dev.brokerscope.core.job.Outcome;
import dev.brokerscope.desktop.ui.Glyph;
import dev.brokerscope.desktop.ui.Texts;
import dev.brokerscope.desktop.ui.Tone;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Icons and words of jobs.
public final class JobWords {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm:ss", Locale.ENGLISH);

    /// A state in one icon, colour and word.
    public record Mark(Glyph glyph, Tone tone, String word) {}

    private JobWords() {
    }

    static Glyph glyph(JobKind kind) {
        return switch (kind) {
            case BACKUP -> Glyph.ARCHIVE;
            case RESTORE -> Glyph.ARCHIVE_RESTORE;
            case VERIFY, DRILL -> Glyph.SHIELD_CHECK;
            case DIFF -> Glyph.GIT_COMPARE;
            case EXPORT -> Glyph.DOWNLOAD;
            case IMPORT -> Glyph.IMPORT;
            case REWORK -> Glyph.FILE_ARCHIVE;
        };
    }

    static Mark mark(JobEntry entry) {
        return switch (entry) {
            case JobEntry.Running running -> mark(running.state());
            case JobEntry.Past past -> mark(past.record());
        };
    }

    public static Mark mark(JobRecord record) {
        if (record.state() != JobState.DONE) {
            return mark(record.state());
        }
        return switch (record.outcome().orElse(Outcome.COMPLETE)) {
            case COMPLETE -> new Mark(Glyph.CIRCLE_CHECK, Tone.OK,
                    equal(record) ? Texts.text("job.equal") : Texts.text("job.complete"));
            case INCOMPLETE -> new Mark(Glyph.CIRCLE_ALERT, Tone.WARN, Texts.text("job.incomplete"));
            case DIFFERENT -> new Mark(Glyph.CIRCLE_X, Tone.BAD, Texts.text("job.different"));
            case DAMAGED -> new Mark(Glyph.CIRCLE_X, Tone.BAD, Texts.text("job.damaged"));
        };
    }

    private static boolean equal(JobRecord record) {
        return record.report().map(r -> r.path("comparison").path("equal").asBoolean(r.path("equal").asBoolean()))
                .orElse(false);
    }

    private static Mark mark(JobState state) {
        return switch (state) {
            case RUNNING -> new Mark(Glyph.PLAY, Tone.ACCENT, Texts.text("job.running"));
            case PAUSED -> new Mark(Glyph.CIRCLE_PAUSE, Tone.WARN, Texts.text("job.paused"));
            case DONE -> new Mark(Glyph.CIRCLE_CHECK, Tone.OK, Texts.text("job.complete"));
            case FAILED -> new Mark(Glyph.CIRCLE_X, Tone.BAD, Texts.text("job.failed"));
            case CANCELLED -> new Mark(Glyph.CIRCLE_SLASH, Tone.PLAIN, Texts.text("job.cancelled"));
            case INTERRUPTED -> new Mark(Glyph.CIRCLE_ALERT, Tone.WARN, Texts.text("job.interrupted"));
        };
    }

    /// `10:21` today, `Yesterday`, else `20 Nov`.
    static String brief(Instant at, Instant now, ZoneId zone) {
        ZonedDateTime then = at.atZone(zone);
        LocalDate today = now.atZone(zone).toLocalDate();
        if (then.toLocalDate().equals(today)) {
            return TIME.format(then);
        }
        return then.toLocalDate().equals(today.minusDays(1)) ? Texts.text("job.yesterday") : DAY.format(then);
    }

    static String moment(Instant at, ZoneId zone) {
        return MOMENT.format(at.atZone(zone)) + " " + zone.getId();
    }
}
