package dev.brokerscope.desktop.message;

import dev.brokerscope.api.broker.CursorEvent;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.core.decode.Badge;
import dev.brokerscope.core.decode.Glance;
import dev.brokerscope.core.decode.Payload;
import dev.brokerscope.core.query.Entry;
import dev.brokerscope.core.query.ResultRow;
import dev.brokerscope.desktop.ui.Texts;
import dev.brokerscope.desktop.ui.table.Run;
import dev.brokerscope.desktop.ui.table.RunStyle;
import java.util.List;

/// Turns what lies on disk into rows to paint. Any thread but the JavaFX one, since decoding may wait.
final class RowReader {

    private final ChannelReading reading;

    RowReader(ChannelReading reading) {
        this.reading = reading;
    }

    /// The row as it is painted.
    MessageRow read(ResultRow row) throws InterruptedException {
        return switch (row.entry()) {
            case Entry.Gap(var gap) -> gap(row.number(), gap);
            case Entry.Message(var message) -> {
                List<Run> key = PreviewRuns.brief(reading.glance(Payload.key(reading.channel(), message)));
                Glance glance = reading.glance(Payload.value(reading.channel(), message));
                yield data(row, message, key, glance.badge(), PreviewRuns.value(glance, key));
            }
        };
    }

    /// The row without its value decoded, which is never slow.
    MessageRow guess(ResultRow row) {
        return switch (row.entry()) {
            case Entry.Gap(var gap) -> gap(row.number(), gap);
            case Entry.Message(var message) -> {
                Payload value = Payload.value(reading.channel(), message);
                Badge badge = reading.decoders().guess(value, reading.choice(value.side()));
                yield data(row, message, List.of(), badge,
                        List.of(Run.of(Texts.text("message.decoding"), RunStyle.NOTE)));
            }
        };
    }

    private MessageRow data(ResultRow row, Message message, List<Run> key, Badge badge, List<Run> value) {
        return new MessageRow.Data(row.number(), message.position(), reading.session().notation(message.position()),
                message.timestamp(), message.timestampType(), message.headers().size(), key, badge, value,
                row.valueSize());
    }

    private MessageRow gap(long number, CursorEvent.Gap gap) {
        Position next = gap.next();
        Position last = next.lo() > 0 ? new Position(next.partition(), next.hi(), next.lo() - 1) : next;
        return new MessageRow.Gap(number, gap.from().partition(), reading.session().notation(gap.from()),
                reading.session().notation(last), gap.reason(), gap.measured());
    }
}
