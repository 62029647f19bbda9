package dev.brokerscope.core.backup;

import dev.brokerscope.api.broker.End;
import dev.brokerscope.api.broker.OpenRequest;
import dev.brokerscope.api.broker.Start;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.channel.ChannelProfile;
import dev.brokerscope.api.channel.Impact;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.archive.ChannelStart;
import dev.brokerscope.archive.Checkpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/// Some partitions of one channel that one cursor reads.
///
/// @param start the channel as the run has it
/// @param begins per partition
/// @param ends the same partitions; empty where the channel knows no end by position
/// @param follow whether it goes on until it is stopped
record ReadTask(ChannelStart start, List<Position> begins, List<Position> ends, boolean follow) {

    /// Of one cursor: open blocks of all partitions that are being read are held in memory.
    private static final int PARTITIONS = 16;
    private static final int MESSAGES = 2_000;
    private static final int BYTES = 2 << 20;
    private static final int BATCHES_PER_SECOND = 8;

    /// What is left of a channel, in parts that fit into memory together.
    static List<ReadTask> of(ChannelStart start, List<Checkpoint> open, ReadOptions options, boolean follow) {
        boolean many = start.profile().impact().stream().noneMatch(Impact::needsConsent)
                && start.profile().positions() == ChannelProfile.PositionKind.STABLE
                && open.stream().allMatch(c -> c.end().isPresent());
        int most = !many ? open.size() : options.measureAborted() ? 1 : PARTITIONS;
        List<ReadTask> tasks = new ArrayList<>();
        for (int from = 0; from < open.size(); from += most) {
            List<Checkpoint> part = open.subList(from, Math.min(open.size(), from + most));
            tasks.add(whole(start, part, follow));
        }
        return tasks;
    }

    /// All of it by one cursor.
    static ReadTask whole(ChannelStart start, List<Checkpoint> open, boolean follow) {
        return new ReadTask(start, open.stream().map(Checkpoint::next).toList(),
                open.stream().flatMap(c -> c.end().stream()).toList(), follow);
    }

    ChannelId channel() {
        return start.channel();
    }

    boolean dense() {
        return start.profile().dense();
    }

    Set<Integer> partitions() {
        return begins.stream().map(Position::partition).collect(Collectors.toSet());
    }

    OpenRequest request(ReadOptions options) {
        return new OpenRequest(channel(), Optional.of(partitions()),
                from(), end(), options.isolation(), limits(options), options.consent());
    }

    /// What only lives is read from now on.
    private Start from() {
        return knowsPositions() ? new Start.AtPositions(begins)
                : start.profile().starts().contains(ChannelProfile.StartKind.EARLIEST) ? new Start.Earliest()
                        : new Start.Latest();
    }

    private boolean knowsPositions() {
        return follow ? start.profile().positions() == ChannelProfile.PositionKind.STABLE : !ends.isEmpty();
    }

    private End end() {
        return follow ? new End.Follow() : ends.isEmpty() ? new End.Snapshot() : new End.BeforePositions(ends);
    }

    /// Small batches where the pace is slow, so that progress moves and a cancelled run need not wait.
    private static OpenRequest.Limits limits(ReadOptions options) {
        return new OpenRequest.Limits((int) share(options.limit().messagesPerSecond(), 1, MESSAGES),
                share(options.limit().bytesPerSecond(), 16 << 10, BYTES));
    }

    private static long share(OptionalLong perSecond, long least, long most) {
        return perSecond.isPresent() ? Math.clamp(perSecond.getAsLong() / BATCHES_PER_SECOND, least, most) : most;
    }
}
