package dev.brokerscope.desktop.detail;

import dev.brokerscope.api.message.Header;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.core.decode.Payload;
import dev.brokerscope.desktop.message.ChannelReading;
import dev.brokerscope.desktop.message.PreviewRuns;
import dev.brokerscope.desktop.ui.table.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// One header as the table shows it.
///
/// @param number its place among all of them, from 1
/// @param repeated another header has the same name
/// @param size bytes of the value, -1 for null
record HeaderLine(int number, String name, boolean repeated, List<Run> value, String type, int size) {

    /// All of a message in their order; decoding may wait.
    static List<HeaderLine> of(Message message, ChannelReading reading) throws InterruptedException {
        List<Header> headers = message.headers().list();
        List<HeaderLine> lines = new ArrayList<>();
        for (Header header : headers) {
            boolean repeated = headers.stream().filter(h -> h.name().equals(header.name())).count() > 1;
            String name = header.name().isUtf8() ? header.nameText() : "0x" + header.name().toHex();
            lines.add(new HeaderLine(lines.size() + 1, name, repeated,
                    PreviewRuns.brief(reading.glance(Payload.header(reading.channel(), header))),
                    header.type().name().toLowerCase(Locale.ROOT), header.value().map(v -> v.size()).orElse(-1)));
        }
        return List.copyOf(lines);
    }
}
