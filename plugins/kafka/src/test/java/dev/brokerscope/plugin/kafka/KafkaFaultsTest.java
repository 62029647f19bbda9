package dev.brokerscope.plugin.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.api.broker.ChannelCreation;
import dev.brokerscope.api.broker.Cursor;
import dev.brokerscope.api.broker.CursorEvent;
import dev.brokerscope.api.broker.CursorEvent.Notice;
import dev.brokerscope.api.broker.End;
import dev.brokerscope.api.broker.GapReason;
import dev.brokerscope.api.broker.OpenRequest;
import dev.brokerscope.api.broker.PublishRequest;
import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.broker.Start;
import dev.brokerscope.api.broker.WritableSession;
import dev.brokerscope.api.channel.ChannelDefinition;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.kafka.testkit.KafkaServer;
import dev.brokerscope.kafka.testkit.Listener;
import dev.brokerscope.kafka.testkit.Topics;
import dev.brokerscope.testkit.Publishing;
import dev.brokerscope.testkit.Readout;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Things that go away while they are read.
@ExtendWith(GuardedKafka.class)
final class KafkaFaultsTest {

    private final KafkaServer server;
    private final Connecting connecting;
    private final Topics topics;

    KafkaFaultsTest(KafkaServer server) {
        this.server = server;
        this.connecting = new Connecting(server);
        this.topics = new Topics(server);
    }

    @Test
    void saysIncompleteWhenTheTopicIsDeletedWhileItIsFollowed() throws Exception {
        ChannelId topic = filled(10);
        try (Session session = connecting.session();
                Cursor cursor = session.open(OpenRequest.everything(topic).to(new End.Follow()))) {
            Readout.first(cursor, 10);
            topics.delete(topic.name());
            assertEquals(FaultKind.INCOMPLETE, fault(cursor).kind());
        }
    }

    @Test
    void saysIncompleteWhenTheTopicIsDeletedBeforeItsEnd() throws Exception {
        ChannelId topic = filled(10);
        try (Session session = connecting.session(); Cursor cursor = session.open(OpenRequest.everything(topic))) {
            topics.delete(topic.name());
            assertEquals(FaultKind.INCOMPLETE, fault(cursor).kind());
        }
    }

    @Test
    void doesNotTakeANewTopicForTheOldOne() throws Exception {
        ChannelId topic = filled(10);
        try (Session session = connecting.session();
                Cursor cursor = session.open(OpenRequest.everything(topic).to(new End.Follow()))) {
            Readout.first(cursor, 10);
            createAnew(topic);
            assertEquals(FaultKind.INCOMPLETE, fault(cursor).kind());
        }
    }

    @Test
    void reportsOffsetsThatWereDeletedBeforeTheReaderCame() throws Exception {
        ChannelId topic = filled(10);
        deleteBefore(topic, 4);
        try (Session session = connecting.session()) {
            Readout readout = Readout.of(session,
                    OpenRequest.everything(topic).from(new Start.AtPositions(List.of(Position.of(0, 1)))));
            assertEquals(List.of(KafkaGaps.measured(0, 1, 4, GapReason.RETENTION)), readout.gaps());
            assertEquals(Position.of(0, 4), readout.plan().ranges().getFirst().from());
            assertEquals(6, readout.messages().size());
        }
    }

    @Test
    void goesOnBehindOffsetsThatAreDeletedWhileItReads() throws Exception {
        ChannelId topic = filled(10);
        try (Session session = connecting.session(); Cursor cursor = session.open(OpenRequest.everything(topic))) {
            deleteBefore(topic, 6);
            Readout readout = Readout.rest(cursor);
            List<CursorEvent> events = readout.events();
            assertEquals(List.of(KafkaGaps.measured(0, 0, 6, GapReason.RETENTION)), readout.gaps());
            assertTrue(events.getFirst() instanceof Notice notice && notice.kind() == Notice.Kind.TRUNCATED,
                    () -> "" + events);
            assertEquals(4, readout.messages().size());
        }
    }

    @Test
    void cannotConnectToAClosedPort() {
        FaultException failed = assertThrows(FaultException.class, () -> new KafkaPlugin()
                .connect(connecting.settings(Listener.PLAIN).with("bootstrap.servers", "127.0.0.1:1"),
                        Connecting.host()));
        assertEquals(FaultKind.UNREACHABLE, failed.kind());
        assertTrue(failed.fault().message().contains("127.0.0.1:1"), () -> failed.fault().message());
    }

    private void createAnew(ChannelId topic) throws Exception {
        try (WritableSession session = connecting.writing()) {
            ChannelCreation creation = session.writeExtension(ChannelCreation.class).orElseThrow();
            creation.delete(topic);
            creation.create(topic, new ChannelDefinition(1, Optional.of(1), List.of()));
        }
    }

    private FaultException fault(Cursor cursor) {
        return assertThrows(FaultException.class, () -> {
            while (!cursor.next(Duration.ofMillis(200)).end()) {
                assertTrue(server.running());
            }
        });
    }

    private ChannelId filled(int count) throws Exception {
        ChannelId topic = KafkaPlugin.topic(topics.create(Topics.fresh("going"), 1, Map.of()));
        List<Message> messages = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            messages.add(Message.at(0, 0, i).value(new byte[]{(byte) i}).build());
        }
        try (WritableSession session = connecting.writing()) {
            Publishing.allOf(session, PublishRequest.restore(topic), messages, KafkaProfile.ATTRIBUTES);
        }
        return topic;
    }

    private void deleteBefore(ChannelId topic, long offset) throws Exception {
        try (Admin admin = Admin.create(server.clientProperties(Listener.PLAIN))) {
            admin.deleteRecords(Map.of(new TopicPartition(topic.name(), 0), RecordsToDelete.beforeOffset(offset))).all()
                    .get();
        }
    }
}
