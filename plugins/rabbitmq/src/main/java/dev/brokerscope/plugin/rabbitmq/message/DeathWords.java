package dev.brokerscope.plugin.rabbitmq.message;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The header `x-death`, in words: where a message died, how often, why, and how it had come there.
final class DeathWords {

    static final String HEADER = "x-death";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private DeathWords() {}

    /// @param header its value; absent where it is none of the server's
    static Optional<String> of(@Nullable Object header) {
        if (!(header instanceof List<?> deaths)) {
            return Optional.empty();
        }
        List<String> words = new ArrayList<>();
        for (Object death : deaths) {
            if (death instanceof Map<?, ?> table) {
                words.add(sentence(table));
            }
        }
        return words.isEmpty() ? Optional.empty() : Optional.of(String.join("; before that ", words));
    }

    private static String sentence(Map<?, ?> death) {
        StringBuilder words = new StringBuilder(reason(text(death, "reason"))).append(" in queue ")
                .append(text(death, "queue"));
        if (death.get("count") instanceof Number count && count.longValue() > 1) {
            words.append(", ").append(count).append(" times, first");
        }
        if (death.get("time") instanceof Date time) {
            words.append(" at ").append(TIME.format(time.toInstant()));
        }
        words.append(", where it came ").append(text(death, "exchange").isEmpty() ? "straight"
                : "through exchange " + text(death, "exchange"));
        if (death.get("routing-keys") instanceof List<?> keys && !keys.isEmpty()) {
            words.append(" with key ").append(keys.stream().map(String::valueOf).collect(Collectors.joining(", ")));
        }
        if (death.get("original-expiration") != null) {
            words.append(" and a time to live of ").append(text(death, "original-expiration")).append(" ms");
        }
        return words.toString();
    }

    private static String reason(String reason) {
        return switch (reason) {
            case "rejected" -> "rejected by a consumer";
            case "expired" -> "expired";
            case "maxlen" -> "pushed out by newer messages";
            case "delivery_limit" -> "returned too often";
            default -> reason.isEmpty() ? "died" : reason;
        };
    }

    private static String text(Map<?, ?> death, String key) {
        Object value = death.get(key);
        return value == null ? "" : value.toString();
    }
}
