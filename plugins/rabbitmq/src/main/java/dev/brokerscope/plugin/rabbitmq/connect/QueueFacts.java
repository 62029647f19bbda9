package dev.brokerscope.plugin.rabbitmq.connect;

import java.util.Map;
import java.util.Optional;

/// What is known of a queue or stream, in the server's words.
///
/// @param type `classic`, `quorum`, `stream`; absent where it could not be found out
/// @param arguments it was declared with: `x-message-ttl`
/// @param told everything the management API said; empty without it
public record QueueFacts(String name, Optional<String> type, Map<String, Object> arguments, Map<String, Object> told) {

    public QueueFacts {
        arguments = Map.copyOf(arguments);
    }

    public boolean isStream() {
        return type.equals(Optional.of("stream"));
    }

    public Optional<Long> whole(String key) {
        return told.get(key) instanceof Number number ? Optional.of(number.longValue()) : Optional.empty();
    }

    public Optional<String> text(String key) {
        return told.get(key) instanceof String text && !text.isEmpty() ? Optional.of(text) : Optional.empty();
    }

    public Optional<Boolean> flag(String key) {
        return told.get(key) instanceof Boolean flag ? Optional.of(flag) : Optional.empty();
    }

    /// What holds by argument or by policy, whichever there is: the argument `x-message-ttl` is the policy's
    /// `message-ttl`. Of two numbers the smaller one counts, as it does for the server.
    public Optional<Object> rule(String name) {
        Optional<Object> argument = Optional.ofNullable(arguments.get("x-" + name));
        Optional<Object> policy = told.get("effective_policy_definition") instanceof Map<?, ?> rules
                ? Optional.ofNullable(rules.get(name)) : Optional.empty();
        return argument.isPresent() && policy.isPresent() && argument.get() instanceof Number a
                && policy.get() instanceof Number p
                        ? Optional.of(Math.min(a.longValue(), p.longValue()))
                        : argument.or(() -> policy);
    }

    public Optional<Long> limit(String name) {
        return rule(name).filter(Number.class::isInstance).map(n -> ((Number) n).longValue());
    }
}
