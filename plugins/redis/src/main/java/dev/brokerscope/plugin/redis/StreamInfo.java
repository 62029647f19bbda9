package dev.brokerscope.plugin.redis;

import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.Position;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import redis.clients.jedis.Protocol.Command;

/// What a server tells of a stream at one moment.
///
/// @param last the greatest id that an entry ever had; the next entry comes behind it
/// @param first of the entries that are there
/// @param deleted the greatest id that was deleted on its own; servers before 7.0 do not tell
/// @param added entries ever added; servers before 7.0 do not tell
record StreamInfo(long length, Position last, Optional<Position> first, Optional<Position> deleted, OptionalLong added,
        long groups, long nodes) {

    /// @throws FaultException `NOT_FOUND` where there is no stream of that name
    static StreamInfo of(RedisLink link, ChannelId channel) throws FaultException, InterruptedException {
        String what = "stream " + channel;
        link.demandOpen();
        if (channel.path().size() != 1) {
            throw RedisFaults.unknown(what);
        }
        try {
            return read(Reply.list(link.ask(what, Command.XINFO, "STREAM", KeyNames.key(channel))), what);
        } catch (FaultException e) {
            if (e.kind() == FaultKind.REJECTED && e.fault().message().contains("no such key")) {
                throw RedisFaults.unknown(what);
            }
            throw e;
        }
    }

    private static StreamInfo read(List<?> told, String what) throws FaultException {
        Optional<Position> last =
                Reply.named(told, "last-generated-id").flatMap(id -> StreamId.position(Reply.bytes(id)));
        if (last.isEmpty()) {
            throw new FaultException(FaultKind.UNSUPPORTED, "redis.id-too-large", "The " + what
                    + " holds ids of 2^63 or more, which cannot be read.", "Copy its entries to ids of a clock.");
        }
        List<?> first = Reply.named(told, "first-entry").map(Reply::list).orElse(List.of());
        return new StreamInfo(Reply.named(told, "length").map(Reply::whole).orElse(0L), last.get(),
                first.isEmpty() ? Optional.empty() : StreamId.position(Reply.bytes(first.getFirst())),
                Reply.named(told, "max-deleted-entry-id").flatMap(id -> StreamId.position(Reply.bytes(id))),
                Reply.named(told, "entries-added").map(n -> OptionalLong.of(Reply.whole(n)))
                        .orElse(OptionalLong.empty()),
                Reply.named(told, "groups").map(Reply::whole).orElse(0L),
                Reply.named(told, "radix-tree-nodes").map(Reply::whole).orElse(0L));
    }

    /// Behind everything that it holds.
    Position end() {
        return last.equals(StreamId.ZERO) ? StreamId.ZERO : last.next();
    }
}
