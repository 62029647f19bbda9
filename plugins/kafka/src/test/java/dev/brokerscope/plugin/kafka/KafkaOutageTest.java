package dev.brokerscope.plugin.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.brokerscope.api.broker.Cursor;
import dev.brokerscope.api.broker.End;
import dev.brokerscope.api.broker.OpenRequest;
import dev.brokerscope.api.broker.PublishRequest;
import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.broker.WritableSession;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.kafka.testkit.KafkaServer;
import dev.brokerscope.kafka.testkit.Listener;
import dev.brokerscope.kafka.testkit.Topics;
import dev.brokerscope.testkit.Publishing;
import dev.brokerscope.testkit.Readout;
import dev.brokerscope.testkit.SeededMessages;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A broker that falls silent or restarts never hangs a reader.
@ExtendWith(GuardedKafka.class)
final class KafkaOutageTest {

    private final KafkaServer server;
    private final Connecting connecting;

    KafkaOutageTest(KafkaServer server) {
        this.server = server;
        this.connecting = new Connecting(server);
    }

    @Test
    void stopsWithinASecondOfCancelWhileTheBrokerIsSilent() throws Exception {
        try (Session session = connecting.session();
                Cursor cursor = session.open(OpenRequest.everything(topic(List.of())).to(new End.Follow()))) {
            server.pause();
            try {
                FutureTask<FaultException> waiting = new FutureTask<>(
                        () -> assertThrows(FaultException.class, () -> cursor.next(Duration.ofSeconds(60))));
                Thread.ofPlatform().daemon().start(waiting);
                cursor.cancel();
                assertEquals(FaultKind.CANCELLED, waiting.get(5, TimeUnit.SECONDS).kind());
            } finally {
                server.resume();
            }
        }
    }

    @Test
    void givesUpConnectingToASilentBroker() throws Exception {
        server.pause();
        try {
            FaultException failed = assertTimeoutPreemptively(Duration.ofSeconds(35), () -> assertThrows(
                    FaultException.class, () -> new KafkaPlugin()
                            .connect(connecting.settings(Listener.PLAIN).with("timeout", "1s"), Connecting.host())));
            assertEquals(FaultKind.TIMEOUT, failed.kind());
        } finally {
            server.resume();
        }
    }

    @Test
    void readsOnAfterTheBrokerWasRestarted() throws Exception {
        List<Message> messages = SeededMessages.ofThisRun().generate(200, 1);
        ChannelId topic = topic(messages);
        try (Session session = connecting.session(); Cursor cursor = session.open(OpenRequest.everything(topic)
                .limited(new OpenRequest.Limits(10, 1 << 20)))) {
            List<Message> read = Readout.first(cursor, 20);
            server.kill();
            server.restart();
            read.addAll(Readout.rest(cursor).messages());
            assertEquals(Optional.empty(), Readout.difference(messages, read));
        }
    }

    private ChannelId topic(List<Message> messages) throws Exception {
        ChannelId topic = KafkaPlugin.topic(new Topics(server).create(Topics.fresh("outage"), 1,
                Map.of("max.message.bytes", "4000000")));
        try (WritableSession session = connecting.writing()) {
            Publishing.allOf(session, PublishRequest.restore(topic), messages, KafkaProfile.ATTRIBUTES);
        }
        return topic;
    }
}
