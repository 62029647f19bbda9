package dev.brokerscope.archive;

import dev.brokerscope.api.broker.CursorEvent;
import dev.brokerscope.api.broker.GapReason;
import dev.brokerscope.api.broker.GroupStates;
import dev.brokerscope.api.broker.Isolation;
import dev.brokerscope.api.channel.ChannelDefinition;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.channel.ChannelProfile;
import dev.brokerscope.api.channel.Count;
import dev.brokerscope.api.channel.Impact;
import dev.brokerscope.api.channel.Keep;
import dev.brokerscope.api.channel.MessagePart;
import dev.brokerscope.api.channel.SettingOrigin;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.AttributeRole;
import dev.brokerscope.api.message.AttributeSchema;
import dev.brokerscope.api.message.AttributeType;
import dev.brokerscope.api.message.AttributeValue;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.testkit.Readout;
import dev.brokerscope.testkit.SeededMessages;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/// Archives for tests: the same bytes each time.
final class TestArchives {

    static final ChannelId ORDERS = ChannelId.of("topic", "orders");
    static final Bytes PLAN_HASH = Bytes.utf8("the plan's hash");
    static final long NOW = 1_795_340_527_318L;

    static final AttributeSchema ATTRIBUTES = new AttributeSchema(List.of(
            new AttributeSchema.Attribute("leader_epoch", "Leader epoch", AttributeType.WHOLE,
                    AttributeRole.LEADER_EPOCH, false),
            new AttributeSchema.Attribute("priority", "Priority", AttributeType.WHOLE, AttributeRole.PRIORITY, true),
            new AttributeSchema.Attribute("app", "Application", AttributeType.TEXT, AttributeRole.APP_ID, true),
            new AttributeSchema.Attribute("weight", "Weight", AttributeType.REAL, AttributeRole.OTHER, true),
            new AttributeSchema.Attribute("durable", "Durable", AttributeType.FLAG, AttributeRole.DURABLE, true),
            new AttributeSchema.Attribute("id", "Id", AttributeType.BINARY, AttributeRole.MESSAGE_ID, false)));

    static final ChannelProfile PROFILE = profile(true);

    private TestArchives() {}

    static ChannelProfile profile(boolean dense) {
        return new ChannelProfile(EnumSet.of(Impact.TRANSIENT_CONSUMER),
                EnumSet.allOf(ChannelProfile.StartKind.class), ChannelProfile.EndKind.POSITION,
                ChannelProfile.PositionKind.STABLE, dense, ChannelProfile.OrderScope.PARTITION,
                ChannelProfile.Completeness.COMPLETE,
                Map.of(MessagePart.KEY, Keep.EXACT, MessagePart.POSITION, Keep.LOST),
                List.of(new ChannelProfile.Caveat("cut", "The ends are of one moment each.")));
    }

    /// Clock and ids pinned.
    static WriterOptions options() {
        AtomicLong ids = new AtomicLong();
        return new WriterOptions(2, dev.brokerscope.archive.block.Compression.STANDARD,
                InstantSource.fixed(java.time.Instant.ofEpochMilli(NOW)),
                () -> new UUID(1, ids.incrementAndGet()));
    }

    /// Ids that no other archive has.
    static WriterOptions otherIds() {
        WriterOptions pinned = options();
        return new WriterOptions(pinned.workers(), pinned.compression(), pinned.clock(), UUID::randomUUID);
    }

    /// Some messages, with attributes on most.
    static List<Message> messages(int count, int partitions) {
        List<Message> messages = new ArrayList<>();
        for (Message message : SeededMessages.ofThisRun().generate(count, partitions)) {
            long lo = message.positionLo();
            messages.add(lo % 3 == 2 ? message : withAttributes(message, lo));
        }
        return messages;
    }

    private static Message withAttributes(Message message, long lo) {
        return message.movedTo(message.partition(), message.positionHi(), lo)
                .attributes(List.of(Optional.of(new AttributeValue.Whole(7)),
                        lo % 2 == 0 ? Optional.of(new AttributeValue.Whole(-lo)) : Optional.empty(),
                        Optional.of(new AttributeValue.Text("app-" + lo % 4)),
                        Optional.of(new AttributeValue.Real(lo / 3.0)),
                        Optional.of(new AttributeValue.Flag(lo % 2 == 0)),
                        Optional.of(new AttributeValue.Binary(Bytes.utf8("id" + lo)))))
                .build();
    }

    static List<RangeStart> ranges(List<Message> messages, int partitions) {
        List<RangeStart> ranges = new ArrayList<>();
        for (int number = 0; number < partitions; number++) {
            int n = number;
            Position end = messages.stream().filter(m -> m.partition() == n).map(m -> m.position().next())
                    .reduce((_, last) -> last).orElse(Position.of(number, 0));
            ranges.add(range(Position.of(number, 0), end));
        }
        return ranges;
    }

    static RangeStart range(Position begin, Position end) {
        return new RangeStart(Optional.of(begin), Optional.of(end), begin, Optional.of(end));
    }

    static ChannelStart channel(ChannelId id, List<RangeStart> ranges) {
        GroupStates.GroupState group = new GroupStates.GroupState("billing", "", "consumer", "Empty", Count.atMost(0),
                List.of(new GroupStates.Progress(ranges.getFirst().partition(), ranges.getFirst().end().orElseThrow(),
                        "noted", Optional.of(3), Optional.of(Bytes.utf8("pending")))));
        return new ChannelStart(id, "incarnation-1", PROFILE, ATTRIBUTES,
                new ChannelDefinition(ranges.size(), Optional.of(3),
                        List.of(new ChannelDefinition.Setting("cleanup.policy", Optional.of("compact"),
                                SettingOrigin.SET, false),
                                new ChannelDefinition.Setting("secret", Optional.empty(), SettingOrigin.DEFAULT,
                                        true))),
                ranges, List.of(group));
    }

    static RunStart run(ChannelStart... channels) {
        return new RunStart(new RunSource("kafka", Optional.of("cluster-1"), "Local"), RunKind.SNAPSHOT,
                RunFidelity.VERBATIM, "{\"channels\":[\"orders\"]}", PLAN_HASH, Isolation.COMMITTED, "anna", "desk",
                "Brokerscope test", NOW - 2_000, NOW - 1_000, List.of(channels));
    }

    static RunStart run(List<Message> messages, int partitions) {
        return run(channel(ORDERS, ranges(messages, partitions)));
    }

    /// Writes and seals the messages of one channel without holes.
    static void write(Path target, List<Message> messages, int partitions) throws FaultException, InterruptedException {
        write(target, messages, partitions, options());
    }

    static void write(Path target, List<Message> messages, int partitions, WriterOptions options)
            throws FaultException, InterruptedException {
        try (ArchiveWriter writer = ArchiveWriter.create(target, run(messages, partitions), options)) {
            append(writer, messages);
            complete(writer);
        }
    }

    static void append(ArchiveWriter writer, List<Message> messages) throws FaultException, InterruptedException {
        for (Message message : messages) {
            writer.append(ORDERS, message);
        }
    }

    static void complete(ArchiveWriter writer) throws FaultException, InterruptedException {
        for (ChannelStart channel : writer.run().channels()) {
            writer.checkpoint(channel.channel(), channel.ranges().stream().map(r -> r.end().orElseThrow()).toList());
        }
        writer.finish(RunOutcome.COMPLETE);
        writer.seal();
    }

    static CursorEvent.Gap gap(int partition, long from, long next, GapReason reason) {
        return new CursorEvent.Gap(Position.of(partition, from), Position.of(partition, next), reason, false);
    }

    static Readout read(Archive archive) throws FaultException, InterruptedException {
        return Readout.of(archive.session(), dev.brokerscope.api.broker.OpenRequest.everything(ORDERS));
    }
}
