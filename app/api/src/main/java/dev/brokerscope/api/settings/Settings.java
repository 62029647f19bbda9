package dev.brokerscope.api.settings;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Values of declared settings, in the order given. A secret is held as a reference, never as itself.
public record Settings(Map<String, String> values) {

    public static final Settings EMPTY = new Settings(Map.of());

    public Settings {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    public Optional<String> get(String key) {
        return Optional.ofNullable(values.get(key));
    }

    public String get(String key, String otherwise) {
        return get(key).filter(v -> !v.isBlank()).orElse(otherwise);
    }

    /// Only for values that passed validation.
    public int whole(String key, int otherwise) {
        return get(key).filter(v -> !v.isBlank()).map(v -> Integer.parseInt(v.strip())).orElse(otherwise);
    }

    public boolean flag(String key, boolean otherwise) {
        return get(key).filter(v -> !v.isBlank()).map(Boolean::parseBoolean).orElse(otherwise);
    }

    public Duration span(String key, Duration otherwise) {
        return get(key).flatMap(FieldType.Span::parse).orElse(otherwise);
    }

    /// The entries of a [FieldType.Table], without the table's own key.
    public Map<String, String> table(String key) {
        Map<String, String> entries = new LinkedHashMap<>();
        values.forEach((k, v) -> {
            if (k.startsWith(key + ".")) {
                entries.put(k.substring(key.length() + 1), v);
            }
        });
        return entries;
    }

    public Settings with(String key, String value) {
        Map<String, String> changed = new LinkedHashMap<>(values);
        changed.put(key, value);
        return new Settings(changed);
    }

    public Settings without(String key) {
        Map<String, String> changed = new LinkedHashMap<>(values);
        changed.remove(key);
        return new Settings(changed);
    }
}
