package dev.brokerscope.plugin.rabbitmq.stream;

import dev.brokerscope.api.broker.CursorEvent;
import dev.brokerscope.api.broker.CursorEvent.Gap;
import dev.brokerscope.api.broker.CursorPlan;
import dev.brokerscope.api.broker.End;
import dev.brokerscope.api.broker.GapReason;
import dev.brokerscope.api.broker.OpenRequest;
import dev.brokerscope.api.broker.Start;
import dev.brokerscope.api.channel.Count;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.plugin.rabbitmq.stream.form.StreamAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;

/// The bounds of one reading, captured while it is opened.
///
/// @param gaps what was asked for and is no longer held
record StreamPlan(List<Part> parts, List<CursorEvent> gaps) {

    /// @param to exclusive; absent to follow
    record Part(int number, String stream, long from, OptionalLong to) {

        boolean isEmpty() {
            return to.isPresent() && from >= to.getAsLong();
        }
    }

    static StreamPlan of(StreamProbe probe, StreamParts channel, OpenRequest request)
            throws FaultException, InterruptedException {
        int count = channel.streams().size();
        Set<Integer> all = Set.copyOf(IntStream.range(0, count).boxed().toList());
        for (int number : request.partitions().orElse(all)) {
            demandPartition(channel, number);
        }
        List<Part> parts = new ArrayList<>();
        List<CursorEvent> gaps = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            boolean started = !(request.start() instanceof Start.AtPositions(List<Position> firsts))
                    || at(firsts, number).isPresent();
            if (request.partitions().orElse(all).contains(number) && started) {
                parts.add(part(probe, channel, number, request, gaps));
            }
        }
        return new StreamPlan(List.copyOf(parts), List.copyOf(gaps));
    }

    private static Part part(StreamProbe probe, StreamParts channel, int number, OpenRequest request,
            List<CursorEvent> gaps) throws FaultException, InterruptedException {
        String stream = channel.streams().get(number);
        StreamBounds held = probe.bounds(stream);
        OptionalLong to = switch (request.end()) {
            case End.Snapshot _ -> OptionalLong.of(held.end());
            case End.Follow _,End.Quiet _ -> OptionalLong.empty();
            case End.BeforePositions(List<Position> ends) ->
                    OptionalLong.of(Math.min(held.end(), at(ends, number).orElse(held.end())));
            case End.BeforeTime(long millis) ->
                    OptionalLong.of(Math.min(held.end(), probe.at(stream, millis).orElse(held.end())));
        };
        long end = to.orElse(held.end());
        long from = switch (request.start()) {
            case Start.Earliest _ -> held.first();
            case Start.Latest _ -> held.end();
            case Start.LastN(long count) -> Math.max(held.first(), end - Math.min(count, end));
            case Start.AtTime(long millis) -> probe.at(stream, millis).orElse(held.end());
            case Start.AtPositions(List<Position> firsts) -> wanted(channel, at(firsts, number), held);
        };
        long begin = to.isPresent() ? Math.min(Math.max(from, held.first()), end) : Math.max(from, held.first());
        if (from < begin) {
            gaps.add(new Gap(Position.of(number, from), Position.of(number, begin), GapReason.RETENTION, true));
        }
        return new Part(number, stream, begin, to);
    }

    private static long wanted(StreamParts channel, OptionalLong first, StreamBounds held) throws FaultException {
        long wanted = first.orElse(held.first());
        if (wanted > held.end()) {
            throw StreamFaults.beyond(channel.what(), wanted, held.end());
        }
        return wanted;
    }

    private static void demandPartition(StreamParts channel, int number) throws FaultException {
        if (number < 0 || number >= channel.streams().size()) {
            throw StreamFaults.noPartition(channel.what(), number, channel.streams().size());
        }
    }

    private static OptionalLong at(List<Position> positions, int number) {
        return positions.stream().filter(p -> p.partition() == number).mapToLong(Position::lo).findFirst();
    }

    CursorPlan cursorPlan() {
        return new CursorPlan(parts.stream().map(part -> new CursorPlan.Range(part.number,
                Position.of(part.number, part.from),
                part.to.isPresent() ? Optional.of(Position.of(part.number, part.to.getAsLong())) : Optional.empty(),
                part.to.isPresent() ? Count.atMost(part.to.getAsLong() - part.from) : Count.UNKNOWN)).toList(),
                StreamAttributes.SCHEMA);
    }
}
