package dev.brokerscope.plugin.kafka;

import dev.brokerscope.api.broker.Isolation;
import dev.brokerscope.api.channel.ChannelDetails;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.channel.Count;
import dev.brokerscope.api.channel.Fact;
import dev.brokerscope.api.channel.Item;
import dev.brokerscope.api.channel.PartitionInfo;
import dev.brokerscope.api.channel.Section;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.Position;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.config.ConfigResource;

/// Everything Kafka tells of one topic. Requests go out together; what the user may not see is marked.
record KafkaDescription(KafkaAdmin admin) {

    ChannelDetails of(ChannelId channel) throws FaultException, InterruptedException {
        String name = channel.name();
        TopicDescription topic = admin.await(
                admin.describe(name, new DescribeTopicsOptions().includeAuthorizedOperations(true)), "topic " + name);
        var configAsked = TopicConfig.ask(admin, ConfigResource.Type.TOPIC, name);
        var startsAsked = admin.offsets(all(topic, OffsetSpec.earliest()), Isolation.ALL);
        var endsAsked = admin.offsets(all(topic, OffsetSpec.latest()), Isolation.ALL);
        KafkaSizes sizes = KafkaSizes.of(admin, topic);
        var starts = admin.see(startsAsked, "topic " + name);
        var ends = admin.see(endsAsked, "topic " + name);
        Seen<Config> config = admin.see(configAsked, "the configuration of topic " + name);
        List<PartitionInfo> partitions = new ArrayList<>();
        for (TopicPartitionInfo info : topic.partitions()) {
            partitions.add(partition(topic, info, starts, ends, sizes));
        }
        Count count = partitions.stream().map(PartitionInfo::count).reduce(Count::plus).orElse(Count.UNKNOWN);
        return new ChannelDetails(channel, topic.topicId().toString(), partitions, count,
                KafkaProfile.of(config.value().flatMap(c -> TopicConfig.value(c, "message.timestamp.type"))),
                KafkaProfile.ATTRIBUTES,
                List.of(state(topic, sizes), config(config), new KafkaGroups(admin).section(topic)));
    }

    static Map<TopicPartition, OffsetSpec> all(TopicDescription topic, OffsetSpec spec) {
        Map<TopicPartition, OffsetSpec> all = new HashMap<>();
        topic.partitions().forEach(p -> all.put(new TopicPartition(topic.name(), p.partition()), spec));
        return all;
    }

    private static PartitionInfo partition(TopicDescription topic, TopicPartitionInfo info,
            Seen<TopicOffsets> starts,
            Seen<TopicOffsets> ends, KafkaSizes sizes) {
        TopicPartition at = new TopicPartition(topic.name(), info.partition());
        Optional<Position> first = starts.value().map(o -> Position.of(at.partition(), o.at(at)));
        Optional<Position> end = ends.value().map(o -> Position.of(at.partition(), o.at(at)));
        Count count = first.isPresent() && end.isPresent()
                ? Count.atMost(end.get().lo() - first.get().lo()) : Count.UNKNOWN;
        Node leader = info.leader();
        return new PartitionInfo(info.partition(), first, end, count, List.of(
                Item.of("leader", "Leader", leader == null || leader.isEmpty()
                        ? new Fact.Absent("The partition has no leader now.") : new Fact.Text(text(leader))),
                Item.of("replicas", "Replicas", new Fact.Text(ids(info.replicas()))),
                Item.of("isr", "In sync", new Fact.Text(ids(info.isr()))),
                Item.of("size", "Size", sizes.of(at))));
    }

    private static Section state(TopicDescription topic, KafkaSizes sizes) {
        int replication = topic.partitions().isEmpty() ? 0 : topic.partitions().getFirst().replicas().size();
        var operations = topic.authorizedOperations();
        Fact rights = operations == null ? new Fact.Absent("The broker does not tell.")
                : new Fact.Text(operations.stream().map(Enum::name).sorted().collect(Collectors.joining(", ")));
        return Section.of("state", "State", List.of(
                Item.of("topic.id", "Topic id", new Fact.Text(topic.topicId().toString())),
                Item.of("partitions", "Partitions", new Fact.Whole(topic.partitions().size(), "")),
                Item.of("replication.factor", "Replication factor", new Fact.Whole(replication, "")),
                Item.of("size", "Size on disk, one replica", sizes.total()),
                Item.of("internal", "Internal", new Fact.Flag(topic.isInternal())),
                Item.of("rights", "Your rights", rights)));
    }

    private static Section config(Seen<Config> config) {
        return Section.of("config", "Configuration", switch (config) {
            case Seen.Known<Config>(Config known) -> TopicConfig.items(known);
            case Seen.Hidden<Config>(var why) -> List.of(
                    Item.of("config", "Configuration", new Fact.Absent(why.message())));
        });
    }

    private static String text(Node node) {
        return node.id() + " (" + node.host() + ":" + node.port() + ")";
    }

    private static String ids(List<Node> nodes) {
        return nodes.stream().map(Node::idString).collect(Collectors.joining(", "));
    }
}
