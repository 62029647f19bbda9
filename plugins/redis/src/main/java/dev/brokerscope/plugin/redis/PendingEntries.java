package dev.brokerscope.plugin.redis;

import dev.brokerscope.api.message.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// What a group handed out and nobody acknowledged, and the consumers it knows: as text, a line each.
/// `consumer HEX`, then `pending ID DELIVERIES MILLIS HEX`: consumers are bytes, times are milliseconds since the epoch.
record PendingEntries(List<byte[]> consumers, List<Pending> entries) {

    /// @param delivered when it was handed out last
    record Pending(String id, long deliveries, long delivered, byte[] consumer) {}

    private static final HexFormat HEX = HexFormat.of();

    boolean isEmpty() {
        return consumers.isEmpty() && entries.isEmpty();
    }

    Bytes write() {
        StringBuilder text = new StringBuilder();
        consumers.forEach(c -> text.append("consumer ").append(HEX.formatHex(c)).append('\n'));
        entries.forEach(e -> text.append("pending ").append(e.id).append(' ').append(e.deliveries).append(' ')
                .append(e.delivered).append(' ').append(HEX.formatHex(e.consumer)).append('\n'));
        return Bytes.utf8(text.toString());
    }

    /// Lines that it does not understand are left out.
    static PendingEntries read(Optional<Bytes> written) {
        List<byte[]> consumers = new ArrayList<>();
        List<Pending> entries = new ArrayList<>();
        String text = written.map(b -> b.text(StandardCharsets.UTF_8)).orElse("");
        for (String line : text.lines().toList()) {
            String[] words = line.split(" ", -1);
            if (words[0].equals("consumer") && words.length == 2) {
                consumers.add(HEX.parseHex(words[1]));
            } else if (words[0].equals("pending") && words.length == 5) {
                entries.add(new Pending(words[1], Long.parseLong(words[2]), Long.parseLong(words[3]),
                        HEX.parseHex(words[4])));
            }
        }
        return new PendingEntries(consumers, entries);
    }
}
