package dev.brokerscope.plugin.kafka;

import dev.brokerscope.api.channel.ChannelDefinition;
import dev.brokerscope.api.channel.SettingOrigin;
import dev.brokerscope.api.fault.FaultException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.config.ConfigResource;

/// The settings that a restore's target has or will have, as far as the user may see them.
record TargetConfig(Map<String, String> values) {

    /// What brokers call the defaults of a topic's settings, where that is not `log.` and the name.
    private static final Map<String, String> BROKER_NAMES = Map.of("max.message.bytes", "message.max.bytes",
            "min.insync.replicas", "min.insync.replicas");
    private static final String[] LOG = {"retention.ms", "retention.bytes", "cleanup.policy", "message.timestamp.type",
        "message.timestamp.before.max.ms", "message.timestamp.after.max.ms"};

    static TargetConfig existing(KafkaAdmin admin, String topic) throws FaultException, InterruptedException {
        Map<String, String> values = new HashMap<>();
        admin.see(TopicConfig.ask(admin, ConfigResource.Type.TOPIC, topic), "topic " + topic).value()
                .ifPresent(c -> c.entries().forEach(e -> {
                    if (e.value() != null) {
                        values.put(e.name(), e.value());
                    }
                }));
        return new TargetConfig(values);
    }

    /// What the definition sets, over the defaults of any one broker.
    static TargetConfig created(KafkaAdmin admin, ChannelDefinition definition)
            throws FaultException, InterruptedException {
        Map<String, String> values = new HashMap<>();
        Optional<Node> broker = admin.see(admin.client().describeCluster().nodes(), "the cluster").value()
                .flatMap(nodes -> nodes.stream().findFirst());
        if (broker.isPresent()) {
            admin.see(TopicConfig.ask(admin, ConfigResource.Type.BROKER, broker.get().idString()), "the broker").value()
                    .ifPresent(c -> defaults(c, values));
        }
        definition.settings().stream().filter(s -> s.origin() == SettingOrigin.SET)
                .forEach(s -> s.value().ifPresent(v -> values.put(s.name(), v)));
        return new TargetConfig(values);
    }

    private static void defaults(Config broker, Map<String, String> values) {
        BROKER_NAMES.forEach((topic, name) -> TopicConfig.value(broker, name).ifPresent(v -> values.put(topic, v)));
        for (String name : LOG) {
            TopicConfig.value(broker, "log." + name).ifPresent(v -> values.put(name, v));
        }
        if (!values.containsKey("retention.ms")) {
            TopicConfig.value(broker, "log.retention.minutes").map(m -> Long.parseLong(m) * 60_000)
                    .or(() -> TopicConfig.value(broker, "log.retention.hours").map(h -> Long.parseLong(h) * 3_600_000))
                    .ifPresent(ms -> values.put("retention.ms", Long.toString(ms)));
        }
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name));
    }

    Optional<Long> number(String name) {
        return text(name).map(Long::parseLong);
    }
}
