package dev.brokerscope.plugin.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.api.broker.Cursor;
import dev.brokerscope.api.broker.CursorEvent.Notice;
import dev.brokerscope.api.broker.End;
import dev.brokerscope.api.broker.OpenRequest;
import dev.brokerscope.api.broker.PublishRequest;
import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.broker.WritableSession;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.redis.testkit.RedisServer;
import dev.brokerscope.redis.testkit.RedisWire;
import dev.brokerscope.redis.testkit.SharedRedis;
import dev.brokerscope.testkit.Publishing;
import dev.brokerscope.testkit.Readout;
import dev.brokerscope.testkit.SeededMessages;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A server that dies, freezes, or loses a stream while it is used.
@ExtendWith(SharedRedis.class)
final class OutageTest {

    private static final ChannelId STREAM = ChannelId.of("stream", "outage");
    private static final OpenRequest SMALL =
            OpenRequest.everything(STREAM).limited(new OpenRequest.Limits(5, 1 << 20));

    @Test
    void saysThatAStreamWasDeletedWhileItWasRead() throws Exception {
        try (RedisServer server = RedisServer.start(); Session session = new Connecting(server).session()) {
            fill(server, 100);
            try (Cursor cursor = session.open(SMALL)) {
                cursor.next(Duration.ofSeconds(5));
                delete(server);
                FaultException gone = assertThrows(FaultException.class, () -> Readout.rest(cursor));
                assertEquals(FaultKind.INCOMPLETE, gone.kind());
            }
        }
    }

    @Test
    void saysThatEntriesWereDeletedWhileTheyWereRead() throws Exception {
        try (RedisServer server = RedisServer.start(); Session session = new Connecting(server).session()) {
            fill(server, 100);
            try (Cursor cursor = session.open(SMALL); RedisWire wire = server.wire()) {
                cursor.next(Duration.ofSeconds(5));
                wire.call("XTRIM", "outage", "MAXLEN", 10);
                assertTrue(Readout.rest(cursor).events().stream()
                        .anyMatch(e -> e instanceof Notice n && n.kind() == Notice.Kind.TRUNCATED));
            }
        }
    }

    @Test
    void isStoppedByCancelAndByInterruptWhileTheServerIsSilent() throws Exception {
        try (RedisServer server = RedisServer.start()) {
            fill(server, 100);
            assertEquals(FaultKind.CANCELLED,
                    assertInstanceOf(FaultException.class, whileSilent(server, (cursor, reader) -> cursor.cancel()))
                            .kind());
            assertInstanceOf(InterruptedException.class, whileSilent(server, (cursor, reader) -> reader.interrupt()));
        }
    }

    private interface Stop {
        void now(Cursor cursor, Thread reader);
    }

    private static Throwable whileSilent(RedisServer server, Stop stop) throws Exception {
        try (Session session = new Connecting(server).session(); Cursor cursor = session.open(SMALL)) {
            cursor.next(Duration.ofSeconds(5));
            server.freeze(true);
            FutureTask<Readout> reading = new FutureTask<>(() -> Readout.rest(cursor));
            Thread reader = Thread.ofPlatform().daemon().start(reading);
            Thread.sleep(300);
            stop.now(cursor, reader);
            return assertThrows(ExecutionException.class, () -> reading.get(5, TimeUnit.SECONDS)).getCause();
        } finally {
            server.freeze(false);
        }
    }

    @Test
    void writesNothingTwiceWhenTheConnectionBreaks() throws Exception {
        try (RedisServer server = RedisServer.start(); WritableSession session = new Connecting(server).writing();
                RedisWire wire = server.wire()) {
            create(wire);
            List<Message> messages = SeededMessages.ofThisRun().generate(3_000, 1);
            Thread breaker = Thread.ofPlatform().daemon().unstarted(() -> breakConnections(server));
            Publishing.allOf(afterOpening(session, breaker::start), PublishRequest.restore(STREAM), messages,
                    EntryForm.ATTRIBUTES);
            breaker.interrupt();
            breaker.join();
            List<Message> read = Readout.of(session, OpenRequest.everything(STREAM)).messages();
            assertEquals(messages.stream().map(Message::value).toList(), read.stream().map(Message::value).toList());
        }
    }

    private static void breakConnections(RedisServer server) {
        try (RedisWire wire = server.wire()) {
            while (!Thread.currentThread().isInterrupted()) {
                wire.call("CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes");
                Thread.sleep(30);
            }
        } catch (InterruptedException done) {
            // the test is over
        }
    }

    @Test
    void doesNotBringBackAStreamThatWasDeletedWhileItWasWritten() throws Exception {
        try (RedisServer server = RedisServer.start(); WritableSession session = new Connecting(server).writing();
                RedisWire wire = server.wire()) {
            create(wire);
            List<Message> messages = SeededMessages.ofThisRun().generate(10, 1);
            Publishing answers = Publishing.of(afterOpening(session, () -> delete(server)),
                    PublishRequest.restore(STREAM), messages, EntryForm.ATTRIBUTES);
            assertEquals(10, answers.failures().size());
            assertEquals(0, wire.whole("EXISTS", "outage"));
        }
    }

    /// The session, but something happens once its publisher is open.
    private static WritableSession afterOpening(WritableSession session, Runnable event) {
        return (WritableSession) Proxy.newProxyInstance(OutageTest.class.getClassLoader(),
                new Class<?>[]{WritableSession.class}, (_, method, arguments) -> {
                    Object answer = method.invoke(session, arguments);
                    if (method.getName().equals("publisher")) {
                        event.run();
                    }
                    return answer;
                });
    }

    @Test
    void followsThroughARestartOfAnEmptyServerOnlyUntilItSaysSo() throws Exception {
        try (RedisServer server = RedisServer.start(); Session session = new Connecting(server).session()) {
            fill(server, 10);
            try (Cursor cursor = session.open(SMALL.to(new End.Follow()))) {
                Readout.first(cursor, 10);
                server.restart();
                FaultException gone = assertThrows(FaultException.class, () -> {
                    while (true) {
                        cursor.next(Duration.ofMillis(500));
                    }
                });
                assertTrue(gone.kind() == FaultKind.UNREACHABLE || gone.kind() == FaultKind.INCOMPLETE);
            }
        }
    }

    private static void create(RedisWire wire) {
        wire.call("XGROUP", "CREATE", "outage", "g", "0", "MKSTREAM");
        wire.call("XGROUP", "DESTROY", "outage", "g");
    }

    private static void fill(RedisServer server, int count) {
        try (RedisWire wire = server.wire()) {
            for (int i = 0; i < count; i++) {
                wire.call("XADD", "outage", "*", "payload", "message " + i);
            }
        }
    }

    private static void delete(RedisServer server) {
        try (RedisWire wire = server.wire()) {
            wire.call("DEL", "outage");
        }
    }
}
