package dev.brokerscope.plugin.kafka;

import dev.brokerscope.api.broker.WorkGroups;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.fault.FaultException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;

/// A consumer that is given partitions and reads none of them. One thread.
final class KafkaMembership implements WorkGroups.Membership {

    private static final Duration FAREWELL = Duration.ofSeconds(5);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final KafkaAdmin admin;
    private final String group;
    private WorkGroups.Revoked revoked = (_, _) -> {
    };

    KafkaMembership(KafkaConsumer<byte[], byte[]> consumer, KafkaAdmin admin, String group, Set<String> topics) {
        this.consumer = consumer;
        this.admin = admin;
        this.group = group;
        consumer.subscribe(topics, new Listener());
    }

    @Override
    public Map<ChannelId, Set<Integer>> tend(Duration maxWait, WorkGroups.Revoked told)
            throws FaultException, InterruptedException {
        revoked = told;
        try {
            consumer.poll(maxWait);
            return byChannel(consumer.assignment());
        } catch (InterruptException interrupted) {
            Thread.interrupted(); // Kafka sets the flag again; the exception says it all
            throw new InterruptedException();
        } catch (KafkaException failed) {
            throw admin.faults().of(failed, "group " + group);
        }
    }

    private static Map<ChannelId, Set<Integer>> byChannel(Collection<TopicPartition> partitions) {
        Map<ChannelId, Set<Integer>> sorted = new HashMap<>();
        partitions.forEach(p -> sorted.computeIfAbsent(KafkaPlugin.topic(p.topic()), _ -> new TreeSet<>())
                .add(p.partition()));
        return sorted;
    }

    private void tell(Collection<TopicPartition> partitions, boolean lost) {
        if (!partitions.isEmpty()) {
            try {
                revoked.revoked(byChannel(partitions), lost);
            } catch (InterruptedException cancelled) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() {
        revoked = (_, _) -> {
        };
        boolean interrupted = Thread.interrupted();
        try {
            consumer.close(CloseOptions.timeout(FAREWELL));
        } catch (KafkaException gone) {
            // the broker gives the member up when its session ends
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Listener implements ConsumerRebalanceListener {

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            consumer.pause(partitions);
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            tell(partitions, false);
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> partitions) {
            tell(partitions, true);
        }
    }
}
