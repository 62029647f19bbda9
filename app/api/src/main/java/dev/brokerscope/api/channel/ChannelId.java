package dev.brokerscope.api.channel;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The name of a channel, stable across sessions and stored in archives.
///
/// @param kind one of the plugin's channel kinds (`topic`, `queue`, `stream`)
/// @param path outermost first (virtual host, then queue); one element where the broker has no folders
public record ChannelId(String kind, List<String> path) {

    private static final String RESERVED = "%@[*?:~/";

    public ChannelId {
        path = List.copyOf(path);
        if (path.isEmpty()) {
            throw new IllegalArgumentException("a channel needs a name");
        }
    }

    public static ChannelId of(String kind, String... path) {
        return new ChannelId(kind, List.of(path));
    }

    /// The innermost name, for display.
    public String name() {
        return path.getLast();
    }

    /// The one written form that every listing prints and every command takes: elements joined by `/`, with characters
    /// that the command line gives a meaning to escaped as `%40`.
    public String text() {
        List<String> escaped = new ArrayList<>();
        for (String element : path) {
            escaped.add(escape(element));
        }
        return String.join("/", escaped);
    }

    /// The reverse of `text`.
    public static ChannelId parse(String kind, String text) {
        return new ChannelId(kind, Arrays.stream(text.split("/", -1)).map(ChannelId::unescape).toList());
    }

    /// The same kind and folder with another innermost name.
    public ChannelId renamed(String name) {
        List<String> renamed = new ArrayList<>(path);
        renamed.set(renamed.size() - 1, name);
        return new ChannelId(kind, renamed);
    }

    private static String escape(String element) {
        StringBuilder out = new StringBuilder();
        element.codePoints().forEach(c -> {
            if (RESERVED.indexOf(c) >= 0 || Character.isISOControl(c) || Character.isWhitespace(c)) {
                for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                    out.append(String.format("%%%02X", b));
                }
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.toString();
    }

    private static String unescape(String text) {
        return java.net.URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return text();
    }
}
