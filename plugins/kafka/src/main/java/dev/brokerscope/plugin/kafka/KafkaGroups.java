package dev.brokerscope.plugin.kafka;

import dev.brokerscope.api.broker.GroupStates;
import dev.brokerscope.api.broker.Isolation;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.channel.Count;
import dev.brokerscope.api.channel.Fact;
import dev.brokerscope.api.channel.Item;
import dev.brokerscope.api.channel.Section;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.Position;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/// Consumer groups and their lag, read from the coordinator: no group is joined.
record KafkaGroups(KafkaAdmin admin) implements GroupStates {

    @Override
    public List<GroupState> groups(ChannelId channel) throws FaultException, InterruptedException {
        return groups(admin.topic(channel.name()));
    }

    Section section(TopicDescription topic) throws FaultException, InterruptedException {
        try {
            List<GroupState> groups = groups(topic);
            return new Section("groups", "Consumer groups", groups.stream()
                    .map(g -> Item.of(g.name(), g.name(), new Fact.Counted(g.lag()))).toList(),
                    groups.stream().map(KafkaGroups::section).toList());
        } catch (FaultException hidden) {
            if (hidden.kind() == FaultKind.CLOSED) {
                throw hidden;
            }
            return Section.of("groups", "Consumer groups", List.of(
                    Item.of("groups", "Consumer groups", new Fact.Absent(hidden.fault().message()))));
        }
    }

    private static Section section(GroupState group) {
        List<Item> items = new ArrayList<>(List.of(
                Item.of("state", "State", new Fact.Text(group.state())),
                Item.of("type", "Type", new Fact.Text(group.kind())),
                Item.of("lag", "Lag", new Fact.Counted(group.lag()))));
        group.progress().forEach(p -> items.add(Item.of("partition." + p.partition(),
                "Partition " + p.partition() + ", next offset", new Fact.Whole(p.next().lo(), ""))));
        return Section.of(group.name(), group.name(), items);
    }

    private List<GroupState> groups(TopicDescription topic) throws FaultException, InterruptedException {
        List<GroupListing> listed = admin
                .await(admin.client().listGroups(ListGroupsOptions.forConsumerGroups()).valid(), "the consumer groups")
                .stream().sorted(Comparator.comparing(GroupListing::groupId)).toList();
        if (listed.isEmpty()) {
            return List.of();
        }
        Map<TopicPartition, OffsetSpec> partitions = KafkaDescription.all(topic, OffsetSpec.latest());
        var endsAsked = admin.offsets(partitions, Isolation.COMMITTED);
        Map<String, ListConsumerGroupOffsetsSpec> wanted = new LinkedHashMap<>();
        listed.forEach(g -> wanted.put(g.groupId(),
                new ListConsumerGroupOffsetsSpec().topicPartitions(partitions.keySet())));
        var committed = admin.client().listConsumerGroupOffsets(wanted);
        TopicOffsets ends = admin.await(endsAsked, "topic " + topic.name());
        List<GroupState> states = new ArrayList<>();
        for (GroupListing group : listed) {
            var seen = admin.see(committed.partitionsToOffsetAndMetadata(group.groupId()), "group " + group.groupId());
            seen.value().flatMap(offsets -> state(group, offsets, ends)).ifPresent(states::add);
        }
        return states;
    }

    private static Optional<GroupState> state(GroupListing group, Map<TopicPartition, OffsetAndMetadata> offsets,
            TopicOffsets ends) {
        List<Progress> progress = new ArrayList<>();
        long lag = 0;
        for (Map.Entry<TopicPartition, OffsetAndMetadata> entry : offsets.entrySet()) {
            OffsetAndMetadata at = entry.getValue();
            if (at != null) {
                int partition = entry.getKey().partition();
                progress.add(
                        new Progress(partition, Position.of(partition, at.offset()), at.metadata(), at.leaderEpoch(),
                                Optional.empty()));
                lag += Math.max(0, ends.at(entry.getKey()) - at.offset());
            }
        }
        progress.sort(Comparator.comparingInt(Progress::partition));
        return progress.isEmpty() ? Optional.empty() : Optional.of(new GroupState(group.groupId(), "",
                group.type().map(Object::toString).orElse("Classic"),
                group.groupState().map(Object::toString).orElse("Unknown"), Count.atMost(lag), progress));
    }
}
