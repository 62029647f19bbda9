package dev.brokerscope.archive.block;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;

/// Cuts columns into pieces, compresses and checks them. One thread; `close` frees native memory.
public final class FrameCodec implements AutoCloseable {

    /// Raw bytes of a piece at most.
    public static final int PIECE = 4 << 20;

    private final Compression compression;
    private final ZstdCompressCtx context = new ZstdCompressCtx();
    /// For one compressed piece; used again and again.
    private byte[] room = new byte[0];

    public FrameCodec(Compression compression) {
        this.compression = compression;
        if (compression.codec() == Compression.Codec.ZSTD) {
            context.setLevel(compression.level());
        }
    }

    void compress(Frame.Kind kind, ByteSink column, List<Frame> target) {
        for (int at = 0, piece = 0; at < column.size(); at += PIECE, piece++) {
            target.add(compress(kind, piece, column.array(), at, Math.min(PIECE, column.size() - at)));
        }
    }

    private Frame compress(Frame.Kind kind, int piece, byte[] raw, int from, int size) {
        return switch (compression.codec()) {
            case NONE -> plain(kind, piece, Arrays.copyOfRange(raw, from, from + size));
            case ZSTD -> zstd(kind, piece, raw, from, size);
        };
    }

    private Frame zstd(Frame.Kind kind, int piece, byte[] raw, int from, int size) {
        int most = (int) Zstd.compressBound(size);
        if (room.length < most) {
            room = new byte[most];
        }
        int packed = context.compressByteArray(room, 0, room.length, raw, from, size);
        if (packed >= size) {
            return plain(kind, piece, Arrays.copyOfRange(raw, from, from + size));
        }
        byte[] data = Arrays.copyOf(room, packed);
        return new Frame(kind, piece, Frame.Codec.ZSTD, size, crc(data), data);
    }

    static Frame plain(Frame.Kind kind, int piece, byte[] data) {
        return new Frame(kind, piece, Frame.Codec.PLAIN, data.length, crc(data), data);
    }

    /// The same piece with other bytes in the file.
    public static Frame stored(Frame like, byte[] nonce, byte[] data) {
        return new Frame(like.kind(), like.piece(), like.codec(), like.rawBytes(), nonce, crc(data), data);
    }

    static long crc(byte[] data) {
        CRC32C crc = new CRC32C();
        crc.update(data, 0, data.length);
        return crc.getValue();
    }

    /// The bytes of one column, from all of its pieces.
    public static byte[] raw(List<Frame> pieces) throws DamagedBlockException {
        return expand(pieces);
    }

    /// The raw bytes of all pieces of one column, in order.
    static byte[] expand(List<Frame> pieces) throws DamagedBlockException {
        try (ZstdDecompressCtx context = new ZstdDecompressCtx()) {
            return expand(pieces, context);
        }
    }

    /// @param context to be used again for other columns: making one costs as much as inflating some KB
    static byte[] expand(List<Frame> pieces, ZstdDecompressCtx context) throws DamagedBlockException {
        long total = 0;
        for (int i = 0; i < pieces.size(); i++) {
            Frame frame = pieces.get(i);
            if (frame.piece() != i || frame.rawBytes() <= 0 || frame.rawBytes() > PIECE) {
                throw new DamagedBlockException("piece " + i + " of its " + frame.kind().text() + " is not there");
            }
            total += frame.rawBytes();
        }
        if (total > Math.min(Integer.MAX_VALUE - 64, Runtime.getRuntime().maxMemory() / 2)) {
            throw new DamagedBlockException("it claims to hold " + total + " bytes, more than memory takes");
        }
        byte[] raw = new byte[(int) total];
        int at = 0;
        for (Frame frame : pieces) {
            expand(frame, raw, at, context);
            at += frame.rawBytes();
        }
        return raw;
    }

    private static void expand(Frame frame, byte[] target, int at, ZstdDecompressCtx context)
            throws DamagedBlockException {
        check(frame);
        byte[] data = frame.data();
        switch (frame.codec()) {
            case PLAIN -> {
                if (data.length != frame.rawBytes()) {
                    throw new DamagedBlockException(
                            "its " + frame.kind().text() + " have another size than they state");
                }
                System.arraycopy(data, 0, target, at, data.length);
            }
            case ZSTD -> {
                if (inflate(data, target, at, frame.rawBytes(), context) != frame.rawBytes()) {
                    throw new DamagedBlockException("its " + frame.kind().text() + " cannot be decompressed");
                }
            }
        }
    }

    /// @return how many bytes came out; less than 0 where these are no compressed bytes
    private static long inflate(byte[] data, byte[] target, int at, int size, ZstdDecompressCtx context) {
        try {
            return context.decompressByteArray(target, at, size, data, 0, data.length);
        } catch (ZstdException notCompressed) {
            return -1;
        }
    }

    /// Compares the checksum.
    public static void check(Frame frame) throws DamagedBlockException {
        if (crc(frame.data()) != frame.crc32c()) {
            throw new DamagedBlockException("the checksum of its " + frame.kind().text() + " does not match");
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
