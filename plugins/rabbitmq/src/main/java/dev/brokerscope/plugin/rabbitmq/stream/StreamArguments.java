package dev.brokerscope.plugin.rabbitmq.stream;

import dev.brokerscope.api.channel.ChannelDefinition;
import dev.brokerscope.api.channel.ChannelDefinition.Setting;
import dev.brokerscope.api.channel.SettingOrigin;
import dev.brokerscope.plugin.rabbitmq.connect.QueueFacts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// The arguments that a stream is declared with, as settings.
final class StreamArguments {

    static final String MAX_AGE = "x-max-age";
    static final String MAX_LENGTH_BYTES = "x-max-length-bytes";

    private static final String TYPE = "x-queue-type";
    private static final Set<String> NUMBERS = Set.of(MAX_LENGTH_BYTES, "x-stream-max-segment-size-bytes",
            "x-initial-cluster-size", "x-stream-filter-size-bytes");
    private static final Set<String> TEXTS = Set.of(MAX_AGE, "x-queue-leader-locator");
    /// True of every stream.
    private static final Set<String> IMPLIED = Set.of(TYPE, "durable", "auto_delete", "exclusive");

    private StreamArguments() {}

    static ChannelDefinition define(Optional<QueueFacts> facts, int partitions) {
        List<Setting> settings = new TreeMap<>(facts.map(QueueFacts::arguments).orElse(Map.of())).entrySet().stream()
                .filter(e -> !e.getKey().equals(TYPE))
                .map(e -> new Setting(e.getKey(), Optional.of(String.valueOf(e.getValue())), SettingOrigin.SET, false))
                .toList();
        return new ChannelDefinition(partitions, Optional.empty(), settings);
    }

    static Map<String, Object> arguments(ChannelDefinition definition) {
        Map<String, Object> arguments = new HashMap<>();
        arguments.put(TYPE, "stream");
        for (Setting setting : set(definition)) {
            String value = setting.value().orElse("");
            if (NUMBERS.contains(setting.name()) && value.matches("\\d{1,18}")) {
                arguments.put(setting.name(), Long.parseLong(value));
            } else if (TEXTS.contains(setting.name()) && !value.isEmpty()) {
                arguments.put(setting.name(), value);
            }
        }
        return arguments;
    }

    static List<String> notKept(ChannelDefinition definition) {
        Map<String, Object> kept = arguments(definition);
        return set(definition).stream().filter(s -> !kept.containsKey(s.name()) && !IMPLIED.contains(s.name()))
                .map(s -> "A stream has no setting " + s.name() + ".").toList();
    }

    private static List<Setting> set(ChannelDefinition definition) {
        return definition.settings().stream().filter(s -> s.origin() == SettingOrigin.SET && s.value().isPresent())
                .toList();
    }
}
