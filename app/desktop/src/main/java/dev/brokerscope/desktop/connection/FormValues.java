package dev.brokerscope.desktop.connection;

import dev.brokerscope.api.settings.Field;
import dev.brokerscope.api.settings.FieldType;
import dev.brokerscope.api.settings.SettingProblem;
import dev.brokerscope.api.settings.Settings;
import dev.brokerscope.api.settings.SettingsSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// The values of one schema while they are edited: a text per field. A typed secret stays here until it is kept; what
/// begins with `@` is a reference already. FX thread only.
final class FormValues {

    private final SettingsSchema schema;
    private final Map<String, StringProperty> values = new LinkedHashMap<>();

    FormValues(SettingsSchema schema, Settings given, Runnable changed) {
        this.schema = schema;
        for (Field field : schema.fields()) {
            StringProperty value = new SimpleStringProperty(initial(field, given));
            value.addListener((_, _, _) -> changed.run());
            values.put(field.key(), value);
        }
    }

    private static String initial(Field field, Settings given) {
        if (field.type() instanceof FieldType.Table) {
            List<String> lines = new ArrayList<>();
            given.table(field.key()).forEach((key, value) -> lines.add(key + "=" + value));
            return String.join("\n", lines);
        }
        return given.get(field.key()).orElse(field.defaultValue());
    }

    SettingsSchema schema() {
        return schema;
    }

    StringProperty value(Field field) {
        return Objects.requireNonNull(values.get(field.key()), field.key());
    }

    /// Whether the field counts, given the other values.
    boolean applies(Field field) {
        return schema.applies(field, asTyped());
    }

    /// Fills in what a preset or an import says.
    void take(Map<String, String> some) {
        some.forEach((key, value) -> schema.field(key).ifPresent(field -> value(field).set(value)));
    }

    /// The secrets that were typed here, by key.
    Map<String, String> typedSecrets() {
        Map<String, String> typed = new LinkedHashMap<>();
        for (Field field : schema.fields()) {
            String value = value(field).get();
            if (field.type() instanceof FieldType.Secret && !value.isEmpty() && !value.startsWith("@")
                    && applies(field)) {
                typed.put(field.key(), value);
            }
        }
        return typed;
    }

    void keptSecret(String key, String reference) {
        schema.field(key).ifPresent(field -> value(field).set(reference));
    }

    /// What is wrong, where typed secrets count as kept.
    List<SettingProblem> problems() {
        Settings settings = settings();
        for (String key : typedSecrets().keySet()) {
            settings = settings.with(key, "@keyring:" + key);
        }
        return schema.problems(settings);
    }

    /// Only what differs from the defaults and applies.
    Settings settings() {
        Map<String, String> given = new LinkedHashMap<>();
        for (Field field : schema.fields()) {
            String value = value(field).get().strip();
            if (field.type() instanceof FieldType.Table) {
                table(field.key(), value, given);
            } else if (!value.isEmpty() && !value.equals(field.defaultValue()) && applies(field)) {
                given.put(field.key(), value);
            }
        }
        return new Settings(given);
    }

    private Settings asTyped() {
        Map<String, String> typed = new LinkedHashMap<>();
        values.forEach((key, value) -> typed.put(key, value.get()));
        return new Settings(typed);
    }

    private static void table(String key, String text, Map<String, String> into) {
        text.lines().filter(line -> line.contains("=")).forEach(line -> {
            int equals = line.indexOf('=');
            into.put(key + "." + line.substring(0, equals).strip(), line.substring(equals + 1).strip());
        });
    }
}
