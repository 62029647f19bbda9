package dev.brokerscope.plugin.kafka;

import static dev.brokerscope.plugin.kafka.KafkaSettings.SCHEMA;

import dev.brokerscope.api.broker.Host;
import dev.brokerscope.api.broker.Isolation;
import dev.brokerscope.api.broker.OpenRequest;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.settings.FieldType;
import dev.brokerscope.api.settings.Settings;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.producer.ProducerConfig;

/// The properties of Kafka's clients, made from a connection's settings. Holds secrets: never log it.
final class KafkaClientConfig {

    /// The share of the heap that one cursor's fetches may take.
    private static final int FETCH_BUDGET = 32 << 20;
    private static final int SMALLEST_BUDGET = 4 << 20;
    private static final long FETCHES_PER_BATCH = 8;
    /// Records of one poll are in memory at once, decompressed.
    private static final int LARGEST_POLL = 1_000;
    private static final int SMALLEST_FETCH = 64 << 10;
    private static final int LARGEST_FETCH = 1 << 20;
    private static final int LARGEST_MESSAGE = 1 << 30;
    private static final int BATCH = 256 << 10;

    private final Map<String, Object> common;
    private final Duration timeout;
    private final String compression;

    private KafkaClientConfig(Map<String, Object> common, Duration timeout, String compression) {
        this.common = Map.copyOf(common);
        this.timeout = timeout;
        this.compression = compression;
    }

    static KafkaClientConfig of(Settings settings, Host host) throws FaultException {
        // nothing in a property may ask Kafka to read a file or a variable
        System.setProperty("org.apache.kafka.automatic.config.providers", "none");
        NativeLz4.prefer();
        Duration timeout =
                FieldType.Span.parse(SCHEMA.valueOf(KafkaSettings.TIMEOUT, settings)).orElse(Duration.ofSeconds(15));
        int millis = (int) Math.min(Integer.MAX_VALUE, Math.max(1_000, timeout.toMillis()));
        Map<String, Object> common = new LinkedHashMap<>();
        common.put("bootstrap.servers", String.join(",", addresses(settings).stream().map(Address::text).toList()));
        String suffix = settings.get(KafkaSettings.CLIENT_ID, "");
        common.put("client.id", suffix.isEmpty() ? "brokerscope" : "brokerscope-" + suffix);
        common.put("request.timeout.ms", millis);
        common.put("default.api.timeout.ms", millis);
        common.put("socket.connection.setup.timeout.ms", (long) Math.min(millis, 10_000));
        common.put("reconnect.backoff.max.ms", 1_000L);
        common.put("metric.reporters", "");
        common.put("enable.metrics.push", false);
        common.putAll(new KafkaSecurity(settings, new SecretReader(settings, host)).properties());
        common.putAll(ExtraProperties.checked(settings.table(KafkaSettings.PROPERTIES)));
        return new KafkaClientConfig(common, timeout, SCHEMA.valueOf(KafkaSettings.COMPRESSION, settings));
    }

    static List<Address> addresses(Settings settings) {
        return Address.list(settings.get(KafkaSettings.BOOTSTRAP, ""), 9092);
    }

    Duration timeout() {
        return timeout;
    }

    boolean compresses() {
        return !compression.equals("none");
    }

    Map<String, Object> admin() {
        Map<String, Object> admin = named("admin");
        for (String unknown : List.of("check.crcs", "batch.size", "linger.ms", "buffer.memory", "max.request.size",
                "max.block.ms", "delivery.timeout.ms")) {
            admin.remove(unknown);
        }
        return admin;
    }

    /// A consumer without a group that commits nothing, creates nothing and never jumps by itself. Fetches shrink as
    /// partitions grow in number, and as whoever reads wants smaller batches.
    Map<String, Object> consumer(int partitions, Isolation isolation, OpenRequest.Limits limits) {
        Map<String, Object> consumer = named("read");
        consumer.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        consumer.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        consumer.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        consumer.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, switch (isolation) {
            case COMMITTED -> "read_committed";
            case ALL -> "read_uncommitted";
        });
        consumer.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, Math.clamp(limits.messages(), 1, LARGEST_POLL));
        int budget = Math.clamp(FETCHES_PER_BATCH * limits.bytes(), SMALLEST_BUDGET, FETCH_BUDGET);
        int each = Math.clamp(budget / Math.max(1, partitions), SMALLEST_FETCH, LARGEST_FETCH);
        consumer.putIfAbsent(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, each);
        consumer.putIfAbsent(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, budget / 2);
        consumer.putIfAbsent(ConsumerConfig.RECEIVE_BUFFER_CONFIG, 1 << 20);
        return consumer;
    }

    /// A member of a group that is given partitions, commits nothing and reads nothing. Offsets of its own are needed
    /// nowhere; where to begin has to be said all the same.
    Map<String, Object> member(String group) {
        Map<String, Object> member = named("work");
        member.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        member.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        member.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
        member.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        member.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, List.of(CooperativeStickyAssignor.class));
        member.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
        member.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 2_000);
        member.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 30_000L);
        return member;
    }

    /// A producer that waits for all replicas and repeats without duplicates.
    ///
    /// @param largestBatch of the topic: the producer halves a refused batch down to its own batch size only, and would
    ///        try a larger one again until it gives up
    /// @param transaction the transactional id, for a producer that writes in transactions
    Map<String, Object> producer(long largestBatch, Optional<String> transaction) {
        Map<String, Object> producer = named("write");
        producer.put(ProducerConfig.ACKS_CONFIG, "all");
        producer.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        producer.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, compression.toLowerCase(Locale.ROOT));
        producer.putIfAbsent(ProducerConfig.BATCH_SIZE_CONFIG, Math.clamp(largestBatch, 0, BATCH));
        producer.putIfAbsent(ProducerConfig.LINGER_MS_CONFIG, 10L);
        producer.putIfAbsent(ProducerConfig.BUFFER_MEMORY_CONFIG, 64L << 20);
        producer.putIfAbsent(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_MESSAGE);
        producer.putIfAbsent(ProducerConfig.MAX_BLOCK_MS_CONFIG, Math.max(1_000, timeout.toMillis()));
        transaction.ifPresent(id -> producer.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, id));
        producer.remove("default.api.timeout.ms");
        return producer;
    }

    private Map<String, Object> named(String role) {
        Map<String, Object> copy = new LinkedHashMap<>(common);
        copy.put("client.id", common.get("client.id") + "-" + role);
        return copy;
    }
}
