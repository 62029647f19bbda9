package dev.brokerscope.plugin.kafka;

import dev.brokerscope.api.broker.CursorEvent;
import dev.brokerscope.api.broker.CursorEvent.Notice;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;

/// Looks after a topic while nothing comes: Kafka's consumer waits forever for a deleted topic, and reads a new one of the
/// same name as if it were the old one. Asks without blocking the reader. For the cursor's thread.
final class KafkaWatch {

    private static final Duration IDLE = Duration.ofSeconds(1);
    /// A broker that has just started may not know its topics for a moment.
    private static final int TIMES_UNKNOWN = 2;
    private static final Duration BREATH = Duration.ofMillis(10);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final KafkaAdmin admin;
    private final TopicDescription topic;
    private final long opened = System.nanoTime();
    private long lastProgress = opened;
    private long lastAsked = opened;
    private int unknown;
    private int partitions;
    private Optional<KafkaFuture<TopicDescription>> asked = Optional.empty();

    KafkaWatch(KafkaAdmin admin, TopicDescription topic) {
        this.admin = admin;
        this.topic = topic;
        this.partitions = topic.partitions().size();
    }

    void progressed() {
        lastProgress = System.nanoTime();
    }

    /// The reader was not reading for so long: that nothing came meanwhile says nothing.
    void away(Duration span) {
        lastProgress += span.toNanos();
    }

    /// Since something came.
    Duration quiet() {
        return Duration.ofNanos(System.nanoTime() - lastProgress);
    }

    /// @param bounded whether the reader wants to come to an end
    /// @return a notice, where the topic got more partitions
    Optional<CursorEvent> look(boolean bounded) throws FaultException, InterruptedException {
        long now = System.nanoTime();
        Optional<CursorEvent> found = Optional.empty();
        if (asked.isPresent() && asked.get().isDone()) {
            found = judge(asked.get());
            asked = Optional.empty();
        }
        if (asked.isEmpty() && now - lastProgress > IDLE.toNanos() && now - lastAsked > IDLE.toNanos()) {
            lastAsked = now;
            asked = Optional.of(admin.describe(topic.name(), new DescribeTopicsOptions()));
        }
        if (bounded && now - lastProgress > PATIENCE.toNanos()) {
            throw new FaultException(FaultKind.TIMEOUT, "kafka.stalled", "Topic " + topic.name() + " gave nothing for "
                    + PATIENCE.toSeconds() + " s, though its end is not reached.",
                    "Check that the brokers of its partitions run, then go on from where it stopped.");
        }
        return found;
    }

    /// Waits until the broker says that it still is the same topic. A broker that comes back may need a moment for it.
    ///
    /// @param open throws where nobody waits any more
    void demandSame(Demand open) throws FaultException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        int notFound = 0;
        while (true) {
            try {
                compare(answer(open, deadline));
                return;
            } catch (FaultException e) {
                open.check();
                notFound += e.kind() == FaultKind.NOT_FOUND ? 1 : 0;
                if (notFound > TIMES_UNKNOWN) {
                    throw gone("was deleted while it was read");
                }
                boolean passing = e.kind() == FaultKind.NOT_FOUND || e.kind() == FaultKind.TIMEOUT
                        || e.kind() == FaultKind.UNREACHABLE;
                if (!passing || System.nanoTime() > deadline) {
                    throw e;
                }
                Thread.sleep(IDLE);
            }
        }
    }

    /// A broker that is silent answers after the whole timeout: whoever cancels does not wait for that.
    private TopicDescription answer(Demand open, long deadline) throws FaultException, InterruptedException {
        KafkaFuture<TopicDescription> answer = admin.describe(topic.name(), new DescribeTopicsOptions());
        while (!answer.isDone() && System.nanoTime() < deadline) {
            open.check();
            Thread.sleep(BREATH);
        }
        return admin.await(answer, "topic " + topic.name());
    }

    /// Something that must hold.
    interface Demand {
        void check() throws FaultException;
    }

    /// A topic that took its name while a long reading went on must not be taken for it.
    ///
    /// @return a notice, where the topic got more partitions
    Optional<CursorEvent> atEnd() throws FaultException, InterruptedException {
        if (System.nanoTime() - opened > IDLE.toNanos()) {
            Optional<TopicDescription> now = admin
                    .see(admin.describe(topic.name(), new DescribeTopicsOptions()), "topic " + topic.name()).value();
            if (now.isPresent()) {
                compare(now.get());
                return grown(now.get().partitions().size());
            }
        }
        return Optional.empty();
    }

    private Optional<CursorEvent> judge(KafkaFuture<TopicDescription> answer)
            throws FaultException, InterruptedException {
        try {
            TopicDescription now = answer.get();
            unknown = 0;
            compare(now);
            return grown(now.partitions().size());
        } catch (ExecutionException failed) {
            FaultException why = admin.faults().of(failed, "topic " + topic.name());
            unknown = why.kind() == FaultKind.NOT_FOUND ? unknown + 1 : 0;
            if (unknown >= TIMES_UNKNOWN) {
                throw gone("was deleted while it was read");
            }
            if (why.kind() == FaultKind.NOT_AUTHORISED) {
                throw why;
            }
            return Optional.empty(); // the consumer goes on trying
        }
    }

    private Optional<CursorEvent> grown(int count) {
        if (count <= partitions) {
            return Optional.empty();
        }
        String text = "Topic " + topic.name() + " grew from " + partitions + " to " + count
                + " partitions; the new ones are not read.";
        partitions = count;
        return Optional.of(new Notice(Notice.Kind.PARTITION_ADDED, OptionalInt.empty(), text));
    }

    private void compare(TopicDescription now) throws FaultException {
        if (!now.topicId().equals(topic.topicId())) {
            throw gone("was deleted and created anew while it was read");
        }
    }

    private FaultException gone(String what) {
        return new FaultException(FaultKind.INCOMPLETE, "kafka.topic-deleted",
                "Topic " + topic.name() + " " + what + ".",
                "What was read until then is kept.");
    }
}
