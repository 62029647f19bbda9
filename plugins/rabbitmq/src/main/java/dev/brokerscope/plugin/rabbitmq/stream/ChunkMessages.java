package dev.brokerscope.plugin.rabbitmq.stream;

import com.rabbitmq.stream.compression.Compression;
import com.rabbitmq.stream.compression.CompressionCodecFactory;
import com.rabbitmq.stream.compression.DefaultCompressionCodecFactory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/// The messages of a chunk, one after the other, also those that a producer compressed together. One thread.
final class ChunkMessages {

    /// The rest of a chunk cannot be read.
    static final class DamagedException extends Exception {
        private static final long serialVersionUID = 1;

        DamagedException(String message) {
            super(message);
        }
    }

    private static final int LARGEST_BATCH = 64 << 20;

    private final Chunk chunk;
    private final ByteBuffer entries;
    private ByteBuffer batch = ByteBuffer.allocate(0);
    private int leftInBatch;
    private long offset;

    ChunkMessages(Chunk chunk) throws DamagedException {
        this.chunk = chunk;
        this.entries = ByteBuffer.wrap(chunk.data());
        this.offset = chunk.first();
        if (!chunk.isIntact()) {
            throw new DamagedException("its checksum is wrong");
        }
    }

    Chunk chunk() {
        return chunk;
    }

    /// Of the message that comes next.
    long offset() {
        return offset;
    }

    boolean more() {
        return offset < chunk.end();
    }

    /// The bytes of the next message.
    byte[] next() throws DamagedException {
        try {
            ByteBuffer from = entry();
            byte[] message = new byte[size(from.getInt(), from)];
            from.get(message);
            offset++;
            return message;
        } catch (BufferUnderflowException e) {
            throw new DamagedException("it ends too early");
        }
    }

    /// Like `next`, without the bytes.
    void skip() throws DamagedException {
        try {
            ByteBuffer from = entry();
            int size = size(from.getInt(), from);
            from.position(from.position() + size);
            offset++;
        } catch (BufferUnderflowException e) {
            throw new DamagedException("it ends too early");
        }
    }

    /// Where the next message stands: alone, or in a batch. The highest bit tells.
    private ByteBuffer entry() throws DamagedException {
        while (leftInBatch == 0) {
            byte head = entries.get(entries.position());
            if (head >= 0) {
                return entries;
            }
            entries.get();
            leftInBatch = entries.getShort() & 0xffff;
            batch = batch((byte) (head >> 4 & 0x7), entries.getInt(), entries.getInt());
        }
        leftInBatch--;
        return batch;
    }

    private ByteBuffer batch(byte compression, int plainSize, int size) throws DamagedException {
        if (plainSize < 0 || plainSize > LARGEST_BATCH) {
            throw new DamagedException("it holds a batch of " + plainSize + " bytes");
        }
        byte[] packed = new byte[size(size, entries)];
        entries.get(packed);
        if (compression == Compression.NONE.code()) {
            return ByteBuffer.wrap(packed);
        }
        CompressionCodecFactory codecs = new DefaultCompressionCodecFactory();
        try (InputStream in = codecs.get(Compression.get(compression)).decompress(new ByteArrayInputStream(packed))) {
            byte[] plain = in.readNBytes(plainSize);
            if (plain.length != plainSize) {
                throw new DamagedException("a batch ends too early");
            }
            return ByteBuffer.wrap(plain);
        } catch (IOException | RuntimeException e) {
            throw new DamagedException("a batch cannot be unpacked: " + e.getMessage());
        }
    }

    private static int size(int told, ByteBuffer in) throws DamagedException {
        if (told < 0 || told > in.remaining()) {
            throw new DamagedException("an entry of " + told + " bytes does not fit");
        }
        return told;
    }
}
