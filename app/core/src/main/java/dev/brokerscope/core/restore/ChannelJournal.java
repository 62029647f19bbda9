package dev.brokerscope.core.restore;

import dev.brokerscope.api.message.Position;
import java.util.List;
import java.util.Optional;

/// What a journal knows of one target channel.
///
/// @param created whether this restore created it
/// @param incarnation of the target, so that a namesake made since is not taken for it
/// @param starts the target's ends before the first message was written
/// @param written and `refused`: messages, so far
record ChannelJournal(boolean created, String incarnation, List<Position> starts, List<PartitionProgress> progress,
        List<Translation> translations, long refused, Optional<String> firstRefused, long bytes) {

    ChannelJournal {
        starts = List.copyOf(starts);
        progress = List.copyOf(progress);
        translations = List.copyOf(translations);
    }

    Optional<PartitionProgress> partition(int number) {
        return progress.stream().filter(p -> p.next().partition() == number).findFirst();
    }

    Optional<Position> start(int partition) {
        return starts.stream().filter(p -> p.partition() == partition).findFirst();
    }
}
