package dev.brokerscope.plugin.avro;

import dev.brokerscope.api.message.Bytes;
import io.airlift.compress.v3.MalformedInputException;
import io.airlift.compress.v3.snappy.SnappyJavaDecompressor;
import io.airlift.compress.v3.zstd.ZstdJavaInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/// Unpacks blocks of a container file within bounds: at most 64 MiB, and 200 times the packed size.
final class Unpacking {

    private static final int MOST = 64 << 20;
    private static final int MOST_RATIO = 200;
    /// Small blocks may be packed better than the ratio allows.
    private static final int ALWAYS = 1 << 20;

    private Unpacking() {}

    /// @param at index of the block in the payload
    /// @param before bytes unpacked from the same payload so far
    static Bytes unpack(String codec, Bytes block, int at, int before) throws Stop {
        int most =
                Math.min(MOST - before, Math.max(ALWAYS, Math.multiplyExact(Math.min(block.size(), MOST / MOST_RATIO),
                        MOST_RATIO)));
        try {
            return switch (codec) {
                case "deflate" -> deflate(block, most, at);
                case "zstandard" -> all(new ZstdJavaInputStream(new ByteArrayInputStream(block.toArray())), most, at);
                case "snappy" -> snappy(block, most, at);
                default -> throw new Stop("blocks packed with " + codec + ", which cannot be unpacked here", at);
            };
        } catch (IOException | MalformedInputException | IndexOutOfBoundsException e) {
            throw new Stop("a block that is not " + codec, at);
        }
    }

    private static Bytes deflate(Bytes block, int most, int at) throws IOException, Stop {
        Inflater inflater = new Inflater(true);
        try {
            return all(new InflaterInputStream(new ByteArrayInputStream(block.toArray()), inflater), most, at);
        } finally {
            inflater.end();
        }
    }

    private static Bytes all(InputStream in, int most, int at) throws IOException, Stop {
        try (in) {
            byte[] content = in.readNBytes(most);
            if (content.length == most && in.read() >= 0) {
                throw tooLarge(at);
            }
            return Bytes.wrap(content);
        }
    }

    /// Followed by the CRC-32 of what is packed.
    private static Bytes snappy(Bytes block, int most, int at) throws Stop {
        if (block.size() < Integer.BYTES + 1) {
            throw new Stop("a block that is not snappy", at);
        }
        byte[] packed = block.toArray();
        int size = packed.length - Integer.BYTES;
        SnappyJavaDecompressor snappy = new SnappyJavaDecompressor();
        int length = snappy.getUncompressedLength(packed, 0);
        if (length < 0 || length > most) {
            throw tooLarge(at);
        }
        byte[] content = new byte[length];
        int unpacked = snappy.decompress(packed, 0, size, content, 0, length);
        byte[] whole = unpacked == length ? content : Arrays.copyOf(content, unpacked);
        CRC32 crc = new CRC32();
        crc.update(whole);
        if ((int) crc.getValue() != block.buffer().getInt(size)) {
            throw new Stop("a block whose checksum does not fit", at);
        }
        return Bytes.wrap(whole);
    }

    private static Stop tooLarge(int at) {
        return new Stop("a block that unpacks to more than 64 MiB or " + MOST_RATIO + " times its size", at);
    }
}
