package dev.brokerscope.archive.block;

import com.github.luben.zstd.ZstdDecompressCtx;
import dev.brokerscope.api.message.AttributeValue;
import dev.brokerscope.api.message.Headers;
import dev.brokerscope.api.message.Message;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An inflated block that hands out its messages. Immutable; any thread.
public final class DecodedBlock {

    private final int partition;
    private final BlockMeta meta;
    private final byte[] keys;
    private final byte[] values;
    private final byte[] headers;
    private final int[] keyAt;
    private final int[] valueAt;
    private final int[] headerAt;

    private DecodedBlock(int partition, BlockMeta meta, byte[] keys, byte[] values, byte[] headers)
            throws DamagedBlockException {
        this.partition = partition;
        this.meta = meta;
        this.keys = keys;
        this.values = values;
        this.headers = headers;
        int count = meta.count();
        keyAt = new int[count];
        valueAt = new int[count];
        headerAt = new int[count];
        long key = 0;
        long value = 0;
        long header = 0;
        for (int i = 0; i < count; i++) {
            keyAt[i] = (int) key;
            valueAt[i] = (int) value;
            headerAt[i] = (int) header;
            key += Math.max(0, meta.keySize(i));
            value += Math.max(0, meta.valueSize(i));
            header += meta.headerSize(i);
            if (key > keys.length || value > values.length || header > headers.length) {
                throw new DamagedBlockException("its columns are shorter than their sizes say");
            }
            if (meta.headerCount(i) > 0 || meta.headerSize(i) > 0) {
                StoredHeaders.check(headers, headerAt[i], meta.headerSize(i), meta.headerCount(i));
            }
        }
        if (key != keys.length || value != values.length || header != headers.length) {
            throw new DamagedBlockException("its columns are longer than their sizes say");
        }
    }

    public static DecodedBlock decode(int partition, BlockMeta meta, List<Frame> keys, List<Frame> values,
            List<Frame> headers) throws DamagedBlockException {
        try (ZstdDecompressCtx context = new ZstdDecompressCtx()) {
            return new DecodedBlock(partition, meta, FrameCodec.expand(keys, context),
                    FrameCodec.expand(values, context), FrameCodec.expand(headers, context));
        }
    }

    public BlockMeta meta() {
        return meta;
    }

    /// Bytes of all keys, values, and of headers as stored.
    public long size() {
        return (long) keys.length + values.length + headers.length;
    }

    /// Whether a message has exactly this key.
    public boolean hasKey(int i, byte[] key) {
        int size = meta.keySize(i);
        return size == key.length && Arrays.equals(keys, keyAt[i], keyAt[i] + size, key, 0, size);
    }

    /// What the key filter of these messages must be; nothing where none has a key.
    public byte[] keyFilter() {
        KeyFilter filter = new KeyFilter();
        for (int i = 0; i < meta.count(); i++) {
            if (meta.keySize(i) >= 0) {
                filter.add(keys, keyAt[i], meta.keySize(i));
            }
        }
        return filter.build();
    }

    public Message message(int i) {
        Message.Builder builder = Message.at(partition, meta.hi(i), meta.lo(i))
                .timestamp(meta.time(i), meta.type(i))
                .nanos(meta.nanos(i))
                .headers(headers(i));
        if (meta.keySize(i) >= 0) {
            builder.key(Arrays.copyOfRange(keys, keyAt[i], keyAt[i] + meta.keySize(i)));
        }
        if (meta.valueSize(i) >= 0) {
            builder.value(Arrays.copyOfRange(values, valueAt[i], valueAt[i] + meta.valueSize(i)));
        }
        attributes(i, builder);
        return builder.build();
    }

    /// Adds the canonical form of one message, without making it.
    ///
    /// @return bytes of its key, value, header names and header values
    long canonical(int i, CanonicalForm form, ByteSink out) {
        int key = meta.keySize(i);
        int value = meta.valueSize(i);
        out.i32(key).bytes(keys, keyAt[i], Math.max(0, key));
        out.i32(value).bytes(values, valueAt[i], Math.max(0, value));
        long bytes = Math.max(0, key) + (long) Math.max(0, value);
        int count = meta.headerCount(i);
        out.i32(count);
        if (count > 0) {
            bytes += StoredHeaders.canonical(headers, headerAt[i], meta.headerSize(i), count, out);
        }
        out.i64(meta.time(i)).i32(meta.nanos(i)).u8(Codes.of(meta.type(i)));
        form.attributes(meta, i, out);
        return bytes;
    }

    /// Bytes of key, value and headers of one message.
    public long size(int i) {
        return (long) Math.max(0, meta.keySize(i)) + Math.max(0, meta.valueSize(i)) + meta.headerSize(i);
    }

    private Headers headers(int i) {
        int count = meta.headerCount(i);
        if (count == 0) {
            return Headers.NONE;
        }
        return new StoredHeaders(Arrays.copyOfRange(headers, headerAt[i], headerAt[i] + meta.headerSize(i)), count);
    }

    private void attributes(int message, Message.Builder builder) {
        int count = meta.attributeCount();
        if (count == 0) {
            return;
        }
        @Nullable
        AttributeValue[] values = new AttributeValue[count];
        boolean any = false;
        for (int i = 0; i < count; i++) {
            AttributeValue value = meta.attribute(i, message);
            any |= value != null;
            values[i] = value;
        }
        if (any) {
            builder.attributes(values);
        }
    }
}
