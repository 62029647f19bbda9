package dev.brokerscope.desktop.message;

import dev.brokerscope.api.broker.GapReason;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.api.message.TimestampType;
import dev.brokerscope.core.decode.Badge;
import dev.brokerscope.desktop.ui.table.Run;
import java.util.List;

/// A row of the table: only what is painted, never a whole message.
public sealed interface MessageRow {

    /// Its place in the result.
    long number();

    /// @param offset in the broker's notation
    /// @param size bytes of the value, -1 where there is none
    record Data(long number, Position position, String offset, long timestamp, TimestampType timestampType,
            int headers, List<Run> key, Badge badge, List<Run> value, int size) implements MessageRow {
        public Data {
            key = List.copyOf(key);
            value = List.copyOf(value);
        }
    }

    /// Positions without messages; both ends inclusive, in the broker's notation.
    record Gap(long number, int partition, String first, String last, GapReason reason, boolean measured)
            implements MessageRow {}

    default int partitionNumber() {
        return switch (this) {
            case Data data -> data.position().partition();
            case Gap gap -> gap.partition();
        };
    }
}
