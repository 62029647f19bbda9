package dev.brokerscope.plugin.kafka;

import dev.brokerscope.api.broker.ChannelCreation;
import dev.brokerscope.api.broker.Isolation;
import dev.brokerscope.api.channel.ChannelDefinition;
import dev.brokerscope.api.channel.ChannelDefinition.Setting;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.channel.SettingOrigin;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.CreateTopicsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;

/// Creates topics with the settings that were set on the original itself, and says which the broker did not take.
record KafkaCreation(KafkaAdmin admin) implements ChannelCreation {

    @Override
    public List<String> create(ChannelId channel, ChannelDefinition definition)
            throws FaultException, InterruptedException {
        List<String> lost = new ArrayList<>();
        Optional<Short> replication = replication(definition, lost);
        Map<String, String> settings = new LinkedHashMap<>();
        for (Setting setting : definition.settings()) {
            if (setting.origin() == SettingOrigin.SET) {
                setting.value().ifPresentOrElse(value -> settings.put(setting.name(), value),
                        () -> lost.add("Setting " + setting.name() + " was left out: its value is secret or unknown."));
            }
        }
        try {
            create(channel, definition, replication, settings, false);
        } catch (FaultException declined) {
            if (declined.kind() != FaultKind.REJECTED || settings.isEmpty()) {
                throw declined;
            }
            create(channel, definition, replication, accepted(channel, definition, replication, settings, lost), false);
        }
        await(channel, definition.partitions());
        return lost;
    }

    /// Asks for each setting alone, without creating anything: brokers name only the first they dislike.
    private Map<String, String> accepted(ChannelId channel, ChannelDefinition definition, Optional<Short> replication,
            Map<String, String> settings, List<String> lost) throws FaultException, InterruptedException {
        Map<String, String> accepted = new LinkedHashMap<>();
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            try {
                create(channel, definition, replication, Map.of(setting.getKey(), setting.getValue()), true);
                accepted.put(setting.getKey(), setting.getValue());
            } catch (FaultException declined) {
                if (declined.kind() != FaultKind.REJECTED) {
                    throw declined;
                }
                lost.add("Setting " + setting.getKey() + "=" + setting.getValue() + " was left out: "
                        + declined.fault().message());
            }
        }
        return accepted;
    }

    private void create(ChannelId channel, ChannelDefinition definition, Optional<Short> replication,
            Map<String, String> settings, boolean onlyTry) throws FaultException, InterruptedException {
        NewTopic topic =
                new NewTopic(channel.name(), Optional.of(definition.partitions()), replication).configs(settings);
        admin.await(admin.client().createTopics(List.of(topic), new CreateTopicsOptions().validateOnly(onlyTry)).all(),
                "topic " + channel.name());
    }

    private Optional<Short> replication(ChannelDefinition definition, List<String> lost)
            throws FaultException, InterruptedException {
        Optional<Integer> wanted = definition.replication();
        Optional<Integer> brokers = KafkaDefinitions.brokers(admin);
        if (wanted.isPresent() && brokers.isPresent() && wanted.get() > brokers.get()) {
            lost.add("Replication factor " + wanted.get() + " became " + brokers.get()
                    + ": the cluster has no more brokers.");
            return brokers.map(Integer::shortValue);
        }
        return wanted.map(Integer::shortValue);
    }

    /// A created topic takes records only a moment later. A producer with several requests under way could then have its
    /// second batch taken before its first, which is out of sequence for ever.
    private void await(ChannelId channel, int partitions) throws FaultException, InterruptedException {
        long deadline = System.nanoTime() + admin.config().timeout().toNanos();
        while (System.nanoTime() < deadline && !ready(channel, partitions)) {
            Thread.sleep(Duration.ofMillis(20));
        }
    }

    private boolean ready(ChannelId channel, int partitions) throws FaultException, InterruptedException {
        try {
            TopicDescription topic = admin.topic(channel.name());
            admin.await(admin.offsets(KafkaDescription.all(topic, OffsetSpec.latest()), Isolation.ALL),
                    "topic " + channel.name());
            return topic.partitions().size() == partitions;
        } catch (FaultException notYet) {
            if (notYet.kind() != FaultKind.NOT_FOUND) {
                throw notYet;
            }
            return false;
        }
    }

    @Override
    public void delete(ChannelId channel) throws FaultException, InterruptedException {
        admin.await(admin.client().deleteTopics(List.of(channel.name())).all(), "topic " + channel.name());
        long deadline = System.nanoTime() + admin.config().timeout().toNanos();
        while (System.nanoTime() < deadline && exists(channel)) {
            Thread.sleep(Duration.ofMillis(20));
        }
    }

    private boolean exists(ChannelId channel) throws FaultException, InterruptedException {
        try {
            admin.topic(channel.name());
            return true;
        } catch (FaultException gone) {
            if (gone.kind() != FaultKind.NOT_FOUND) {
                throw gone;
            }
            return false;
        }
    }
}
