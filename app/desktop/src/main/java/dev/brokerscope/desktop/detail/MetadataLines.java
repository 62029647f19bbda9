package dev.brokerscope.desktop.detail;

import dev.brokerscope.api.message.AttributeSchema;
import dev.brokerscope.api.message.AttributeValue;
import dev.brokerscope.api.message.Header;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.TimestampType;
import dev.brokerscope.core.job.Amounts;
import dev.brokerscope.desktop.message.ChannelReading;
import dev.brokerscope.desktop.message.TimeWords;
import dev.brokerscope.desktop.ui.Texts;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Everything about a message that is neither key, value nor header.
final class MetadataLines {

    /// @param note beside the value; may be empty
    record Line(String label, String value, String note) {}

    private MetadataLines() {}

    static List<Line> of(Message message, ChannelReading reading, ZoneId zone) {
        List<Line> lines = new ArrayList<>();
        lines.add(line("channel", reading.channel().text()));
        lines.add(line("partition", String.valueOf(message.partition())));
        lines.add(line("offset", reading.session().notation(message.position())));
        if (message.timestampType() == TimestampType.NONE) {
            lines.add(new Line(Texts.text("detail.meta.time"), "–", Texts.text("detail.meta.time.none")));
        } else {
            lines.add(new Line(Texts.text("detail.meta.time"), TimeWords.iso(message.timestamp(), zone),
                    Texts.text("detail.meta.time.by", Texts.text("message.timestamp."
                            + message.timestampType().name().toLowerCase(Locale.ROOT)))));
            lines.add(line("time.raw", message.timestamp() + " ms"));
            if (message.timestampNanos() != 0) {
                lines.add(line("time.nanos", message.timestampNanos() + " ns"));
            }
        }
        lines.add(size("key", message.keySize()));
        lines.add(size("value", message.valueSize()));
        lines.add(line("headers", headers(message)));
        attributes(message, reading.details().attributes(), lines);
        return lines;
    }

    private static void attributes(Message message, AttributeSchema schema, List<Line> lines) {
        for (int i = 0; i < schema.size(); i++) {
            String label = schema.attributes().get(i).label();
            message.attribute(i).ifPresent(value -> lines.add(new Line(label, words(value), "")));
        }
    }

    private static String words(AttributeValue value) {
        return switch (value) {
            case AttributeValue.Text(var text) -> text;
            case AttributeValue.Whole(var whole) -> String.valueOf(whole);
            case AttributeValue.Real(var real) -> String.valueOf(real);
            case AttributeValue.Flag(var flag) -> Texts.text(flag ? "channel.yes" : "channel.no");
            case AttributeValue.Binary(var bytes) -> "0x" + bytes.toHex();
        };
    }

    private static String headers(Message message) {
        long bytes = 0;
        for (Header header : message.headers().list()) {
            bytes += header.name().size() + header.value().map(v -> v.size()).orElse(0);
        }
        return Amounts.of(message.headers().size(), "header") + (bytes == 0 ? "" : ", " + Amounts.bytes(bytes));
    }

    private static Line size(String part, int size) {
        return new Line(Texts.text("detail.meta." + part),
                size < 0 ? Texts.text("badge.null") : Amounts.of(size, "byte"),
                size == 0 ? Texts.text("detail.meta.empty") : size < 0 ? Texts.text("detail.meta.null") : "");
    }

    private static Line line(String key, String value) {
        return new Line(Texts.text("detail.meta." + key), value, "");
    }
}
