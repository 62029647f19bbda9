package dev.brokerscope.kafka.testkit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/// Creates topics for tests. Their retention is unlimited unless said, so that old timestamps stay.
public record Topics(KafkaServer server) {

    /// A topic name that nobody else uses.
    public static String fresh(String stem) {
        return stem + "-" + UUID.randomUUID().toString().substring(0, 8);
    }

    /// Creates a topic and returns its name when each partition can be written.
    public String create(String name, int partitions, Map<String, String> config) {
        Map<String, String> all = new LinkedHashMap<>(Map.of("retention.ms", "-1"));
        all.putAll(config);
        create(List.of(new NewTopic(name, Optional.of(partitions), Optional.of((short) 1)).configs(all)));
        return name;
    }

    /// Creates topics as they are described, and returns when each partition can be written.
    ///
    /// A broker names a new partition's leader a moment before that takes records. A producer with several requests
    /// under way can then have its second batch taken before its first, which is refused as out of sequence for ever.
    public void create(List<NewTopic> topics) {
        try (Admin admin = Admin.create(server.clientProperties(Listener.PLAIN))) {
            admin.createTopics(topics).all().get();
            while (!takesRecords(admin, topics)) {
                Thread.sleep(20);
            }
        } catch (ExecutionException failed) {
            throw new IllegalStateException("Topics could not be created: " + failed.getMessage(), failed);
        } catch (InterruptedException cancelled) {
            throw interrupted(cancelled);
        }
    }

    /// The broker may not know a topic yet that it has just created.
    private static boolean takesRecords(Admin admin, List<NewTopic> topics)
            throws ExecutionException, InterruptedException {
        try {
            admin.listOffsets(topics.stream().flatMap(Topics::partitions)
                    .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()))).all().get();
            return true;
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof UnknownTopicOrPartitionException) {
                return false;
            }
            throw failed;
        }
    }

    /// Deletes a topic.
    public void delete(String name) {
        try (Admin admin = Admin.create(server.clientProperties(Listener.PLAIN))) {
            admin.deleteTopics(List.of(name)).all().get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("The topic " + name + " could not be deleted", failed);
        } catch (InterruptedException cancelled) {
            throw interrupted(cancelled);
        }
    }

    private static Stream<TopicPartition> partitions(NewTopic topic) {
        return IntStream.range(0, topic.numPartitions())
                .mapToObj(partition -> new TopicPartition(topic.name(), partition));
    }

    private static IllegalStateException interrupted(InterruptedException cancelled) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("Interrupted", cancelled);
    }
}
