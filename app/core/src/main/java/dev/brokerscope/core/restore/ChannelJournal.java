package dev.brokerscope.core.restore;

import dev.brokerscope.api.message.Position;
import java.util.List;
import java.util.Optional;

/// What a journal knows of one target channel.
///
/// @param target the channel as this restore found or made it
/// @param skipped positions of the archive behind `progress` that the target refused
/// @param refused messages, so far
record ChannelJournal(Begun target, ChannelProgress progress, List<Translation> translations, List<Position> skipped,
        long refused, Optional<String> firstRefused, long bytes) {

    /// @param created whether this restore created it
    /// @param incarnation of the target, so that a namesake made since is not taken for it
    /// @param starts the target's ends before the first message was written
    record Begun(boolean created, String incarnation, List<Position> starts) {
        Begun {
            starts = List.copyOf(starts);
        }

        Optional<Position> start(int partition) {
            return starts.stream().filter(p -> p.partition() == partition).findFirst();
        }
    }

    ChannelJournal {
        translations = List.copyOf(translations);
        skipped = List.copyOf(skipped);
    }

    static ChannelJournal of(Begun target, long bytes) {
        return new ChannelJournal(target, ChannelProgress.NONE, List.of(), List.of(), 0, Optional.empty(), bytes);
    }

    ChannelJournal with(ChannelProgress made, List<Translation> learned, List<Position> refusedAhead, long failed,
            Optional<String> firstFailed) {
        return new ChannelJournal(target, made, learned, refusedAhead, failed, firstFailed, bytes);
    }

    /// The first position of the archive's partition that is not settled.
    Optional<Position> next(int partition) {
        return progress.next().stream().filter(p -> p.partition() == partition).findFirst();
    }
}
