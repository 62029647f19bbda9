package dev.brokerscope.archive.block;

import dev.brokerscope.api.message.AttributeValue;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.api.message.TimestampType;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Decodes the columns of a meta frame.
final class MetaColumns {

    private static final @Nullable AttributeValue[] NOTHING = {};
    private static final int WHOLE = 2;

    private MetaColumns() {}

    static void positions(@Nullable ByteSource hiColumn, @Nullable ByteSource loColumn, long firstHi, long firstLo,
            long[] hi, long[] lo) throws DamagedBlockException {
        hi[0] = firstHi;
        lo[0] = firstLo;
        for (int i = 1; i < hi.length; i++) {
            long step = hiColumn == null ? 0 : hiColumn.uvarint();
            long coded = loColumn == null ? 0 : loColumn.uvarint();
            hi[i] = hi[i - 1] + step;
            lo[i] = step == 0 ? lo[i - 1] + coded + 1 : coded;
            boolean ordered = hi[i] > hi[i - 1] || hi[i] == hi[i - 1] && lo[i] > lo[i - 1];
            if (!ordered || hi[i] < 0 || lo[i] < 0) {
                throw new DamagedBlockException("its positions are out of order");
            }
        }
        end(hiColumn);
        end(loColumn);
    }

    static long[] deltas(@Nullable ByteSource column, int count) throws DamagedBlockException {
        ByteSource in = needed(column);
        long[] values = new long[count];
        long before = 0;
        for (int i = 0; i < count; i++) {
            before += in.svarint();
            values[i] = before;
        }
        end(in);
        return values;
    }

    /// @param less subtracted from each number: 1 where 0 stands for none
    static int[] sizes(@Nullable ByteSource column, int count, int less) throws DamagedBlockException {
        int[] values = new int[count];
        if (column == null && less == 0) {
            return values;
        }
        ByteSource in = needed(column);
        for (int i = 0; i < count; i++) {
            long value = in.uvarint() - less;
            if (value < -less || value > Integer.MAX_VALUE - 64) {
                throw new DamagedBlockException("a size in its meta frame is absurd");
            }
            values[i] = (int) value;
        }
        end(in);
        return values;
    }

    static TimestampType[] types(@Nullable ByteSource column, int count) throws DamagedBlockException {
        ByteSource in = needed(column);
        TimestampType first = Codes.timestamp(in.u8());
        if (!in.hasMore()) {
            return new TimestampType[]{first};
        }
        TimestampType[] types = new TimestampType[count];
        types[0] = first;
        for (int i = 1; i < count; i++) {
            types[i] = Codes.timestamp(in.u8());
        }
        end(in);
        return types;
    }

    static @Nullable AttributeValue[] attribute(@Nullable ByteSource in, int count) throws DamagedBlockException {
        if (in == null) {
            return NOTHING;
        }
        @Nullable
        AttributeValue[] values = new AttributeValue[count];
        int type = in.u8();
        byte[] present = in.u8() == 0 ? new byte[0] : in.bytes((count + 7) / 8);
        AttributeValue last = null;
        for (int i = 0; i < count; i++) {
            if (present.length == 0 || (present[i / 8] >> (i % 8) & 1) == 1) {
                last = value(type, last, in);
                values[i] = last;
            }
        }
        end(in);
        return values;
    }

    /// @param last the one before, which is handed out again where it is equal
    private static AttributeValue value(int type, @Nullable AttributeValue last, ByteSource in)
            throws DamagedBlockException {
        if (type == WHOLE) {
            long before = last instanceof AttributeValue.Whole(long whole) ? whole : 0;
            long step = in.svarint();
            return step == 0 && last != null ? last : new AttributeValue.Whole(before + step);
        }
        AttributeValue value = switch (type) {
            case 1 -> new AttributeValue.Text(new String(in.bytes(in.size()), StandardCharsets.UTF_8));
            case 3 -> new AttributeValue.Real(Double.longBitsToDouble(in.i64()));
            case 4 -> new AttributeValue.Flag(in.u8() != 0);
            case 5 -> new AttributeValue.Binary(Bytes.wrap(in.bytes(in.size())));
            default -> throw new DamagedBlockException("there is no attribute type " + type);
        };
        return last != null && last.equals(value) ? last : value;
    }

    private static ByteSource needed(@Nullable ByteSource column) throws DamagedBlockException {
        if (column == null) {
            throw new DamagedBlockException("a column of its meta frame is missing");
        }
        return column;
    }

    private static void end(@Nullable ByteSource column) throws DamagedBlockException {
        if (column != null && column.hasMore()) {
            throw new DamagedBlockException("a column of its meta frame is longer than its messages");
        }
    }
}
