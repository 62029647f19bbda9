package dev.brokerscope.plugin.kafka;

import dev.brokerscope.api.broker.Isolation;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/// Kafka's admin client with our faults. For many threads.
final class KafkaAdmin implements AutoCloseable {

    private final Admin admin;
    private final KafkaClientConfig config;
    private final KafkaFaults faults;
    private volatile boolean closed;

    private KafkaAdmin(Admin admin, KafkaClientConfig config, KafkaFaults faults) {
        this.admin = admin;
        this.config = config;
        this.faults = faults;
    }

    /// Connects nowhere yet.
    static KafkaAdmin of(KafkaClientConfig config, KafkaFaults faults) throws FaultException {
        try {
            return new KafkaAdmin(Admin.create(config.admin()), config, faults);
        } catch (KafkaException failed) {
            throw faults.of(failed, "the cluster");
        }
    }

    KafkaClientConfig config() {
        return config;
    }

    KafkaFaults faults() {
        return faults;
    }

    /// The client itself, for requests.
    Admin client() throws FaultException {
        if (closed) {
            throw closed();
        }
        return admin;
    }

    /// The answer to a request.
    ///
    /// @param what for the sentence of a fault: `topic orders`
    <T> T await(KafkaFuture<T> future, String what) throws FaultException, InterruptedException {
        try {
            return future.get(config.timeout().plusSeconds(5).toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            if (closed) {
                throw closed();
            }
            throw faults.of(failed, what);
        } catch (java.util.concurrent.TimeoutException late) {
            throw faults.of(late, what);
        }
    }

    /// The answer, or why there is none: for what a user may not be allowed to see.
    <T> Seen<T> see(KafkaFuture<T> future, String what) throws FaultException, InterruptedException {
        try {
            return new Seen.Known<>(await(future, what));
        } catch (FaultException hidden) {
            if (hidden.kind() == FaultKind.CLOSED) {
                throw hidden;
            }
            return new Seen.Hidden<>(hidden.fault());
        }
    }

    TopicDescription topic(String name) throws FaultException, InterruptedException {
        return await(describe(name, new DescribeTopicsOptions()), "topic " + name);
    }

    /// Asks for one topic.
    KafkaFuture<TopicDescription> describe(String name, DescribeTopicsOptions options) throws FaultException {
        return client().describeTopics(List.of(name), options).allTopicNames().thenApply(all -> answer(all, name));
    }

    /// What the client must have put into its answer.
    static <K, V> V answer(Map<K, V> answers, K key) {
        return Optional.ofNullable(answers.get(key))
                .orElseThrow(() -> new IllegalStateException("No answer for " + key));
    }

    KafkaFuture<TopicOffsets> offsets(Map<TopicPartition, OffsetSpec> wanted,
            Isolation isolation) throws FaultException {
        IsolationLevel level = switch (isolation) {
            case COMMITTED -> IsolationLevel.READ_COMMITTED;
            case ALL -> IsolationLevel.READ_UNCOMMITTED;
        };
        return client().listOffsets(wanted, new ListOffsetsOptions(level)).all().thenApply(TopicOffsets::of);
    }

    FaultException closed() {
        return new FaultException(FaultKind.CLOSED, "session.closed", "The connection to " + faults.where()
                + " is closed.", "Connect again.");
    }

    boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        closed = true;
        boolean interrupted = Thread.interrupted();
        admin.close(Duration.ZERO);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
