package dev.brokerscope.plugin.kafka;

import dev.brokerscope.api.channel.ChannelDefinition.Setting;
import dev.brokerscope.api.channel.Fact;
import dev.brokerscope.api.channel.Item;
import dev.brokerscope.api.channel.SettingOrigin;
import dev.brokerscope.api.fault.FaultException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;

/// A topic's configuration as Kafka tells it.
final class TopicConfig {

    private TopicConfig() {}

    static KafkaFuture<Config> ask(KafkaAdmin admin, ConfigResource.Type type, String name) throws FaultException {
        ConfigResource resource = new ConfigResource(type, name);
        return KafkaAdmin.answer(admin.client().describeConfigs(List.of(resource)).values(), resource);
    }

    static Optional<String> value(Config config, String name) {
        return Optional.ofNullable(config.get(name)).map(ConfigEntry::value);
    }

    static List<Item> items(Config config) {
        return sorted(config)
                .map(e -> new Item(e.name(), e.name(), fact(e), origin(e), e.isSensitive())).toList();
    }

    static List<Setting> settings(Config config) {
        return sorted(config)
                .map(e -> new Setting(e.name(), e.isSensitive() ? Optional.empty() : Optional.ofNullable(e.value()),
                        origin(e), e.isSensitive()))
                .toList();
    }

    private static Stream<ConfigEntry> sorted(Config config) {
        return config.entries().stream().sorted(Comparator.comparing(ConfigEntry::name));
    }

    private static SettingOrigin origin(ConfigEntry entry) {
        return switch (entry.source()) {
            case DYNAMIC_TOPIC_CONFIG -> SettingOrigin.SET;
            case DEFAULT_CONFIG -> SettingOrigin.DEFAULT;
            case DYNAMIC_BROKER_LOGGER_CONFIG, DYNAMIC_BROKER_CONFIG, DYNAMIC_DEFAULT_BROKER_CONFIG,
                    STATIC_BROKER_CONFIG,
                    DYNAMIC_CLIENT_METRICS_CONFIG, DYNAMIC_GROUP_CONFIG, UNKNOWN -> SettingOrigin.INHERITED;
        };
    }

    private static Fact fact(ConfigEntry entry) {
        String value = entry.value();
        if (entry.isSensitive() || value == null) {
            return new Fact.Absent(entry.isSensitive() ? "Kafka keeps this value secret." : "No value is set.");
        }
        return switch (entry.type()) {
            case BOOLEAN -> new Fact.Flag(Boolean.parseBoolean(value));
            case INT, LONG, SHORT -> number(entry.name(), value);
            case DOUBLE -> new Fact.Real(Double.parseDouble(value));
            case STRING, LIST, CLASS, PASSWORD, UNKNOWN -> new Fact.Text(value);
        };
    }

    private static Fact number(String name, String value) {
        long number = Long.parseLong(value);
        if (number < 0 || number == Long.MAX_VALUE) {
            return new Fact.Text(number < 0 ? value : "unlimited");
        }
        if (name.endsWith(".ms")) {
            return new Fact.Span(number);
        }
        return name.endsWith(".bytes") ? new Fact.ByteSize(number) : new Fact.Whole(number, "");
    }
}
