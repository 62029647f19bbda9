package dev.brokerscope.plugin.kafka;

import dev.brokerscope.api.broker.Isolation;
import dev.brokerscope.api.broker.ListQuery;
import dev.brokerscope.api.broker.Page;
import dev.brokerscope.api.channel.ChannelNode;
import dev.brokerscope.api.channel.ChannelNode.Role;
import dev.brokerscope.api.channel.Count;
import dev.brokerscope.api.fault.FaultException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.admin.TopicListing;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;

/// Lists topics. Names come in one request; counts and traits are asked for the topics of the page only, each in one
/// round, and left out where they may not be seen.
record KafkaListing(KafkaAdmin admin) {

    private static final Set<Role> ROLES = Set.of(Role.SOURCE, Role.TARGET);

    Page<ChannelNode> page(ListQuery query) throws FaultException, InterruptedException {
        String wanted = query.contains().toLowerCase(Locale.ROOT);
        List<TopicListing> found = admin
                .await(admin.client().listTopics(new ListTopicsOptions().listInternal(true)).listings(), "the topics")
                .stream()
                .filter(t -> query.internal() || !internal(t))
                .filter(t -> t.name().toLowerCase(Locale.ROOT).contains(wanted))
                .filter(t -> query.continueAt().map(last -> t.name().compareTo(last) > 0).orElse(true))
                .sorted(Comparator.comparing(TopicListing::name))
                .limit(query.limit() + 1L)
                .toList();
        boolean more = found.size() > query.limit();
        List<TopicListing> page = more ? found.subList(0, query.limit()) : found;
        Map<String, Count> counts = query.counts() ? counts(page) : Map.of();
        Set<String> compacted = query.counts() ? compacted(page) : Set.of();
        return new Page<>(
                page.stream().map(t -> new ChannelNode(KafkaPlugin.topic(t.name()), t.name(), ROLES, internal(t), false,
                        counts.getOrDefault(t.name(), Count.UNKNOWN),
                        compacted.contains(t.name()) ? Set.of("compacted") : Set.of())).toList(),
                more ? Optional.of(page.getLast().name()) : Optional.empty());
    }

    private static boolean internal(TopicListing topic) {
        return topic.isInternal() || topic.name().startsWith("__");
    }

    private Map<String, Count> counts(List<TopicListing> page) throws FaultException, InterruptedException {
        var described = admin.client().describeTopics(page.stream().map(TopicListing::name).toList()).topicNameValues();
        Map<TopicPartition, OffsetSpec> first = new HashMap<>();
        Map<TopicPartition, OffsetSpec> last = new HashMap<>();
        for (TopicListing topic : page) {
            Seen<TopicDescription> seen =
                    admin.see(KafkaAdmin.answer(described, topic.name()), "topic " + topic.name());
            seen.value().ifPresent(d -> d.partitions().forEach(p -> {
                first.put(new TopicPartition(d.name(), p.partition()), OffsetSpec.earliest());
                last.put(new TopicPartition(d.name(), p.partition()), OffsetSpec.latest());
            }));
        }
        if (first.isEmpty()) {
            return Map.of();
        }
        var begins = admin.offsets(first, Isolation.ALL);
        var ends = admin.see(admin.offsets(last, Isolation.ALL), "the topics").value();
        var starts = admin.see(begins, "the topics").value();
        return starts.isPresent() && ends.isPresent() ? counts(starts.get(), ends.get()) : Map.of();
    }

    private static Map<String, Count> counts(TopicOffsets starts, TopicOffsets ends) {
        Map<String, Count> counts = new HashMap<>();
        starts.byPartition().forEach((partition, start) -> counts.merge(partition.topic(),
                Count.atMost(ends.at(partition) - start), Count::plus));
        return counts;
    }

    private Set<String> compacted(List<TopicListing> page) throws FaultException, InterruptedException {
        var asked = admin.client().describeConfigs(page.stream()
                .map(t -> new ConfigResource(ConfigResource.Type.TOPIC, t.name())).toList()).values();
        Set<String> compacted = new java.util.HashSet<>();
        for (var entry : asked.entrySet()) {
            Seen<Config> config = admin.see(entry.getValue(), "topic " + entry.getKey().name());
            if (config.value().map(c -> KafkaGaps.compacts(TopicConfig.value(c, "cleanup.policy"))).orElse(false)) {
                compacted.add(entry.getKey().name());
            }
        }
        return compacted;
    }
}
