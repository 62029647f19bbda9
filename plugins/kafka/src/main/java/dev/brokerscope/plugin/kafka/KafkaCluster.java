package dev.brokerscope.plugin.kafka;

import dev.brokerscope.api.fault.FaultException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.DescribeClusterResult;
import org.apache.kafka.clients.admin.FeatureMetadata;
import org.apache.kafka.common.Node;

/// The cluster behind a connection.
///
/// @param version as far as the cluster tells: `4.4`
record KafkaCluster(String id, Collection<Node> brokers, Optional<String> version) {

    /// The first `metadata.version` of each release, from Kafka's own list; brokers tell no other version.
    private static final TreeMap<Short, String> RELEASES = new TreeMap<>(Map.ofEntries(
            Map.entry((short) 1, "3.0"), Map.entry((short) 2, "3.1"), Map.entry((short) 3, "3.2"),
            Map.entry((short) 4, "3.3"), Map.entry((short) 8, "3.4"), Map.entry((short) 9, "3.5"),
            Map.entry((short) 12, "3.6"), Map.entry((short) 15, "3.7"), Map.entry((short) 20, "3.8"),
            Map.entry((short) 21, "3.9"), Map.entry((short) 22, "4.0"), Map.entry((short) 26, "4.1"),
            Map.entry((short) 28, "4.2"), Map.entry((short) 30, "4.3"), Map.entry((short) 31, "4.4"),
            Map.entry((short) 34, "4.5 or later")));

    static KafkaCluster of(KafkaAdmin admin) throws FaultException, InterruptedException {
        DescribeClusterResult asked = admin.client().describeCluster();
        var features = admin.client().describeFeatures().featureMetadata();
        Collection<Node> brokers = admin.await(asked.nodes(), "the cluster");
        String id = admin.await(asked.clusterId(), "the cluster");
        Seen<FeatureMetadata> seen = admin.see(features, "the cluster's features");
        return new KafkaCluster(id, brokers, seen.value().flatMap(KafkaCluster::release));
    }

    private static Optional<String> release(FeatureMetadata features) {
        return Optional.ofNullable(features.finalizedFeatures().get("metadata.version"))
                .map(range -> RELEASES.floorEntry(range.maxVersionLevel())).map(Map.Entry::getValue);
    }

    String server() {
        return "Apache Kafka" + version.map(v -> " " + v).orElse("");
    }

    String describe() {
        String count = brokers.size() == 1 ? "1 broker" : brokers.size() + " brokers";
        return server() + ", cluster " + id + ", " + count;
    }
}
