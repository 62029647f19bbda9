package dev.brokerscope.plugin.kafka;

import dev.brokerscope.api.broker.ChannelDefinitions;
import dev.brokerscope.api.channel.ChannelDefinition;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.fault.FaultException;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;

/// What a topic was created with; without settings where the user may not see them.
record KafkaDefinitions(KafkaAdmin admin) implements ChannelDefinitions {

    @Override
    public ChannelDefinition define(ChannelId channel) throws FaultException, InterruptedException {
        TopicDescription topic = admin.topic(channel.name());
        Seen<Config> config = admin.see(TopicConfig.ask(admin, ConfigResource.Type.TOPIC, channel.name()),
                "the configuration of topic " + channel.name());
        return new ChannelDefinition(topic.partitions().size(),
                topic.partitions().stream().findFirst().map(p -> p.replicas().size()),
                config.value().map(TopicConfig::settings).orElse(List.of()));
    }

    static Optional<Integer> brokers(KafkaAdmin admin) throws FaultException, InterruptedException {
        return admin.see(admin.client().describeCluster().nodes(), "the cluster").value().map(n -> n.size());
    }
}
