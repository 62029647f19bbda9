package dev.brokerscope.plugin.kafka;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.kafka.common.Uuid;

/// Looks whether the topic is still there while answers to a producer are overdue: the producer itself would try for
/// minutes to find a topic that was deleted. Two looks must agree, since brokers learn of topics one by one.
final class TopicWatch implements AutoCloseable {

    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final int LOOKS = 2;

    private final KafkaAdmin admin;
    private final String topic;
    private final Uuid id;
    private final BooleanSupplier overdue;
    private final Consumer<FaultException> whenGone;
    private final Thread thread;

    /// @param id of the topic as it was found
    /// @param overdue whether something is awaited and nothing was answered since it was asked last
    /// @param whenGone called once, on the watch's own thread
    TopicWatch(KafkaAdmin admin, String topic, Uuid id, BooleanSupplier overdue, Consumer<FaultException> whenGone) {
        this.admin = admin;
        this.topic = topic;
        this.id = id;
        this.overdue = overdue;
        this.whenGone = whenGone;
        this.thread = Thread.ofPlatform().daemon().name("kafka-watch-" + topic).unstarted(this::watch);
    }

    void start() {
        thread.start();
    }

    private void watch() {
        try {
            Optional<FaultException> gone = Optional.empty();
            for (int missed = 0; missed < LOOKS; missed = gone.isPresent() ? missed + 1 : 0) {
                Thread.sleep(EVERY);
                gone = overdue.getAsBoolean() ? look() : Optional.empty();
            }
            gone.ifPresent(whenGone);
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /// Absent where it is there, or nobody can tell.
    private Optional<FaultException> look() throws InterruptedException {
        try {
            return admin.topic(topic).topicId().equals(id) ? Optional.empty()
                    : Optional.of(new FaultException(FaultKind.NOT_FOUND, "kafka.topic-replaced",
                            "The topic " + topic + " was deleted and made anew while it was being written.",
                            "Write it again."));
        } catch (FaultException failed) {
            return failed.kind() == FaultKind.NOT_FOUND ? Optional.of(failed) : Optional.empty();
        }
    }

    /// Does not wait for its thread.
    @Override
    public void close() {
        thread.interrupt();
    }
}
