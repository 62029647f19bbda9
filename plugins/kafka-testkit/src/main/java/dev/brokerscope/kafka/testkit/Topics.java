package dev.brokerscope.kafka.testkit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/// Creates topics for tests. Their retention is unlimited unless said, so that old timestamps stay.
public record Topics(KafkaServer server) {

    /// A topic name that nobody else uses.
    public static String fresh(String stem) {
        return stem + "-" + UUID.randomUUID().toString().substring(0, 8);
    }

    /// Creates a topic and returns its name when the broker lists its partitions with their leaders.
    public String create(String name, int partitions, Map<String, String> config) {
        Map<String, String> all = new LinkedHashMap<>(Map.of("retention.ms", "-1"));
        all.putAll(config);
        try (Admin admin = Admin.create(server.clientProperties(Listener.PLAIN))) {
            NewTopic topic = new NewTopic(name, Optional.of(partitions), Optional.of((short) 1)).configs(all);
            admin.createTopics(List.of(topic)).all().get();
            while (!complete(admin, name, partitions)) {
                Thread.sleep(20);
            }
            return name;
        } catch (ExecutionException failed) {
            throw new IllegalStateException("The topic " + name + " could not be created", failed);
        } catch (InterruptedException cancelled) {
            throw interrupted(cancelled);
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

    private static boolean complete(Admin admin, String name, int partitions) throws InterruptedException {
        try {
            var described = admin.describeTopics(List.of(name)).allTopicNames().get().get(name);
            return described != null && described.partitions().size() == partitions
                    && described.partitions().stream().allMatch(partition -> partition.leader() != null);
        } catch (ExecutionException notYet) {
            return false;
        }
    }

    private static IllegalStateException interrupted(InterruptedException cancelled) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("Interrupted", cancelled);
    }
}
