package dev.brokerscope.core.rework;

import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.archive.ArchiveContents;
import dev.brokerscope.archive.RunCopy;
import java.util.List;
import java.util.Optional;

/// What is taken of one partition as one run covers it: `[from, next)`.
///
/// @param source the archive that holds it
/// @param channel as the archive's session shows it: an older incarnation is `orders~1`
/// @param original as the broker named it
/// @param end what the run was asked for, exclusive; absent where it knew none
/// @param dense whether every position is a message or explained
/// @param messages that the whole range of the run holds
/// @param gaps of the run in this partition, with what there is to say of them
record Piece(ReworkSource source, ChannelId channel, ChannelId original, Position from, Position next,
        Optional<Position> end,
        long messages, boolean dense, List<ArchiveContents.Gap> gaps) {

    Piece {
        gaps = List.copyOf(gaps);
    }

    int partition() {
        return from.partition();
    }

    boolean isEmpty() {
        return from.compareTo(next) >= 0;
    }

    /// A part of it, which ends where it was cut.
    Piece between(Position newFrom, Position newNext) {
        Position begin = newFrom.compareTo(from) < 0 ? from : newFrom;
        boolean cut = newNext.compareTo(next) < 0;
        Position behind = cut ? newNext : next;
        return new Piece(source, channel, original, begin, begin.compareTo(behind) > 0 ? begin : behind,
                cut ? Optional.of(behind) : end, messages, dense, gaps);
    }

    RunCopy.Range range() {
        return new RunCopy.Range(channel, from, end);
    }

    /// What the archive says of the positions `[at, behind)`; empty where nothing.
    String detail(Position at, Position behind) {
        return gaps.stream().filter(g -> g.from().compareTo(at) <= 0 && g.next().compareTo(behind) >= 0)
                .map(ArchiveContents.Gap::detail).findFirst().orElse("");
    }
}
