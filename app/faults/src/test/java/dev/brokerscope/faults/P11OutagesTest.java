package dev.brokerscope.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.api.broker.Batch;
import dev.brokerscope.api.broker.Cursor;
import dev.brokerscope.api.broker.End;
import dev.brokerscope.api.broker.Isolation;
import dev.brokerscope.api.broker.OpenRequest;
import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.broker.Start;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.core.connection.OpenConnection;
import dev.brokerscope.faults.harness.Campaign;
import dev.brokerscope.faults.net.FaultProxy;
import dev.brokerscope.faults.net.FaultProxy.Fault;
import dev.brokerscope.kafka.testkit.BulkTopic;
import dev.brokerscope.kafka.testkit.KafkaServer;
import dev.brokerscope.kafka.testkit.KafkaSetup;
import dev.brokerscope.kafka.testkit.Listener;
import dev.brokerscope.kafka.testkit.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// P11: a broker that stops, restarts or goes silent, and a network that breaks, never hang the program: a reading goes on
/// where it was or ends with a fault and continues from its checkpoint, and cancel works at once.
@EnabledOnOs(value = OS.LINUX, disabledReason = "brokers are paused by signals")
class P11OutagesTest {

    private static final int MESSAGES = 3_000;
    private static final Duration LIVELY = Duration.ofSeconds(90);
    private static final Duration CANCELLED_WITHIN = Duration.ofSeconds(5);

    @TempDir
    Path folder;

    private FaultProxy proxy;
    private KafkaServer kafka;
    private AtKafka program;
    private String topic;

    @BeforeEach
    void start() throws Exception {
        proxy = new FaultProxy();
        kafka = KafkaServer.start(KafkaSetup.plain().behind(proxy.port()));
        proxy.lead(kafka.bootstrapServers(Listener.DETOUR));
        program = AtKafka.of(folder, proxy.address());
        topic = Topics.fresh("outage");
        BulkTopic.create(kafka, topic, 2, MESSAGES, 2_000);
    }

    @AfterEach
    void stop() {
        program.close();
        proxy.close();
        kafka.close();
    }

    @Test
    void resetConnections() throws Exception {
        throughFaults(Fault.RESET);
    }

    @Test
    void halfOpenConnections() throws Exception {
        throughFaults(Fault.HALF_OPEN);
    }

    @Test
    void oneByteAtATime() throws Exception {
        throughFaults(Fault.TRICKLE);
    }

    @Test
    void blackHoles() throws Exception {
        throughFaults(Fault.BLACK_HOLE);
    }

    private void throughFaults(Fault fault) throws Exception {
        Campaign.of("P11", "readings, " + fault.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '), 6, 50)
                .runInTurn((random, _) -> disturbed(random, () -> proxy.fault(fault), () -> proxy.fault(Fault.NONE)));
    }

    @Test
    void aSilentBroker() throws Exception {
        Campaign.of("P11", "readings, broker silent", 6, 50)
                .runInTurn((random, _) -> disturbed(random, () -> kafka.pause(), () -> kafka.resume()));
    }

    @Test
    void aKilledBroker() throws Exception {
        Campaign.of("P11", "readings, broker killed and restarted", 1, 12)
                .runInTurn((random, _) -> disturbed(random, () -> kafka.kill(), () -> kafka.restart()));
    }

    /// Something that breaks or mends.
    private interface Step {
        void run() throws Exception;
    }

    private void disturbed(SplittableRandom random, Step broken, Step mended) throws Exception {
        long before = random.nextLong(300);
        long during = 100 + random.nextLong(1_500);
        boolean cancel = random.nextInt(3) == 0;
        try (OpenConnection open = program.open();
                Cursor first = open.session().open(request(new Start.Earliest()))) {
            Reading reading = new Reading(open.session(), first);
            FutureTask<Long> task = new FutureTask<>(reading::toTheEnd);
            Thread.ofPlatform().daemon().start(task);
            Thread.sleep(before);
            broken.run();
            try {
                Thread.sleep(during);
                if (cancel) {
                    cancelled(reading, task);
                    return;
                }
            } finally {
                mended.run();
            }
            assertEquals(MESSAGES, task.get(LIVELY.toSeconds(), TimeUnit.SECONDS), "messages read");
        }
    }

    private static void cancelled(Reading reading, FutureTask<Long> task) throws Exception {
        long start = System.nanoTime();
        reading.cancel();
        task.get(CANCELLED_WITHIN.toSeconds() * 2, TimeUnit.SECONDS);
        long took = System.nanoTime() - start;
        assertTrue(took < CANCELLED_WITHIN.toNanos(), "cancel took " + Duration.ofNanos(took).toMillis() + " ms");
    }

    private OpenRequest request(Start start) {
        return new OpenRequest(AtKafka.topic(topic), Optional.empty(), start, new End.Snapshot(),
                Isolation.COMMITTED, new OpenRequest.Limits(50, 100_000), Set.of());
    }

    /// Reads slowly, and opens again at its checkpoint where a reading fails.
    private final class Reading {

        private final Session session;
        private final Map<Integer, Long> next = new java.util.TreeMap<>();
        private volatile Cursor cursor;
        private volatile boolean cancelled;
        private volatile Optional<Thread> opening = Optional.empty();
        private long count;

        Reading(Session session, Cursor first) {
            this.session = session;
            this.cursor = first;
        }

        void cancel() {
            cancelled = true;
            cursor.cancel();
            opening.ifPresent(Thread::interrupt);
        }

        long toTheEnd() throws Exception {
            boolean end = false;
            while (!end && !cancelled) {
                try {
                    end = read();
                } catch (FaultException e) {
                    if (!cancelled) {
                        assertTrue(Set.of(FaultKind.UNREACHABLE, FaultKind.TIMEOUT).contains(e.kind()), e.toString());
                        again();
                    }
                } catch (InterruptedException whileOpening) {
                    assertTrue(cancelled, "interrupted");
                }
            }
            return count;
        }

        private boolean read() throws FaultException, InterruptedException {
            Batch batch = cursor.next(Duration.ofMillis(200));
            batch.messages().forEach(m -> {
                assertEquals(next.getOrDefault(m.partition(), 0L), m.positionLo(), "position");
                next.put(m.partition(), m.positionLo() + 1);
                count++;
            });
            Thread.sleep(5);
            return batch.end();
        }

        private void again() throws FaultException, InterruptedException {
            List<Position> at = cursor.checkpoint();
            cursor.close();
            opening = Optional.of(Thread.currentThread());
            while (!cancelled) {
                try {
                    cursor = session.open(request(new Start.AtPositions(at)));
                    break;
                } catch (FaultException stillBroken) {
                    Thread.sleep(100);
                }
            }
            opening = Optional.empty();
        }
    }
}
