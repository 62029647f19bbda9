package dev.brokerscope.archive.block;

import java.util.ArrayList;
import java.util.List;

/// Turns the canonical messages of a draft into columns. One thread, used once.
final class BlockColumns {

    private final byte[] array;
    private final ByteSource canonical;
    private final byte[] placesArray;
    private final ByteSource places;
    private final int count;
    private final KeyFilter keyFilter = new KeyFilter();
    private final ByteSink keys;
    private final ByteSink values;
    private final ByteSink headers = new ByteSink(1024);
    private final ByteSink positionHi = new ByteSink(16);
    private final ByteSink positionLo;
    private final ByteSink time;
    private final ByteSink nanos = new ByteSink(16);
    private final ByteSink timeType;
    private final ByteSink keySize;
    private final ByteSink valueSize;
    private final ByteSink headerCount;
    private final ByteSink headerSize;
    private final List<AttributeColumn> restorable;
    private final List<AttributeColumn> other;
    private boolean severalHi;
    private boolean jumps;
    private boolean hasNanos;
    private boolean severalTypes;
    private long rawBytes;
    private long hiBefore;
    private long loBefore;
    private long timeBefore;

    /// @param keys empty, for the bytes of the keys
    /// @param values empty, for the bytes of the values
    BlockColumns(BlockDraft draft, ByteSink keys, ByteSink values) throws DamagedBlockException {
        array = draft.canonical().array();
        canonical = new ByteSource(array, 0, draft.canonical().size());
        placesArray = draft.places().array();
        places = new ByteSource(placesArray, 0, draft.places().size());
        count = draft.count();
        this.keys = keys;
        this.values = values.reserve(draft.canonical().size());
        positionLo = new ByteSink(count + 16);
        time = new ByteSink(count * 2);
        timeType = new ByteSink(count);
        keySize = new ByteSink(count);
        valueSize = new ByteSink(count * 2);
        headerCount = new ByteSink(count);
        headerSize = new ByteSink(count);
        restorable = draft.form().restorable().stream().map(AttributeColumn::new).toList();
        other = draft.form().other().stream().map(AttributeColumn::new).toList();
        for (int i = 0; i < count; i++) {
            rawBytes += key();
            rawBytes += Math.max(0, payload(values, valueSize));
            header();
            timestamp(i);
            attributes(i, canonical, array, restorable);
            place(i);
        }
    }

    private int key() throws DamagedBlockException {
        int size = payload(keys, keySize);
        if (size >= 0) {
            keyFilter.add(keys.array(), keys.size() - size, size);
        }
        return Math.max(0, size);
    }

    /// @return its size; -1 where there is none
    private int payload(ByteSink column, ByteSink sizes) throws DamagedBlockException {
        int size = canonical.i32();
        sizes.uvarint(size + 1L);
        if (size > 0) {
            column.bytes(array, canonical.skip(size), size);
        }
        return size;
    }

    private void header() throws DamagedBlockException {
        int n = canonical.i32();
        int before = headers.size();
        for (int i = 0; i < n; i++) {
            int name = canonical.i32();
            headers.uvarint(name).bytes(array, canonical.skip(name), name);
            headers.u8(canonical.u8());
            int value = canonical.i32();
            headers.uvarint(value + 1L);
            if (value > 0) {
                headers.bytes(array, canonical.skip(value), value);
            }
            rawBytes += name + Math.max(value, 0);
        }
        headerCount.uvarint(n);
        headerSize.uvarint(headers.size() - before);
    }

    private void timestamp(int i) throws DamagedBlockException {
        long millis = canonical.i64();
        int nano = canonical.i32();
        int type = canonical.u8();
        time.svarint(millis - timeBefore);
        timeBefore = millis;
        nanos.uvarint(nano);
        hasNanos |= nano != 0;
        timeType.u8(type);
        severalTypes |= i > 0 && timeType.array()[0] != (byte) type;
    }

    private void place(int i) throws DamagedBlockException {
        if (places.u8() == PlaceSink.FOLLOWS) {
            positionHi.uvarint(0);
            positionLo.uvarint(0);
            loBefore++;
            for (AttributeColumn column : other) {
                if (column.has(i - 1)) {
                    column.repeat(i);
                }
            }
        } else {
            position(i, places.i64(), places.i64());
            attributes(i, places, placesArray, other);
        }
    }

    private void position(int i, long hi, long lo) {
        if (i > 0) {
            positionHi.uvarint(hi - hiBefore);
            positionLo.uvarint(hi == hiBefore ? lo - loBefore - 1 : lo);
            severalHi |= hi != hiBefore;
            jumps |= hi != hiBefore || lo != loBefore + 1;
        }
        hiBefore = hi;
        loBefore = lo;
    }

    private static void attributes(int message, ByteSource from, byte[] bytes, List<AttributeColumn> columns)
            throws DamagedBlockException {
        int n = from.i32();
        int next = 0;
        for (int i = 0; i < n; i++) {
            int size = from.i32();
            int at = from.skip(size);
            from.u8();
            while (!columns.get(next).isKey(bytes, at, size)) {
                next++;
            }
            columns.get(next++).take(message, from, bytes);
        }
    }

    ByteSink keys() {
        return keys;
    }

    byte[] keyFilter() {
        return keyFilter.build();
    }

    ByteSink values() {
        return values;
    }

    ByteSink headers() {
        return headers;
    }

    long rawBytes() {
        return rawBytes;
    }

    ByteSink meta() {
        ByteSink meta = new ByteSink(time.size() * 4 + 256).u8(1).uvarint(count);
        column(meta, "position.hi", positionHi, severalHi);
        column(meta, "position.lo", positionLo, jumps);
        column(meta, "time", time, true);
        column(meta, "time.nanos", nanos, hasNanos);
        if (!severalTypes) {
            timeType.truncate(1);
        }
        column(meta, "time.type", timeType, true);
        column(meta, "key.size", keySize, true);
        column(meta, "value.size", valueSize, true);
        column(meta, "header.count", headerCount, headers.size() > 0);
        column(meta, "header.size", headerSize, headers.size() > 0);
        List<AttributeColumn> attributes = new ArrayList<>(restorable);
        attributes.addAll(other);
        for (AttributeColumn attribute : attributes) {
            if (!attribute.isEmpty()) {
                column(meta, attribute.name(), attribute.data(count), true);
            }
        }
        return meta;
    }

    private static void column(ByteSink meta, String name, ByteSink data, boolean needed) {
        if (needed) {
            byte[] text = name.getBytes(java.nio.charset.StandardCharsets.UTF_8);
            meta.uvarint(text.length).bytes(text).uvarint(data.size()).bytes(data.array(), 0, data.size());
        }
    }
}
