package dev.brokerscope.core.backup;

import dev.brokerscope.api.broker.End;
import dev.brokerscope.api.broker.Isolation;
import dev.brokerscope.api.broker.OpenRequest;
import dev.brokerscope.api.broker.Start;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.channel.Impact;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.archive.Checkpoint;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What is left to read of one channel.
///
/// @param begins per partition
/// @param ends the same partitions; empty where the channel knows no end by position
record ReadTask(ChannelId channel, List<Position> begins, List<Position> ends) {

    private static final OpenRequest.Limits LIMITS = new OpenRequest.Limits(2_000, 2L << 20);

    static ReadTask of(ChannelId channel, List<Checkpoint> open) {
        return new ReadTask(channel, open.stream().map(Checkpoint::next).toList(),
                open.stream().flatMap(c -> c.end().stream()).toList());
    }

    OpenRequest request(Isolation isolation, Set<Impact> consent) {
        Set<Integer> partitions = begins.stream().map(Position::partition).collect(Collectors.toSet());
        return new OpenRequest(channel, Optional.of(partitions),
                ends.isEmpty() ? new Start.Earliest() : new Start.AtPositions(begins),
                ends.isEmpty() ? new End.Snapshot() : new End.BeforePositions(ends), isolation, LIMITS, consent);
    }
}
