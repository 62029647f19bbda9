package dev.brokerscope.desktop.archive;

import dev.brokerscope.archive.ArchiveContents;
import dev.brokerscope.archive.RunKind;
import dev.brokerscope.archive.RunState;
import dev.brokerscope.core.job.Amounts;
import dev.brokerscope.desktop.ui.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/// Words about archives.
///
/// @param zone of the times
record ArchiveWords(ZoneId zone) {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    String moment(long millis) {
        return MOMENT.format(Instant.ofEpochMilli(millis).atZone(zone));
    }

    /// `1 Nov 2026 – 22 Nov 2026`; empty where no message has a time.
    String days(List<ArchiveContents.Channel> channels) {
        List<ArchiveContents.Coverage> all = channels.stream().flatMap(c -> c.partitions().stream())
                .flatMap(p -> p.coverage().stream()).toList();
        OptionalLong oldest = all.stream().map(ArchiveContents.Coverage::timeMin).filter(OptionalLong::isPresent)
                .mapToLong(OptionalLong::getAsLong).min();
        OptionalLong newest = all.stream().map(ArchiveContents.Coverage::timeMax).filter(OptionalLong::isPresent)
                .mapToLong(OptionalLong::getAsLong).max();
        if (oldest.isEmpty() || newest.isEmpty()) {
            return "";
        }
        String from = DAY.format(Instant.ofEpochMilli(oldest.getAsLong()).atZone(zone));
        String to = DAY.format(Instant.ofEpochMilli(newest.getAsLong()).atZone(zone));
        return from.equals(to) ? from : from + " – " + to;
    }

    static String took(ArchiveContents.Run run) {
        return run.finishedAt().isPresent()
                ? Amounts.span(Duration.ofMillis(run.finishedAt().getAsLong() - run.startedAt())) : "–";
    }

    static String word(RunKind kind) {
        return switch (kind) {
            case SNAPSHOT -> Texts.text("archive.run.snapshot");
            case INCREMENTAL -> Texts.text("archive.run.incremental");
            case CONTINUOUS -> Texts.text("archive.run.continuous");
            case SELECTION -> Texts.text("archive.run.selection");
            case IMPORT -> Texts.text("archive.run.import");
        };
    }

    static String word(RunState state) {
        return switch (state) {
            case RUNNING -> Texts.text("archive.run.running");
            case COMPLETE -> Texts.text("archive.run.complete");
            case COMPLETE_WITH_GAPS -> Texts.text("archive.run.with-gaps");
            case FAILED -> Texts.text("archive.run.failed");
            case INTERRUPTED -> Texts.text("archive.run.interrupted");
        };
    }
}
