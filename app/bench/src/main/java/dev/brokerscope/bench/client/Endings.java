package dev.brokerscope.bench.client;

import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;

/// Small shared words of the plain clients.
final class Endings {

    private Endings() {}

    /// `KEY=VALUE` words as client properties.
    static Properties properties(String bootstrap, List<String> words) {
        Properties properties = new Properties();
        properties.put("bootstrap.servers", bootstrap);
        words.forEach(word -> properties.put(word.substring(0, word.indexOf('=')),
                word.substring(word.indexOf('=') + 1)));
        return properties;
    }

    static List<TopicPartition> partitions(List<PartitionInfo> infos) {
        return infos.stream().map(i -> new TopicPartition(i.topic(), i.partition())).toList();
    }

    static long sum(Map<TopicPartition, Long> offsets) {
        return offsets.values().stream().mapToLong(Long::longValue).sum();
    }
}
