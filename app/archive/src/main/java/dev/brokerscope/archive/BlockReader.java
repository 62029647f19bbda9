package dev.brokerscope.archive;

import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.AttributeSchema;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.archive.block.BlockMeta;
import dev.brokerscope.archive.block.BlockOutline;
import dev.brokerscope.archive.block.DamagedBlockException;
import dev.brokerscope.archive.block.DecodedBlock;
import dev.brokerscope.archive.block.Frame;
import dev.brokerscope.archive.block.FrameCodec;
import dev.brokerscope.archive.block.KeyFilter;
import dev.brokerscope.archive.sqlite.Row;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Fetches and inflates blocks of one channel. As many threads as its source.
final class BlockReader {

    private static final String FRAMES =
            "SELECT kind, piece, codec, raw_bytes, nonce, crc32c, data FROM frame WHERE block_id = ?";

    private static final AttributeSchema NO_ATTRIBUTES = new AttributeSchema(List.of());

    static final String ALL_FRAMES = FRAMES + " ORDER BY kind, piece";

    private final FrameSource source;
    private final ChannelId channel;
    private final AttributeSchema attributes;

    BlockReader(FrameSource source, ChannelId channel, AttributeSchema attributes) {
        this.source = source;
        this.channel = channel;
        this.attributes = attributes;
    }

    /// Which block is meant, as its row states.
    record Place(Position first, Position next, long count) {}

    /// Only what stands in the meta frame.
    BlockMeta meta(BlockIndex index, int block) throws FaultException {
        try {
            return meta(index.place(block),
                    byKind(source.frames(FRAMES + " AND kind = 'meta' ORDER BY piece", index.id(block))), attributes);
        } catch (DamagedBlockException e) {
            throw damaged(index.place(block), channel, source.file(index.id(block)), e);
        }
    }

    /// Everything but keys, values and attributes.
    BlockOutline outline(BlockIndex index, int block) throws FaultException {
        try {
            Map<Frame.Kind, List<Frame>> frames = byKind(source.frames(
                    FRAMES + " AND kind IN ('meta', 'headers') ORDER BY kind, piece", index.id(block)));
            return BlockOutline.decode(meta(index.place(block), frames, NO_ATTRIBUTES),
                    frames.getOrDefault(Frame.Kind.HEADERS, List.of()));
        } catch (DamagedBlockException e) {
            throw damaged(index.place(block), channel, source.file(index.id(block)), e);
        }
    }

    /// Whether a block may hold a key; every block without a filter may.
    boolean mayHold(BlockIndex index, int block, Bytes key) throws FaultException {
        try {
            List<Frame> filter = source.frames(FRAMES + " AND kind = 'key_filter'", index.id(block));
            return filter.isEmpty() || KeyFilter.mayHold(FrameCodec.raw(filter), key.toArray());
        } catch (DamagedBlockException e) {
            throw damaged(index.place(block), channel, source.file(index.id(block)), e);
        }
    }

    DecodedBlock block(BlockIndex index, int block) throws FaultException {
        try {
            return decode(index.place(block), source.frames(ALL_FRAMES, index.id(block)), attributes);
        } catch (DamagedBlockException e) {
            throw damaged(index.place(block), channel, source.file(index.id(block)), e);
        }
    }

    /// Inflates frames that were fetched and decrypted.
    static DecodedBlock decode(Place place, List<Frame> all, AttributeSchema attributes) throws DamagedBlockException {
        Map<Frame.Kind, List<Frame>> frames = byKind(all);
        return DecodedBlock.decode(place.first().partition(), meta(place, frames, attributes),
                frames.getOrDefault(Frame.Kind.KEYS, List.of()), frames.getOrDefault(Frame.Kind.VALUES, List.of()),
                frames.getOrDefault(Frame.Kind.HEADERS, List.of()));
    }

    private static BlockMeta meta(Place place, Map<Frame.Kind, List<Frame>> frames, AttributeSchema attributes)
            throws DamagedBlockException {
        return BlockMeta.decode(frames.getOrDefault(Frame.Kind.META, List.of()), place.count(), place.first().hi(),
                place.first().lo(), attributes);
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

    static FaultException damaged(Place place, ChannelId channel, Path file, DamagedBlockException why) {
        return new FaultException(FaultKind.CORRUPT, "archive.block", "The block with positions "
                + place.first().lo() + " to " + (place.next().lo() - 1) + " of " + channel + " partition "
                + place.first().partition() + " in " + file + " is damaged: " + why.getMessage() + ".",
                "Take another copy if there is one; the other blocks can still be read.", why);
    }
}
