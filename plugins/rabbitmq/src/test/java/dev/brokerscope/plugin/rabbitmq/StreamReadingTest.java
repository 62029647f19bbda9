package dev.brokerscope.plugin.rabbitmq;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.stream.Producer;
import com.rabbitmq.stream.compression.Compression;
import dev.brokerscope.api.broker.Cursor;
import dev.brokerscope.api.broker.CursorEvent.Gap;
import dev.brokerscope.api.broker.CursorEvent.Notice;
import dev.brokerscope.api.broker.End;
import dev.brokerscope.api.broker.Isolation;
import dev.brokerscope.api.broker.GapReason;
import dev.brokerscope.api.broker.OpenRequest;
import dev.brokerscope.api.broker.PublishRequest;
import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.broker.WritableSession;
import dev.brokerscope.api.channel.ChannelDetails;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.AttributeRole;
import dev.brokerscope.api.message.AttributeValue;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.plugin.rabbitmq.stream.form.StreamAttributes;
import dev.brokerscope.rabbitmq.testkit.RabbitServer;
import dev.brokerscope.rabbitmq.testkit.RabbitSetup;
import dev.brokerscope.rabbitmq.testkit.SharedRabbit;
import dev.brokerscope.testkit.Publishing;
import dev.brokerscope.testkit.Readout;
import dev.brokerscope.testkit.TestHost;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What only streams have: notes of the server in between, compressed batches, messages of AMQP 0-9-1, outages.
@ExtendWith(SharedRabbit.class)
final class StreamReadingTest {

    @Test
    void explainsTheOffsetsThatHoldNotesOfTheServer(RabbitServer server) throws Exception {
        try (StreamLab lab = new StreamLab(server); Session session = lab.session()) {
            ChannelId stream = fresh(lab);
            lab.publishTexts(stream.name(), 100);
            lab.noteOffset(stream.name(), 50);
            lab.publishTexts(stream.name(), 100);
            Readout readout = Readout.of(session, OpenRequest.everything(stream));
            assertEquals(200, readout.messages().size());
            assertEquals(List.of(new Gap(Position.of(0, 100), Position.of(0, 101), GapReason.SPARSE, true)),
                    readout.gaps());
        }
    }

    @Test
    void readsWhatProducersCompressed(RabbitServer server) throws Exception {
        try (StreamLab lab = new StreamLab(server); Session session = lab.session()) {
            ChannelId stream = fresh(lab);
            for (Compression compression : Compression.values()) {
                CountDownLatch confirmed = new CountDownLatch(250);
                try (Producer producer = lab.environment().producerBuilder().stream(stream.name()).subEntrySize(100)
                        .compression(compression).build()) {
                    for (int i = 0; i < 250; i++) {
                        producer.send(producer.messageBuilder().addData((compression + " " + i).getBytes(
                                StandardCharsets.UTF_8)).build(), _ -> confirmed.countDown());
                    }
                    assertTrue(confirmed.await(30, TimeUnit.SECONDS));
                }
            }
            List<Message> read = Readout.of(session, OpenRequest.everything(stream)).messages();
            assertEquals(250 * Compression.values().length, read.size());
            assertEquals("NONE 0", read.getFirst().value().orElseThrow().utf8());
            assertEquals("ZSTD 249", read.getLast().value().orElseThrow().utf8());
        }
    }

    @Test
    void showsWhatCameByTheOtherProtocol(RabbitServer server) throws Exception {
        try (StreamLab lab = new StreamLab(server); Session session = lab.session()) {
            ChannelId stream = fresh(lab);
            ConnectionFactory factory = new ConnectionFactory();
            factory.setHost("127.0.0.1");
            factory.setPort(server.port());
            try (var connection = factory.newConnection(); var channel = connection.createChannel()) {
                channel.confirmSelect();
                channel.basicPublish("", stream.name(), new AMQP.BasicProperties.Builder().contentType("text/plain")
                        .messageId("m-1").correlationId("c-1").headers(Map.of("zone", "eu", "count", 3)).build(),
                        "hello".getBytes(StandardCharsets.UTF_8));
                channel.waitForConfirmsOrDie(10_000);
            }
            Message read = Readout.of(session, OpenRequest.everything(stream)).messages().getFirst();
            assertEquals("hello", read.value().orElseThrow().utf8());
            assertEquals("text/plain", text(read, AttributeRole.CONTENT_TYPE));
            assertEquals("m-1", text(read, AttributeRole.MESSAGE_ID));
            assertEquals(stream.name(), text(read, AttributeRole.ROUTING_KEY));
            assertEquals("eu", read.headers().last("zone").orElseThrow().value().orElseThrow().utf8());
        }
    }

    @Test
    void restoresMessagesThatAnIndependentClientFindsTheSame(RabbitServer server) throws Exception {
        try (StreamLab lab = new StreamLab(server); WritableSession session = lab.writing()) {
            ChannelId source = fresh(lab);
            lab.publish(source.name(), 3_000, producer -> i -> producer.messageBuilder().properties()
                    .messageId(new UUID(1, i)).correlationId((long) i).subject("s" + i).contentType("text/plain")
                    .creationTime(1_700_000_000_000L + i).groupId("g").groupSequence(i).messageBuilder()
                    .applicationProperties().entry("i", i).entry("text", "ä" + i).entry("d", i / 3.0)
                    .entryTimestamp("t", 5L * i).messageBuilder().messageAnnotations().entry("x-own", "a" + i)
                    .messageBuilder().addData(("body " + i).getBytes(StandardCharsets.UTF_8)).build());
            ChannelId target = fresh(lab);
            List<Message> all = Readout.of(session, OpenRequest.everything(source)).messages();
            Publishing.allOf(session, PublishRequest.restore(target), all, StreamAttributes.SCHEMA);
            List<StreamLab.Seen> before = lab.read(source.name(), 3_000);
            List<StreamLab.Seen> after = lab.read(target.name(), 3_000);
            for (int i = 0; i < before.size(); i++) {
                assertEquals(StreamLab.words(before.get(i).message()), StreamLab.words(after.get(i).message()));
            }
        }
    }

    @Test
    void refusesAMessageThatTheServerDoesNotTakeAndWritesTheOthers(RabbitServer server) throws Exception {
        try (StreamLab lab = new StreamLab(server); WritableSession session = lab.writing()) {
            ChannelId stream = fresh(lab);
            List<Message> messages = List.of(message("first".getBytes(StandardCharsets.UTF_8)),
                    message(new byte[3 << 20]), message("last".getBytes(StandardCharsets.UTF_8)));
            Publishing published = Publishing.of(session, PublishRequest.restore(stream), messages,
                    StreamAttributes.SCHEMA);
            assertEquals(FaultKind.TOO_LARGE, published.failures().get(1L).kind());
            assertEquals(List.of(0L, 2L), List.copyOf(published.positions().keySet()));
            assertEquals(2, lab.read(stream.name(), 2).size());
        }
    }

    @Test
    void saysThatAStreamWasDeletedWhileItWasRead(RabbitServer server) throws Exception {
        try (StreamLab lab = new StreamLab(server); Session session = lab.session()) {
            ChannelId stream = fresh(lab);
            lab.publishTexts(stream.name(), 10);
            try (Cursor cursor = session.open(OpenRequest.everything(stream).to(new End.Follow()))) {
                Readout.first(cursor, 10);
                lab.environment().deleteStream(stream.name());
                FaultException gone = assertThrows(FaultException.class, () -> follow(cursor));
                assertEquals(FaultKind.INCOMPLETE, gone.kind());
            }
        }
    }

    @Test
    void goesOnWhereItWasWhenTheServerComesBack() throws Exception {
        try (RabbitServer server = RabbitServer.start()) {
            ChannelId stream = ChannelId.of("stream", "back");
            try (StreamLab lab = new StreamLab(server)) {
                lab.create(stream.name());
                lab.publishTexts(stream.name(), 1_000);
                try (Session session = lab.session();
                        Cursor cursor = session.open(OpenRequest.everything(stream).to(new End.Follow()))) {
                    assertEquals(1_000, Readout.first(cursor, 1_000).size());
                    server.restart();
                    try (StreamLab later = new StreamLab(server)) {
                        later.awaitStream(stream.name());
                        later.publishTexts(stream.name(), 5);
                    }
                    boolean reconnected = false;
                    int came = 0;
                    while (came < 5) {
                        var batch = cursor.next(Duration.ofSeconds(1));
                        came += batch.messages().size();
                        reconnected |= batch.events().stream()
                                .anyMatch(e -> e instanceof Notice n && n.kind() == Notice.Kind.RECONNECTED);
                    }
                    assertTrue(reconnected);
                    assertEquals(List.of(Position.of(0, 1_005)), cursor.checkpoint());
                }
            }
        }
    }

    @Test
    void writesEachMessageOnceThoughTheServerWasRestarted() throws Exception {
        try (RabbitServer server = RabbitServer.start(); StreamLab lab = new StreamLab(server)) {
            ChannelId stream = ChannelId.of("stream", "once");
            lab.create(stream.name());
            List<Message> messages = new ArrayList<>();
            for (int i = 0; i < 200_000; i++) {
                messages.add(message(("message " + i).getBytes(StandardCharsets.UTF_8)));
            }
            try (WritableSession session = lab.writing()) {
                FutureTask<Publishing> writing = new FutureTask<>(() -> Publishing.allOf(session,
                        new PublishRequest(stream, PublishRequest.Partitioning.KEEP, true, 2_000), messages,
                        StreamAttributes.SCHEMA));
                Thread.ofPlatform().daemon().start(writing);
                while (session.ends(Set.of(stream), Isolation.COMMITTED)
                        .get(stream).getFirst().lo() < 2_000) {
                    Thread.sleep(5);
                }
                assertFalse(writing.isDone());
                server.restart();
                writing.get(120, TimeUnit.SECONDS);
            }
            try (Session session = lab.session()) {
                List<Message> read = Readout.of(session, OpenRequest.everything(stream)).messages();
                assertEquals(messages.stream().map(Message::value).toList(),
                        read.stream().map(Message::value).toList());
            }
        }
    }

    @Test
    void isStoppedByCancelAndByInterruptWhileTheServerIsSilent() throws Exception {
        try (RabbitServer server = RabbitServer.start()) {
            assertEquals(FaultKind.CANCELLED,
                    assertInstanceOf(FaultException.class, whileSilent(server, (cursor, reader) -> cursor.cancel()))
                            .kind());
            assertInstanceOf(InterruptedException.class, whileSilent(server, (cursor, reader) -> reader.interrupt()));
        }
    }

    private interface Stop {
        void now(Cursor cursor, Thread reader);
    }

    private static Throwable whileSilent(RabbitServer server, Stop stop) throws Exception {
        try (StreamLab lab = new StreamLab(server); Session session = lab.session()) {
            ChannelId stream = fresh(lab);
            lab.publishTexts(stream.name(), 10);
            try (Cursor cursor = session.open(OpenRequest.everything(stream).to(new End.Follow()))) {
                Readout.first(cursor, 10);
                server.freeze(true);
                FutureTask<Boolean> reading = new FutureTask<>(() -> follow(cursor));
                Thread reader = Thread.ofPlatform().daemon().start(reading);
                Thread.sleep(300);
                stop.now(cursor, reader);
                return assertThrows(ExecutionException.class, () -> reading.get(5, TimeUnit.SECONDS)).getCause();
            } finally {
                server.freeze(false);
            }
        }
    }

    @Test
    void showsAStreamWithoutTheStreamProtocolButCannotReadIt() throws Exception {
        try (RabbitServer server = RabbitServer.start(
                RabbitSetup.USUAL.withoutPlugin("rabbitmq_stream"))) {
            server.management().put("/api/queues/%2f/lonely",
                    "{\"durable\":true,\"arguments\":{\"x-queue-type\":\"stream\"}}");
            try (Session session = new RabbitPlugin().connect(StreamLab.settingsOf(server),
                    TestHost.withoutSecrets())) {
                ChannelId lonely = ChannelId.of("stream", "lonely");
                ChannelDetails details = session.describe(lonely);
                assertEquals(Optional.empty(), details.partitions().getFirst().end());
                FaultException fault = assertThrows(FaultException.class,
                        () -> session.open(OpenRequest.everything(lonely)).close());
                assertEquals(FaultKind.UNREACHABLE, fault.kind());
                assertTrue(fault.fault().remedy().contains("rabbitmq_stream"), fault.fault().sentence());
            }
        }
    }

    private static boolean follow(Cursor cursor) throws FaultException, InterruptedException {
        while (true) {
            cursor.next(Duration.ofSeconds(30));
        }
    }

    private static ChannelId fresh(StreamLab lab) {
        String name = "reading-" + UUID.randomUUID();
        lab.create(name);
        return ChannelId.of("stream", name);
    }

    private static Message message(byte[] value) {
        return Message.at(0, 0, 0).value(value).build();
    }

    private static String text(Message message, AttributeRole role) {
        int index = StreamAttributes.SCHEMA.index(role).orElseThrow();
        return ((AttributeValue.Text) message.attribute(index).orElseThrow()).value();
    }
}
