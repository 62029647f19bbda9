package dev.brokerscope.api.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a plugin can be told: the desktop draws the form, the command line takes `--set key=value`.
public record SettingsSchema(List<Group> groups, List<Preset> presets) {

    public static final SettingsSchema EMPTY = new SettingsSchema(List.of(), List.of());

    /// A titled part of the form.
    public record Group(String id, String title, boolean advanced, List<Field> fields) {
        public Group {
            fields = List.copyOf(fields);
        }
    }

    /// Values to start from: `Local`, `Confluent Cloud`.
    public record Preset(String id, String title, Map<String, String> values) {
        public Preset {
            values = Map.copyOf(values);
        }
    }

    public SettingsSchema {
        groups = List.copyOf(groups);
        presets = List.copyOf(presets);
    }

    public List<Field> fields() {
        return groups.stream().flatMap(g -> g.fields().stream()).toList();
    }

    public Optional<Field> field(String key) {
        return fields().stream().filter(f -> f.key().equals(key)).findFirst();
    }

    /// Whether the field counts, given the other values.
    public boolean applies(Field field, Settings settings) {
        return field.when().stream().allMatch(w -> w.anyOf().contains(valueOf(w.key(), settings)));
    }

    /// The value, or the field's default, or nothing.
    public String valueOf(String key, Settings settings) {
        return settings.get(key).orElseGet(() -> field(key).map(Field::defaultValue).orElse(""));
    }

    /// Everything wrong with the values, each with a sentence; empty where they can be used. Unknown keys are wrong too.
    public List<SettingProblem> problems(Settings settings) {
        List<SettingProblem> problems = new ArrayList<>();
        for (String key : settings.values().keySet()) {
            if (field(key).isEmpty() && !tableKey(key)) {
                problems.add(new SettingProblem(key, "There is no setting \"" + key + "\"."));
            }
        }
        for (Field field : fields()) {
            if (applies(field, settings)) {
                Optional<String> value = settings.get(field.key()).filter(v -> !v.isBlank());
                if (value.isEmpty() && field.required() && field.defaultValue().isBlank()) {
                    problems.add(new SettingProblem(field.key(), field.label() + " is needed."));
                }
                value.flatMap(field.type()::problem)
                        .ifPresent(p -> problems.add(new SettingProblem(field.key(), field.label() + " " + p)));
            }
        }
        return problems;
    }

    /// `table.some.key` belongs to the field `table` of type [FieldType.Table].
    private boolean tableKey(String key) {
        return fields().stream()
                .anyMatch(f -> f.type() instanceof FieldType.Table && key.startsWith(f.key() + "."));
    }
}
