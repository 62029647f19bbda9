package dev.brokerscope.plugin.redis;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Replies of Redis, which are numbers, bytes, lists of these, or nothing.
final class Reply {

    private Reply() {}

    static List<?> list(@Nullable Object reply) {
        return reply instanceof List<?> list ? list : List.of();
    }

    static byte[] bytes(@Nullable Object reply) {
        return reply instanceof byte[] bytes ? bytes : text(reply).getBytes(StandardCharsets.UTF_8);
    }

    static String text(@Nullable Object reply) {
        return switch (reply) {
            case byte[] bytes -> new String(bytes, StandardCharsets.UTF_8);
            case null -> "";
            default -> reply.toString();
        };
    }

    static long whole(@Nullable Object reply) {
        return reply instanceof Long number ? number : Long.parseLong(text(reply));
    }

    /// The value behind a name in a flat list of names and values; newer servers have more of them.
    static Optional<Object> named(List<?> pairs, String name) {
        for (int i = 0; i + 1 < pairs.size(); i += 2) {
            if (text(pairs.get(i)).equals(name)) {
                return Optional.ofNullable(pairs.get(i + 1));
            }
        }
        return Optional.empty();
    }
}
