package dev.brokerscope.archive.block;

import dev.brokerscope.api.message.AttributeSchema;
import dev.brokerscope.api.message.AttributeValue;
import dev.brokerscope.api.message.TimestampType;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The decoded meta frame: where each message stands, when it was made, where its bytes are. Immutable.
public final class BlockMeta {

    private final int count;
    private final long[] hi;
    private final long[] lo;
    private final long[] time;
    private final int[] nanos;
    private final TimestampType[] types;
    private final int[] keySize;
    private final int[] valueSize;
    private final int[] headerCount;
    private final int[] headerSize;
    private final @Nullable AttributeValue[][] attributes;

    private BlockMeta(int count, long firstHi, long firstLo, Map<String, ByteSource> columns, AttributeSchema schema)
            throws DamagedBlockException {
        this.count = count;
        hi = new long[count];
        lo = new long[count];
        MetaColumns.positions(columns.get("position.hi"), columns.get("position.lo"), firstHi, firstLo, hi, lo);
        time = MetaColumns.deltas(columns.get("time"), count);
        nanos = MetaColumns.sizes(columns.get("time.nanos"), count, 0);
        types = MetaColumns.types(columns.get("time.type"), count);
        keySize = MetaColumns.sizes(columns.get("key.size"), count, 1);
        valueSize = MetaColumns.sizes(columns.get("value.size"), count, 1);
        headerCount = MetaColumns.sizes(columns.get("header.count"), count, 0);
        headerSize = MetaColumns.sizes(columns.get("header.size"), count, 0);
        attributes = new AttributeValue[schema.size()][];
        for (int i = 0; i < schema.size(); i++) {
            attributes[i] = MetaColumns.attribute(columns.get("attribute." + schema.attributes().get(i).key()), count);
        }
    }

    /// @param expected count of messages that the block's row states
    public static BlockMeta decode(List<Frame> frames, long expected, long firstHi, long firstLo,
            AttributeSchema schema) throws DamagedBlockException {
        byte[] raw = FrameCodec.expand(frames);
        ByteSource in = new ByteSource(raw, 0, raw.length);
        if (in.u8() != 1) {
            throw new DamagedBlockException("its meta frame has an unknown version");
        }
        long count = in.uvarint();
        if (count != expected || count <= 0 || count > raw.length) {
            throw new DamagedBlockException("it holds " + count + " messages, not " + expected);
        }
        Map<String, ByteSource> columns = new HashMap<>();
        while (in.hasMore()) {
            String name = new String(in.bytes(in.size()), StandardCharsets.UTF_8);
            columns.put(name, in.part(in.size()));
        }
        return new BlockMeta((int) count, firstHi, firstLo, columns, schema);
    }

    public int count() {
        return count;
    }

    public long hi(int message) {
        return hi[message];
    }

    public long lo(int message) {
        return lo[message];
    }

    public long time(int message) {
        return time[message];
    }

    public TimestampType type(int message) {
        return types[types.length == 1 ? 0 : message];
    }

    int nanos(int message) {
        return nanos[message];
    }

    int keySize(int message) {
        return keySize[message];
    }

    int valueSize(int message) {
        return valueSize[message];
    }

    int headerCount(int message) {
        return headerCount[message];
    }

    int headerSize(int message) {
        return headerSize[message];
    }

    int attributeCount() {
        return attributes.length;
    }

    @Nullable
    AttributeValue attribute(int index, int message) {
        @Nullable
        AttributeValue[] column = attributes[index];
        return column.length == 0 ? null : column[message];
    }

    /// The first message at or behind a position; `count` where there is none.
    public int indexOf(long wantedHi, long wantedLo) {
        int low = 0;
        int high = count;
        while (low < high) {
            int mid = (low + high) >>> 1;
            if (hi[mid] < wantedHi || hi[mid] == wantedHi && lo[mid] < wantedLo) {
                low = mid + 1;
            } else {
                high = mid;
            }
        }
        return low;
    }
}
