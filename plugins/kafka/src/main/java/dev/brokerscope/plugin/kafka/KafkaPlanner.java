package dev.brokerscope.plugin.kafka;

import dev.brokerscope.api.broker.CursorEvent;
import dev.brokerscope.api.broker.End;
import dev.brokerscope.api.broker.GapReason;
import dev.brokerscope.api.broker.Isolation;
import dev.brokerscope.api.broker.OpenRequest;
import dev.brokerscope.api.broker.Start;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.Position;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;

/// Turns a request into offsets: one round of requests captures begins and ends of all partitions.
record KafkaPlanner(KafkaAdmin admin) {

    /// What the broker answered, per partition.
    ///
    /// @param ends as the request's isolation sees them
    /// @param highs the ends with open transactions
    private record Offsets(Map<TopicPartition, Long> begins, Map<TopicPartition, Long> ends,
            Map<TopicPartition, Long> highs, Map<TopicPartition, Long> startTimes,
            Map<TopicPartition, Long> endTimes) {}

    KafkaPlan plan(OpenRequest request) throws FaultException, InterruptedException {
        String name = request.channel().name();
        TopicDescription topic = admin.topic(name);
        var config = TopicConfig.ask(admin, ConfigResource.Type.TOPIC, name);
        List<TopicPartition> partitions = partitions(topic, request);
        Offsets offsets = capture(partitions, request);
        KafkaGaps gaps = KafkaGaps.of(admin.see(config, "the configuration of topic " + name).value()
                .flatMap((Config c) -> TopicConfig.value(c, "cleanup.policy")));
        List<PartitionReading> readings = new ArrayList<>();
        List<CursorEvent> opening = new ArrayList<>();
        for (TopicPartition partition : partitions) {
            OptionalLong to = end(request.end(), partition, offsets);
            long asked = start(request.start(), partition, offsets, to);
            long begin = offsets.begins.getOrDefault(partition, 0L);
            long from = Math.min(Math.max(asked, begin), to.orElse(Long.MAX_VALUE));
            if (asked < from) {
                opening.add(KafkaGaps.measured(partition.partition(), asked, from, GapReason.RETENTION));
            }
            readings.add(new PartitionReading(partition, from, to));
        }
        return new KafkaPlan(topic, readings, opening, gaps);
    }

    private static List<TopicPartition> partitions(TopicDescription topic, OpenRequest request) throws FaultException {
        TreeSet<Integer> known = new TreeSet<>(topic.partitions().stream().map(p -> p.partition()).toList());
        TreeSet<Integer> wanted = new TreeSet<>(request.partitions().orElse(known));
        Optional<Integer> unknown = wanted.stream().filter(p -> !known.contains(p)).findFirst();
        if (unknown.isPresent()) {
            throw new FaultException(FaultKind.NOT_FOUND, "kafka.unknown-partition",
                    "Topic " + topic.name() + " has no partition " + unknown.get() + ".",
                    "Choose from 0 to " + (known.size() - 1) + ".");
        }
        if (request.start() instanceof Start.AtPositions(List<Position> first)) {
            Set<Integer> started = Set.copyOf(first.stream().map(Position::partition).toList());
            wanted.retainAll(started);
        }
        return wanted.stream().map(p -> new TopicPartition(topic.name(), p)).toList();
    }

    private Offsets capture(List<TopicPartition> partitions, OpenRequest request)
            throws FaultException, InterruptedException {
        if (partitions.isEmpty()) {
            return new Offsets(Map.of(), Map.of(), Map.of(), Map.of(), Map.of());
        }
        Isolation isolation = request.isolation();
        var ends = ask(partitions, OffsetSpec.latest(), isolation);
        var begins = ask(partitions, OffsetSpec.earliest(), isolation);
        var highs = ask(partitions, OffsetSpec.latest(), Isolation.ALL);
        var starts = request.start() instanceof Start.AtTime(long millis)
                ? Optional.of(ask(partitions, time(millis), isolation)) : none();
        var stops = request.end() instanceof End.BeforeTime(long millis)
                ? Optional.of(ask(partitions, time(millis), isolation)) : none();
        Map<TopicPartition, Long> last = answer(ends);
        return new Offsets(answer(begins), last, answer(highs),
                request.start() instanceof Start.AtTime(long millis) && starts.isPresent()
                        ? new KafkaTimes(admin, isolation, millis).exact(answer(starts.get()), last) : Map.of(),
                request.end() instanceof End.BeforeTime(long millis) && stops.isPresent()
                        ? new KafkaTimes(admin, isolation, millis).exact(answer(stops.get()), last) : Map.of());
    }

    private static Optional<KafkaFuture<TopicOffsets>> none() {
        return Optional.empty();
    }

    /// Negative times mean something else to Kafka; nothing it stores is older than 1970.
    private static OffsetSpec time(long millis) {
        return OffsetSpec.forTimestamp(Math.max(0, millis));
    }

    private KafkaFuture<TopicOffsets> ask(List<TopicPartition> partitions,
            OffsetSpec spec,
            Isolation isolation) throws FaultException {
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        partitions.forEach(p -> wanted.put(p, spec));
        return admin.offsets(wanted, isolation);
    }

    private Map<TopicPartition, Long> answer(KafkaFuture<TopicOffsets> asked)
            throws FaultException, InterruptedException {
        return admin.await(asked, "the offsets of the topic").byPartition();
    }

    private static OptionalLong end(End end, TopicPartition partition, Offsets offsets) {
        long snapshot = offsets.ends.getOrDefault(partition, 0L);
        return switch (end) {
            case End.Snapshot() -> OptionalLong.of(snapshot);
            case End.Follow() -> OptionalLong.empty();
            case End.Quiet(long _) -> OptionalLong.empty();
            case End.BeforePositions(List<Position> ends) -> OptionalLong.of(
                    Math.min(snapshot, at(ends, partition).orElse(snapshot)));
            case End.BeforeTime(long _) -> OptionalLong.of(offsets.endTimes.getOrDefault(partition, snapshot));
        };
    }

    private static long start(Start start, TopicPartition partition, Offsets offsets, OptionalLong to)
            throws FaultException {
        long begin = offsets.begins.getOrDefault(partition, 0L);
        long end = offsets.ends.getOrDefault(partition, 0L);
        return switch (start) {
            case Start.Earliest() -> begin;
            case Start.Latest() -> end;
            case Start.LastN(long count) -> Math.max(begin, to.orElse(end) - count);
            case Start.AtTime(long _) -> offsets.startTimes.getOrDefault(partition, end);
            case Start.AtPositions(List<Position> first) -> {
                long asked = at(first, partition).orElse(begin);
                long high = offsets.highs.getOrDefault(partition, end);
                if (asked > high) {
                    throw beyond(partition, asked, high);
                }
                yield asked;
            }
        };
    }

    private static FaultException beyond(TopicPartition partition, long asked, long end) {
        return new FaultException(FaultKind.POSITION_GONE, "kafka.beyond-end",
                "Partition " + partition.partition() + " of topic " + partition.topic() + " ends at offset " + end
                        + ", before the wanted offset " + asked + ".",
                "Choose an offset up to " + end + "; the topic may have been created anew.");
    }

    private static OptionalLong at(List<Position> positions, TopicPartition partition) {
        return positions.stream().filter(p -> p.partition() == partition.partition()).mapToLong(Position::lo)
                .findFirst();
    }
}
