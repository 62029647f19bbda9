package dev.brokerscope.core.slice;

import dev.brokerscope.api.broker.Cursor;
import dev.brokerscope.api.broker.CursorPlan;
import dev.brokerscope.api.broker.End;
import dev.brokerscope.api.broker.Isolation;
import dev.brokerscope.api.broker.OpenRequest;
import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.broker.Start;
import dev.brokerscope.api.channel.ChannelDetails;
import dev.brokerscope.api.channel.ChannelProfile.StartKind;
import dev.brokerscope.api.channel.Impact;
import dev.brokerscope.api.channel.PartitionInfo;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Turns a slice into positions, one range per partition.
///
/// @param session whose channel it is
/// @param isolation of what will be read
/// @param consent to what reading does
public record SliceResolver(Session session, Isolation isolation, Set<Impact> consent) {

    /// @param end exclusive; absent where the channel knows no end by position
    public record Range(Position begin, Optional<Position> end) {

        public int partition() {
            return begin.partition();
        }

        public boolean isEmpty() {
            return end.isPresent() && begin.compareTo(end.get()) >= 0;
        }
    }

    /// @param ends as the session captured them; empty where the channel knows none
    /// @return the empty ranges too, by partition
    /// @throws FaultException of kind `NOT_FOUND` for an unknown partition, `USAGE` for a malformed position,
    /// `UNSUPPORTED` where the channel has no such start
    public List<Range> resolve(Slice slice, ChannelDetails details, List<Position> ends)
            throws FaultException, InterruptedException {
        Map<Integer, PartitionInfo> wanted = wanted(slice, details);
        if (ends.isEmpty()) {
            demandWhole(slice);
            return wanted.keySet().stream().map(p -> new Range(new Position(p, 0, 0), Optional.empty())).toList();
        }
        Map<Integer, Position> endOf = ends.stream().filter(e -> wanted.containsKey(e.partition()))
                .collect(Collectors.toMap(Position::partition, e -> e));
        if (slice.last().isPresent()) {
            return new LastMessages(session, isolation, consent).resolve(slice, endOf);
        }
        Map<Integer, CursorPlan.Range> byTime = byTime(slice, details, wanted.keySet());
        List<Range> ranges = new ArrayList<>();
        for (PartitionInfo partition : wanted.values()) {
            int number = partition.number();
            Position end = endOf.getOrDefault(number, new Position(number, 0, 0));
            Position to = earlier(end, to(slice.to(), number, byTime).orElse(end));
            Position from = from(slice.from(), partition, byTime, to);
            ranges.add(new Range(earlier(from, to), Optional.of(to)));
        }
        return ranges;
    }

    private Map<Integer, PartitionInfo> wanted(Slice slice, ChannelDetails details) throws FaultException {
        Map<Integer, PartitionInfo> wanted = new TreeMap<>();
        details.partitions().stream().filter(p -> slice.covers(p.number())).forEach(p -> wanted.put(p.number(), p));
        for (int number : slice.partitions().orElse(Set.of())) {
            if (!wanted.containsKey(number)) {
                throw new FaultException(FaultKind.NOT_FOUND, "partition.unknown",
                        details.id() + " has " + details.partitions().size() + " partitions, none is number " + number
                                + ".",
                        "Leave it out.");
            }
        }
        return wanted;
    }

    private static void demandWhole(Slice slice) throws FaultException {
        if (slice.last().isPresent() || !slice.between(Bound.OPEN, Bound.OPEN).equals(slice)) {
            throw new FaultException(FaultKind.UNSUPPORTED, "slice.unsupported",
                    slice.channel() + " has no positions to cut at.", "Take it whole.");
        }
    }

    private Map<Integer, CursorPlan.Range> byTime(Slice slice, ChannelDetails details, Set<Integer> partitions)
            throws FaultException, InterruptedException {
        Start start = slice.from() instanceof Bound.Time(String _, long at) ? new Start.AtTime(at)
                : new Start.Earliest();
        End end = slice.to() instanceof Bound.Time(String _, long before) ? new End.BeforeTime(before)
                : new End.Snapshot();
        if (start instanceof Start.Earliest && end instanceof End.Snapshot) {
            return Map.of();
        }
        if (!details.profile().starts().contains(StartKind.TIME)) {
            throw new FaultException(FaultKind.UNSUPPORTED, "slice.no-times",
                    details.id() + " cannot be searched by time.", "Give positions instead.");
        }
        OpenRequest request = OpenRequest.everything(details.id()).from(start).to(end).only(partitions)
                .isolated(isolation).consenting(consent);
        try (Cursor cursor = session.open(request)) {
            return cursor.plan().ranges().stream().collect(Collectors.toMap(CursorPlan.Range::partition, r -> r));
        }
    }

    private Optional<Position> to(Bound bound, int partition, Map<Integer, CursorPlan.Range> byTime)
            throws FaultException {
        return switch (bound) {
            case Bound.Open() -> Optional.empty();
            case Bound.Time _ -> Optional.ofNullable(byTime.get(partition)).flatMap(CursorPlan.Range::to);
            case Bound.At(String words) -> Optional.of(position(partition, words));
        };
    }

    private Position from(Bound bound, PartitionInfo partition, Map<Integer, CursorPlan.Range> byTime, Position end)
            throws FaultException {
        return switch (bound) {
            case Bound.Open() -> partition.first().orElse(new Position(partition.number(), 0, 0));
            case Bound.Time _ -> Optional.ofNullable(byTime.get(partition.number())).map(CursorPlan.Range::from)
                    .orElse(end);
            case Bound.At(String words) -> position(partition.number(), words);
        };
    }

    private Position position(int partition, String words) throws FaultException {
        return session.parsePosition(partition, words)
                .orElseThrow(() -> new FaultException(FaultKind.USAGE, "position.malformed",
                        "\"" + words + "\" is no position of this broker.", "Copy one from a listing."));
    }

    private static Position earlier(Position a, Position b) {
        return a.compareTo(b) <= 0 ? a : b;
    }
}
