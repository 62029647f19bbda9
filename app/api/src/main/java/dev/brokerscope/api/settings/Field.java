package dev.brokerscope.api.settings;

import java.util.List;
import java.util.Set;

/// One declared setting.
///
/// @param help one sentence; may be empty
/// @param defaultValue what counts where nothing is given; may be empty
/// @param when all must hold for the field to count
public record Field(String key, String label, String help, FieldType type, boolean required, String defaultValue,
        List<When> when) {

    /// Another field has one of these values.
    public record When(String key, Set<String> anyOf) {
        public When {
            anyOf = Set.copyOf(anyOf);
        }

        public static When is(String key, String... anyOf) {
            return new When(key, Set.of(anyOf));
        }
    }

    public Field {
        when = List.copyOf(when);
    }

    public static Field required(String key, String label, String help, FieldType type, When... when) {
        return new Field(key, label, help, type, true, "", List.of(when));
    }

    public static Field optional(String key, String label, String help, FieldType type, String defaultValue,
            When... when) {
        return new Field(key, label, help, type, false, defaultValue, List.of(when));
    }
}
