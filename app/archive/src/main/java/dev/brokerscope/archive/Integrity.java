package dev.brokerscope.archive;

import dev.brokerscope.api.message.Position;
import dev.brokerscope.archive.block.ByteSink;
import dev.brokerscope.archive.block.Sha;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;

/// The chain of integrity hashes, see *Hashes* in docs/archive-format.md.
final class Integrity {

    private Integrity() {}

    /// What a block's row states, as far as its integrity hash covers it.
    record Fields(long firstHi, long firstLo, long nextHi, long nextLo, long count, long tombstones,
            OptionalLong timeMin, OptionalLong timeMax, long holes, Optional<String> holeReason, boolean holeMeasured,
            long rawBytes) {}

    static byte[] start(byte[] runUuid, ManifestRows.ChannelRow channel, Position begin) {
        ByteSink out = new ByteSink(128).bytes(runUuid);
        out.sized(text(channel.channel().kind())).sized(text(channel.channel().text()));
        out.sized(text(channel.incarnation())).i64(begin.partition()).i64(begin.hi()).i64(begin.lo());
        return Sha.of(out);
    }

    static byte[] next(byte[] before, byte[] content, Fields row, byte[] places) {
        ByteSink out = new ByteSink(256).bytes(before).bytes(content);
        out.i64(row.firstHi()).i64(row.firstLo()).i64(row.nextHi()).i64(row.nextLo());
        out.i64(row.count()).i64(row.tombstones());
        if (row.timeMin().isPresent() && row.timeMax().isPresent()) {
            out.u8(1).i64(row.timeMin().getAsLong()).i64(row.timeMax().getAsLong());
        } else {
            out.u8(0);
        }
        out.i64(row.holes());
        if (row.holeReason().isPresent()) {
            out.u8(1).sized(text(row.holeReason().get())).u8(row.holeMeasured() ? 1 : 0);
        } else {
            out.u8(0);
        }
        return Sha.of(out.i64(row.rawBytes()).bytes(places));
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
