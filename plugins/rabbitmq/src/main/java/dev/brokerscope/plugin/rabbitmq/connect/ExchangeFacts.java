package dev.brokerscope.plugin.rabbitmq.connect;

import java.util.Map;
import java.util.Optional;

/// What is known of an exchange, in the server's words.
///
/// @param type `direct`, `topic`, `fanout`, `headers`; absent where it could not be found out
/// @param told everything the management API said; empty without it
public record ExchangeFacts(String name, Optional<String> type, Map<String, Object> arguments,
        Map<String, Object> told) {

    /// Whether the server made it.
    public boolean isOwn() {
        return name.isEmpty() || name.startsWith("amq.");
    }

    /// Whether it spreads messages over the streams that are bound to it.
    public boolean isSuperStream() {
        return Boolean.TRUE.equals(arguments.get("x-super-stream"));
    }
}
