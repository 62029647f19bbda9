package dev.brokerscope.archive.block;

import dev.brokerscope.api.message.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// Closes a draft: hashes it, cuts it into columns and compresses these. One thread.
public final class BlockEncoder implements AutoCloseable {

    private static final int ROOM_KEPT = 1 << 20;

    private final FrameCodec codec;
    /// Columns of the block that is being encoded; used again and again.
    private ByteSink keys = new ByteSink(0);
    private ByteSink values = new ByteSink(0);

    public BlockEncoder(Compression compression) {
        codec = new FrameCodec(compression);
    }

    public EncodedBlock encode(BlockDraft draft) {
        byte[] content = Sha.of(draft.canonical());
        byte[] places = Sha.of(draft.places());
        keys = emptied(keys);
        values = emptied(values);
        BlockColumns columns = columns(draft, keys, values);
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

    private static ByteSink emptied(ByteSink sink) {
        sink.truncate(0);
        return sink.array().length > ROOM_KEPT ? new ByteSink(0) : sink;
    }

    private static BlockColumns columns(BlockDraft draft, ByteSink keys, ByteSink values) {
        try {
            return new BlockColumns(draft, keys, values);
        } catch (DamagedBlockException e) {
            throw new IllegalStateException("a draft does not hold what was written to it", e);
        }
    }

    @Override
    public void close() {
        codec.close();
    }
}
