package dev.brokerscope.bench.client;

import dev.brokerscope.api.broker.Isolation;
import dev.brokerscope.api.channel.ChannelDefinition;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.channel.ChannelProfile;
import dev.brokerscope.api.channel.Impact;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.AttributeSchema;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.api.message.TimestampType;
import dev.brokerscope.archive.ArchiveWriter;
import dev.brokerscope.archive.ChannelStart;
import dev.brokerscope.archive.RangeStart;
import dev.brokerscope.archive.RunFidelity;
import dev.brokerscope.archive.RunKind;
import dev.brokerscope.archive.RunOutcome;
import dev.brokerscope.archive.RunSource;
import dev.brokerscope.archive.RunStart;
import dev.brokerscope.archive.WriterOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/// Writes a large archive without a broker: 2 KB messages of noise, so that the file is as large as they are.
final class LargeArchive {

    private static final int SIZE = 2_000;
    private static final int PARTITIONS = 4;
    private static final int NOISE = 64 << 20;

    private LargeArchive() {}

    /// Arguments: the archive to make, the channel's kind and name, messages, first time and milliseconds between two.
    public static void main(String[] arguments) throws FaultException, InterruptedException {
        ChannelId channel = ChannelId.of(arguments[1], arguments[2]);
        long count = Long.parseLong(arguments[3]);
        long time = Long.parseLong(arguments[4]);
        long step = Long.parseLong(arguments[5]);
        byte[] noise = new byte[NOISE];
        new SplittableRandom(1).nextBytes(noise);
        SplittableRandom random = new SplittableRandom(2);
        try (ArchiveWriter writer =
                ArchiveWriter.create(Path.of(arguments[0]), run(channel, count), WriterOptions.standard())) {
            for (long i = 0; i < count; i++) {
                int at = random.nextInt(NOISE - SIZE);
                writer.append(channel, Message.at((int) (i % PARTITIONS), 0, i / PARTITIONS)
                        .timestamp(time + i * step, TimestampType.CREATE)
                        .value(Arrays.copyOfRange(noise, at, at + SIZE))
                        .build());
            }
            writer.finish(RunOutcome.COMPLETE);
            writer.seal();
        }
    }

    private static RunStart run(ChannelId channel, long count) {
        ChannelProfile profile = new ChannelProfile(EnumSet.of(Impact.TRANSIENT_CONSUMER),
                EnumSet.allOf(ChannelProfile.StartKind.class), ChannelProfile.EndKind.POSITION,
                ChannelProfile.PositionKind.STABLE, true, ChannelProfile.OrderScope.PARTITION,
                ChannelProfile.Completeness.COMPLETE, Map.of(), List.of());
        List<RangeStart> ranges = new ArrayList<>();
        for (int number = 0; number < PARTITIONS; number++) {
            Position begin = Position.of(number, 0);
            Position end = Position.of(number, (count - number + PARTITIONS - 1) / PARTITIONS);
            ranges.add(new RangeStart(Optional.of(begin), Optional.of(end), begin, Optional.of(end)));
        }
        ChannelStart start = new ChannelStart(channel, "", profile, new AttributeSchema(List.of()),
                new ChannelDefinition(PARTITIONS, Optional.empty(), List.of()), ranges, List.of());
        return new RunStart(new RunSource("kafka", Optional.empty(), "bench"), RunKind.SNAPSHOT, RunFidelity.VERBATIM,
                "{}", Bytes.utf8("bench"), Isolation.COMMITTED, "", "", "Brokerscope benchmark", 0, 0,
                List.of(start));
    }
}
