package dev.brokerscope.faults.source;

import dev.brokerscope.api.broker.Cursor;
import dev.brokerscope.api.broker.Isolation;
import dev.brokerscope.api.broker.ListQuery;
import dev.brokerscope.api.broker.OpenRequest;
import dev.brokerscope.api.broker.Page;
import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.channel.ChannelDetails;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.channel.ChannelNode;
import dev.brokerscope.api.channel.ChannelProfile;
import dev.brokerscope.api.channel.Count;
import dev.brokerscope.api.channel.Impact;
import dev.brokerscope.api.channel.Keep;
import dev.brokerscope.api.channel.MessagePart;
import dev.brokerscope.api.channel.PartitionInfo;
import dev.brokerscope.api.message.AttributeSchema;
import dev.brokerscope.api.message.Position;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// A broker that holds nothing and makes up each message when it is read: one channel, as long as one likes.
public final class GeneratedSession implements Session {

    public static final ChannelId CHANNEL = ChannelId.of("topic", "generated");

    private static final ChannelProfile PROFILE = new ChannelProfile(EnumSet.of(Impact.TRANSIENT_CONSUMER),
            EnumSet.of(ChannelProfile.StartKind.EARLIEST, ChannelProfile.StartKind.POSITION),
            ChannelProfile.EndKind.POSITION, ChannelProfile.PositionKind.STABLE, true,
            ChannelProfile.OrderScope.PARTITION, ChannelProfile.Completeness.COMPLETE, keeps(), List.of());

    private final Workload workload;

    public GeneratedSession(Workload workload) {
        this.workload = workload;
    }

    private static Map<MessagePart, Keep> keeps() {
        Map<MessagePart, Keep> keeps = new EnumMap<>(MessagePart.class);
        for (MessagePart part : MessagePart.values()) {
            keeps.put(part, Keep.EXACT);
        }
        keeps.put(MessagePart.POSITION, Keep.LOST);
        return keeps;
    }

    @Override
    public String server() {
        return "Generated 1";
    }

    @Override
    public Optional<String> clusterId() {
        return Optional.of("generated");
    }

    @Override
    public Page<ChannelNode> list(Optional<ChannelId> parent, ListQuery query) {
        return new Page<>(List.of(new ChannelNode(CHANNEL, "generated", Set.of(ChannelNode.Role.SOURCE), false, false,
                Count.UNKNOWN, Set.of())), Optional.empty());
    }

    @Override
    public ChannelDetails describe(ChannelId channel) {
        List<PartitionInfo> partitions = IntStream.range(0, workload.partitions())
                .mapToObj(n -> new PartitionInfo(n, Optional.of(Position.of(n, 0)), Optional.of(end(n)),
                        Count.atMost(workload.messages()), List.of()))
                .toList();
        return new ChannelDetails(channel, "incarnation-1", partitions,
                Count.atMost(workload.messages() * workload.partitions()), PROFILE, AttributeSchema.EMPTY, List.of());
    }

    @Override
    public Map<ChannelId, List<Position>> ends(Set<ChannelId> channels, Isolation isolation) {
        Map<ChannelId, List<Position>> ends = new HashMap<>();
        channels.forEach(
                c -> ends.put(c, IntStream.range(0, workload.partitions()).mapToObj(this::end).toList()));
        return ends;
    }

    private Position end(int partition) {
        return Position.of(partition, workload.messages());
    }

    @Override
    public Cursor open(OpenRequest request) {
        return new GeneratedCursor(workload, request);
    }

    @Override
    public void close() {
        // nothing is held
    }
}
