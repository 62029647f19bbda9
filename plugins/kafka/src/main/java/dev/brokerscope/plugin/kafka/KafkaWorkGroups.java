package dev.brokerscope.plugin.kafka;

import dev.brokerscope.api.broker.WorkGroups;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.fault.FaultException;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/// Kafka's consumer groups as a way to share work: only their assignment is used, never their offsets.
record KafkaWorkGroups(KafkaAdmin admin) implements WorkGroups {

    @Override
    public Membership join(String group, Set<ChannelId> channels) throws FaultException, InterruptedException {
        try {
            KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(admin.config().member(group),
                    new ByteArrayDeserializer(), new ByteArrayDeserializer());
            return new KafkaMembership(consumer, admin, group,
                    channels.stream().map(ChannelId::name).collect(Collectors.toSet()));
        } catch (KafkaException failed) {
            throw admin.faults().of(failed, "group " + group);
        }
    }
}
