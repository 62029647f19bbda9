package dev.brokerscope.archive;

import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.AttributeSchema;
import dev.brokerscope.archive.block.BlockMeta;
import dev.brokerscope.archive.block.DamagedBlockException;
import dev.brokerscope.archive.block.DecodedBlock;
import dev.brokerscope.archive.block.Frame;
import dev.brokerscope.archive.sqlite.Row;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Fetches and inflates blocks of one channel. As many threads as its source.
final class BlockReader {

    private static final String FRAMES =
            "SELECT kind, piece, codec, raw_bytes, nonce, crc32c, data FROM frame WHERE block_id = ?";

    private final FrameSource source;
    private final ChannelId channel;
    private final AttributeSchema attributes;

    BlockReader(FrameSource source, ChannelId channel, AttributeSchema attributes) {
        this.source = source;
        this.channel = channel;
        this.attributes = attributes;
    }

    /// Only what stands in the meta frame.
    BlockMeta meta(BlockIndex index, int block) throws FaultException {
        try {
            return meta(index, block, frames(FRAMES + " AND kind = 'meta' ORDER BY piece", index.id(block)));
        } catch (DamagedBlockException e) {
            throw damaged(index, block, e);
        }
    }

    DecodedBlock block(BlockIndex index, int block) throws FaultException {
        try {
            Map<Frame.Kind, List<Frame>> frames = frames(FRAMES + " ORDER BY kind, piece", index.id(block));
            return DecodedBlock.decode(index.first(block).partition(), meta(index, block, frames),
                    frames.getOrDefault(Frame.Kind.KEYS, List.of()), frames.getOrDefault(Frame.Kind.VALUES, List.of()),
                    frames.getOrDefault(Frame.Kind.HEADERS, List.of()));
        } catch (DamagedBlockException e) {
            throw damaged(index, block, e);
        }
    }

    private BlockMeta meta(BlockIndex index, int block, Map<Frame.Kind, List<Frame>> frames)
            throws DamagedBlockException {
        return BlockMeta.decode(frames.getOrDefault(Frame.Kind.META, List.of()), index.count(block),
                index.first(block).hi(), index.first(block).lo(), attributes);
    }

    private Map<Frame.Kind, List<Frame>> frames(String query, long block)
            throws FaultException, DamagedBlockException {
        return byKind(source.frames(query, block));
    }

    /// A frame as it stands in the table; its words are not understood yet.
    record Stored(String kind, long piece, String codec, long rawBytes, byte[] nonce, long crc, byte[] data) {

        Frame frame() throws DamagedBlockException {
            Frame.Codec known = Words.parse(Frame.Codec.class, codec)
                    .orElseThrow(
                            () -> new DamagedBlockException("it is stored with \"" + codec + "\", which is unknown"));
            Frame.Kind column = Words.parse(Frame.Kind.class, kind)
                    .orElseThrow(() -> new DamagedBlockException("it has a column \"" + kind + "\", which is unknown"));
            return new Frame(column, (int) piece, known, (int) Math.min(rawBytes, Integer.MAX_VALUE), nonce, crc,
                    data);
        }
    }

    static Stored stored(Row row) throws SQLException {
        return new Stored(row.text(1), row.whole(2), row.text(3), row.whole(4), row.blob(5), row.whole(6), row.blob(7));
    }

    private static Map<Frame.Kind, List<Frame>> byKind(List<Frame> all) {
        Map<Frame.Kind, List<Frame>> frames = new EnumMap<>(Frame.Kind.class);
        for (Frame frame : all) {
            frames.computeIfAbsent(frame.kind(), _ -> new ArrayList<>()).add(frame);
        }
        return frames;
    }

    private FaultException damaged(BlockIndex index, int block, DamagedBlockException why) {
        return new FaultException(FaultKind.CORRUPT, "archive.block", "The block with positions "
                + index.first(block).lo() + " to " + (index.next(block).lo() - 1) + " of " + channel + " partition "
                + index.first(block).partition() + " in " + source.file(index.id(block)) + " is damaged: "
                + why.getMessage() + ".",
                "Take another copy if there is one; the other blocks can still be read.", why);
    }
}
