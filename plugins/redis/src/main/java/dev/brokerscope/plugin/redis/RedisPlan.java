package dev.brokerscope.plugin.redis;

import dev.brokerscope.api.broker.CursorPlan;
import dev.brokerscope.api.broker.End;
import dev.brokerscope.api.broker.OpenRequest;
import dev.brokerscope.api.broker.Start;
import dev.brokerscope.api.channel.Count;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.Position;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import redis.clients.jedis.Protocol.Command;

/// The bounds of one reading, captured while it is opened.
///
/// @param reads false where only other partitions were asked for
/// @param end exclusive; absent to follow
record RedisPlan(StreamInfo info, boolean reads, Position from, Optional<Position> end) {

    private static final int STEP = 1_000;

    static RedisPlan of(RedisLink link, OpenRequest request) throws FaultException, InterruptedException {
        String what = "stream " + request.channel();
        StreamInfo info = StreamInfo.of(link, request.channel());
        for (int number : request.partitions().orElse(Set.of())) {
            demandPartition(what, number);
        }
        Position held = info.end();
        Position end = switch (request.end()) {
            case End.Snapshot _,End.Follow _,End.Quiet _ -> held;
            case End.BeforePositions(List<Position> ends) -> ends.isEmpty() ? held : least(ends.getFirst(), held);
            case End.BeforeTime(long millis) -> least(at(millis), held);
        };
        boolean follows = request.end() instanceof End.Follow || request.end() instanceof End.Quiet;
        boolean reads = request.partitions().map(p -> p.contains(0)).orElse(true)
                && !(request.start() instanceof Start.AtPositions(List<Position> firsts) && firsts.isEmpty());
        Position from = switch (request.start()) {
            case Start.Earliest _ -> StreamId.ZERO;
            case Start.Latest _ -> held;
            case Start.LastN(long count) -> last(link, request, info, end, count);
            case Start.AtTime(long millis) -> at(millis);
            case Start.AtPositions(List<Position> firsts) -> firsts.isEmpty() ? end : wanted(what, firsts, held);
        };
        return new RedisPlan(info, reads, follows ? from : least(from, end),
                follows ? Optional.empty() : Optional.of(end));
    }

    private static void demandPartition(String what, int number) throws FaultException {
        if (number != 0) {
            throw RedisFaults.noPartition(what, number);
        }
    }

    private static Position wanted(String what, List<Position> firsts, Position held) throws FaultException {
        Position first = firsts.getFirst();
        demandPartition(what, first.partition());
        if (first.compareTo(held) > 0) {
            throw RedisFaults.beyond(what, first, held);
        }
        return first;
    }

    private static Position at(long millis) {
        return new Position(0, Math.max(0, millis), 0);
    }

    private static Position least(Position a, Position b) {
        return a.compareTo(b) <= 0 ? a : b;
    }

    /// Walks back from the end: ids tell no counts.
    private static Position last(RedisLink link, OpenRequest request, StreamInfo info, Position end, long count)
            throws FaultException, InterruptedException {
        if (count <= 0) {
            return end;
        }
        if (count >= info.length()) {
            return StreamId.ZERO;
        }
        Position first = end;
        long left = count;
        while (left > 0) {
            long step = Math.min(left, STEP);
            List<?> entries = Reply.list(link.ask("stream " + request.channel(), Command.XREVRANGE,
                    KeyNames.key(request.channel()), StreamId.idBefore(first), "-", "COUNT", step));
            if (entries.isEmpty()) {
                return first;
            }
            first = StreamId.position(Reply.bytes(Reply.list(entries.getLast()).getFirst())).orElse(first);
            left -= entries.size();
        }
        return first;
    }

    CursorPlan cursorPlan() {
        if (!reads) {
            return new CursorPlan(List.of(), EntryForm.ATTRIBUTES);
        }
        boolean whole = from.equals(StreamId.ZERO) && end.equals(Optional.of(info.end()));
        Count expected = end.isEmpty() ? Count.UNKNOWN
                : whole ? Count.exact(info.length())
                        : from.compareTo(end.get()) >= 0 ? Count.exact(0) : Count.atMost(info.length());
        return new CursorPlan(List.of(new CursorPlan.Range(0, from, end, expected)), EntryForm.ATTRIBUTES);
    }
}
