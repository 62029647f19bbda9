package dev.brokerscope.plugin.kafka;

import dev.brokerscope.api.broker.Extension;
import dev.brokerscope.api.broker.Host;
import dev.brokerscope.api.broker.Isolation;
import dev.brokerscope.api.broker.ListQuery;
import dev.brokerscope.api.broker.OpenRequest;
import dev.brokerscope.api.broker.Page;
import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.channel.ChannelDetails;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.channel.ChannelNode;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.api.settings.Settings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;

/// A reading connection to a cluster: one admin client, and a consumer of its own for each cursor.
final class KafkaSession implements Session {

    private final KafkaAdmin admin;
    private final KafkaCluster cluster;
    private final List<Extension> extensions;
    private final Set<KafkaCursor> cursors = ConcurrentHashMap.newKeySet();

    private KafkaSession(KafkaAdmin admin, KafkaCluster cluster) {
        this.admin = admin;
        this.cluster = cluster;
        this.extensions = List.of(new KafkaGroups(admin), new KafkaDefinitions(admin), new KafkaTargetChecks(admin),
                new KafkaObjects(admin), new KafkaWorkGroups(admin));
    }

    static KafkaSession connect(Settings settings, Host host) throws FaultException, InterruptedException {
        KafkaClientConfig config = KafkaClientConfig.of(settings, host);
        TcpProbe.demandAnyOf(KafkaClientConfig.addresses(settings));
        KafkaFaults faults = new KafkaFaults(settings.get(KafkaSettings.BOOTSTRAP, ""), config.timeout());
        KafkaAdmin admin = KafkaAdmin.of(config, faults);
        try {
            return new KafkaSession(admin, KafkaCluster.of(admin));
        } catch (FaultException | InterruptedException failed) {
            admin.close();
            throw failed;
        }
    }

    KafkaAdmin admin() {
        return admin;
    }

    @Override
    public String server() {
        return cluster.server();
    }

    @Override
    public Optional<String> clusterId() {
        return Optional.of(cluster.id());
    }

    @Override
    public Page<ChannelNode> list(Optional<ChannelId> parent, ListQuery query)
            throws FaultException, InterruptedException {
        admin.client();
        return parent.isPresent() ? new Page<>(List.of(), Optional.empty()) : new KafkaListing(admin).page(query);
    }

    @Override
    public ChannelDetails describe(ChannelId channel) throws FaultException, InterruptedException {
        return new KafkaDescription(admin).of(channel);
    }

    @Override
    public Map<ChannelId, List<Position>> ends(Set<ChannelId> channels, Isolation isolation)
            throws FaultException, InterruptedException {
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        Map<ChannelId, List<TopicPartition>> partitions = partitions(channels);
        partitions.values().forEach(all -> all.forEach(p -> wanted.put(p, OffsetSpec.latest())));
        var offsets = admin.await(admin.offsets(wanted, isolation), "the ends of " + channels.size() + " topics");
        Map<ChannelId, List<Position>> ends = new LinkedHashMap<>();
        partitions.forEach((channel, all) -> ends.put(channel,
                all.stream().map(p -> Position.of(p.partition(), offsets.at(p))).toList()));
        return ends;
    }

    private Map<ChannelId, List<TopicPartition>> partitions(Set<ChannelId> channels)
            throws FaultException, InterruptedException {
        var asked = admin.client().describeTopics(channels.stream().map(ChannelId::name).toList()).topicNameValues();
        Map<ChannelId, List<TopicPartition>> partitions = new LinkedHashMap<>();
        for (ChannelId channel : channels) {
            List<TopicPartition> all = new ArrayList<>();
            for (TopicPartitionInfo info : admin.await(KafkaAdmin.answer(asked, channel.name()),
                    "topic " + channel.name()).partitions()) {
                all.add(new TopicPartition(channel.name(), info.partition()));
            }
            partitions.put(channel, all);
        }
        return partitions;
    }

    @Override
    public KafkaCursor open(OpenRequest request) throws FaultException, InterruptedException {
        KafkaPlan plan = new KafkaPlanner(admin).plan(request);
        KafkaCursor cursor = KafkaCursor.open(admin, request, plan, cursors::remove);
        cursors.add(cursor);
        if (admin.isClosed()) {
            cursor.close();
            throw admin.closed();
        }
        return cursor;
    }

    @Override
    public <T extends Extension> Optional<T> extension(Class<T> type) {
        return extensions.stream().filter(type::isInstance).map(type::cast).findFirst();
    }

    @Override
    public void close() {
        admin.close();
        cursors.forEach(KafkaCursor::close);
    }
}
