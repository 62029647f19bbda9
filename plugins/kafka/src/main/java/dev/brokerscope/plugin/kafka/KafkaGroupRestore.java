package dev.brokerscope.plugin.kafka;

import dev.brokerscope.api.broker.GroupRestore;
import dev.brokerscope.api.broker.GroupStates.GroupState;
import dev.brokerscope.api.broker.GroupStates.Progress;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.fault.FaultException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/// Sets a group's offsets. The leader epoch is not taken over: it belongs to the log the offset came from.
record KafkaGroupRestore(KafkaAdmin admin) implements GroupRestore {

    @Override
    public List<String> restore(ChannelId channel, GroupState state) throws FaultException, InterruptedException {
        int partitions = admin.topic(channel.name()).partitions().size();
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        List<String> lost = new ArrayList<>();
        for (Progress progress : state.progress()) {
            if (progress.partition() < partitions) {
                offsets.put(new TopicPartition(channel.name(), progress.partition()),
                        new OffsetAndMetadata(progress.next().lo(), progress.metadata()));
            } else {
                lost.add("Group " + state.name() + ": topic " + channel.name() + " has no partition "
                        + progress.partition() + ".");
            }
            if (progress.pending().isPresent()) {
                lost.add("Group " + state.name() + ": Kafka knows no unacknowledged messages.");
            }
        }
        if (!offsets.isEmpty()) {
            admin.await(admin.client().alterConsumerGroupOffsets(state.name(), offsets).all(), "group " + state.name());
        }
        return lost;
    }
}
