package dev.brokerscope.archive.block;

import dev.brokerscope.api.message.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// Closes a draft: hashes it, cuts it into columns and compresses these. One thread.
public final class BlockEncoder implements AutoCloseable {

    private final FrameCodec codec;

    public BlockEncoder(Compression compression) {
        codec = new FrameCodec(compression);
    }

    public EncodedBlock encode(BlockDraft draft) {
        byte[] content = Sha.of(draft.canonical());
        byte[] places = Sha.of(draft.places());
        BlockColumns columns = columns(draft);
        List<Frame> frames = new ArrayList<>();
        codec.compress(Frame.Kind.META, columns.meta(), frames);
        codec.compress(Frame.Kind.KEYS, columns.keys(), frames);
        codec.compress(Frame.Kind.VALUES, columns.values(), frames);
        codec.compress(Frame.Kind.HEADERS, columns.headers(), frames);
        byte[] filter = columns.keyFilter();
        if (filter.length > 0 && filter.length <= FrameCodec.PIECE) {
            frames.add(FrameCodec.plain(Frame.Kind.KEY_FILTER, 0, filter));
        }
        Position next = new Position(0, draft.lastHi(), draft.lastLo()).next();
        return new EncodedBlock(draft.firstHi(), draft.firstLo(), next.hi(), next.lo(), draft.count(),
                draft.tombstones(), time(draft, draft.timeMin()), time(draft, draft.timeMax()), columns.rawBytes(),
                content, places, frames);
    }

    private static OptionalLong time(BlockDraft draft, long value) {
        return draft.timed() ? OptionalLong.of(value) : OptionalLong.empty();
    }

    private static BlockColumns columns(BlockDraft draft) {
        try {
            return new BlockColumns(draft);
        } catch (DamagedBlockException e) {
            throw new IllegalStateException("a draft does not hold what was written to it", e);
        }
    }

    @Override
    public void close() {
        codec.close();
    }
}
