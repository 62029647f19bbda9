package dev.brokerscope.plugin.rabbitmq;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.rabbitmq.client.GetResponse;
import dev.brokerscope.api.broker.ChannelDefinitions;
import dev.brokerscope.api.broker.Cursor;
import dev.brokerscope.api.broker.CursorEvent.Notice;
import dev.brokerscope.api.broker.OpenRequest;
import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.channel.ChannelDefinition;
import dev.brokerscope.api.channel.ChannelDetails;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.channel.Impact;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.plugin.rabbitmq.connect.RabbitSettings;
import dev.brokerscope.rabbitmq.testkit.RabbitServer;
import dev.brokerscope.rabbitmq.testkit.SharedRabbit;
import dev.brokerscope.testkit.Readout;
import dev.brokerscope.testkit.SessionFixture;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Browsing is taking out and putting back: another client finds afterwards what was there before.
@ExtendWith(SharedRabbit.class)
final class QueueBrowsingTest {

    private final RabbitServer server;
    private final String queue = "browse-" + UUID.randomUUID();
    private final ChannelId channel = ChannelId.of("queue", queue);

    QueueBrowsingTest(RabbitServer server) {
        this.server = server;
    }

    private static List<String> bodies(int count) {
        return IntStream.range(0, count).mapToObj(i -> "message " + i).toList();
    }

    private static String body(GetResponse response) {
        return new String(response.getBody(), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({"classic, 20000", "quorum, 20000"})
    void leavesTheSameMessagesInTheSameOrder(String type, int count) throws Exception {
        try (PlainClient client = new PlainClient(server); Session session = Connecting.to(server).session()) {
            client.queue(queue, Map.of("x-queue-type", type));
            client.fill(queue, count);
            Readout read = Readout.of(session, SessionFixture.everything(session.describe(channel)));
            assertEquals(bodies(count), read.messages().stream().map(m -> m.value().orElseThrow().utf8()).toList());
            assertEquals(List.of(), read.events());
            client.awaitReady(queue, count);
            assertEquals(bodies(count), client.drain(queue).stream().map(QueueBrowsingTest::body).toList());
        }
    }

    @Test
    void putsAPartBackWhereItWas() throws Exception {
        try (PlainClient client = new PlainClient(server); Session session = Connecting.to(server).session()) {
            client.queue(queue, Map.of());
            client.fill(queue, 500);
            try (Cursor cursor = session.open(SessionFixture.everything(session.describe(channel))
                    .limited(new OpenRequest.Limits(7, 1 << 20)))) {
                Readout.first(cursor, 7);
            }
            client.awaitReady(queue, 500);
            assertEquals(bodies(500), client.drain(queue).stream().map(QueueBrowsingTest::body).toList());
        }
    }

    @Test
    void refusesWithoutConsentAndSaysWhatWouldHappenToThisQueue() throws Exception {
        try (PlainClient client = new PlainClient(server); Session session = Connecting.to(server).session()) {
            client.queue(queue, Map.of("x-queue-type", "quorum", "x-delivery-limit", 2));
            client.fill(queue, 3);
            FaultException refused = assertThrows(FaultException.class,
                    () -> session.open(OpenRequest.everything(channel)).close());
            assertEquals(FaultKind.REFUSED, refused.kind());
            assertEquals("Browsing takes the messages of queue " + queue + " out and puts them back: meanwhile its"
                    + " consumers do not see them, and afterwards they are marked as redelivered, may stand in"
                    + " another order and count one delivery more. Its delivery limit is 2 deliveries: a message that was delivered more often is deleted,"
                    + " since there is no dead letter exchange.", refused.fault().message());
            assertEquals(3, client.ready(queue));
            assertTrue(client.drain(queue).stream().noneMatch(r -> r.getEnvelope().isRedeliver()));
        }
    }

    @Test
    void losesMessagesBeyondTheDeliveryLimitJustAsItSays() throws Exception {
        try (PlainClient client = new PlainClient(server); Session session = Connecting.to(server).session()) {
            client.queue(queue, Map.of("x-queue-type", "quorum", "x-delivery-limit", 2));
            client.fill(queue, 5);
            ChannelDetails details = session.describe(channel);
            assertTrue(details.profile().impact().contains(Impact.MAY_DROP_MESSAGES));
            for (int i = 0; i < 2; i++) {
                assertEquals(5, Readout.of(session, SessionFixture.everything(details)).messages().size());
                client.awaitReady(queue, 5);
            }
            Readout.of(session, SessionFixture.everything(details));
            client.awaitReady(queue, 0);
            assertEquals(0, client.ready(queue));
        }
    }

    @Test
    void stopsAtTheCapAndSaysSo() throws Exception {
        try (PlainClient client = new PlainClient(server);
                Session session = Connecting.to(server).with(RabbitSettings.BROWSE_MESSAGES, "10").session()) {
            client.queue(queue, Map.of());
            client.fill(queue, 25);
            Readout read = Readout.of(session, SessionFixture.everything(session.describe(channel)));
            assertEquals(10, read.messages().size());
            Notice notice = assertInstanceOf(Notice.class, read.events().getFirst());
            assertEquals(Notice.Kind.TRUNCATED, notice.kind());
            assertEquals("Browsing queue " + queue + " ended after 10 of 25 messages: no more are browsed at a time"
                    + " (browse.messages).", notice.text());
        }
    }

    @Test
    void saysThatOthersTookMessagesMeanwhile() throws Exception {
        try (PlainClient client = new PlainClient(server); PlainClient other = new PlainClient(server);
                Session session = Connecting.to(server).session()) {
            client.queue(queue, Map.of());
            client.fill(queue, 3_000);
            ChannelDetails details = session.describe(channel);
            try (Cursor cursor = session.open(SessionFixture.everything(details)
                    .limited(new OpenRequest.Limits(10, 1 << 20)))) {
                Readout.first(cursor, 10);
                long taken = other.drain(queue).size();
                Readout rest = Readout.rest(cursor);
                assertEquals(3_000 - taken, 10 + rest.messages().size());
                assertTrue(taken > 0);
                assertEquals(List.of(Notice.Kind.COUNT_MISMATCH),
                        rest.events().stream().map(e -> ((Notice) e).kind()).toList());
            }
        }
    }

    @Test
    void saysThatTheQueueWasDeletedWhileItWasRead() throws Exception {
        try (PlainClient client = new PlainClient(server); Session session = Connecting.to(server).session()) {
            client.queue(queue, Map.of());
            client.fill(queue, 5_000);
            try (Cursor cursor = session.open(SessionFixture.everything(session.describe(channel))
                    .limited(new OpenRequest.Limits(10, 1 << 20)))) {
                Readout.first(cursor, 10);
                client.channel().queueDelete(queue);
                FaultException gone = assertThrows(FaultException.class, () -> Readout.rest(cursor));
                assertEquals(FaultKind.INCOMPLETE, gone.kind());
                assertEquals("The queue " + queue + " was deleted while it was read.", gone.fault().message());
            }
        }
    }

    @Test
    void knowsTypeAndArgumentsByAmqpAlone() throws Exception {
        try (PlainClient client = new PlainClient(server); Session managed = Connecting.to(server).session();
                Session bare = Connecting.bare(server).with(RabbitSettings.NAMES, queue).session()) {
            client.queue(queue, Map.of("x-queue-type", "quorum", "x-delivery-limit", 7, "x-dead-letter-exchange",
                    "amq.fanout"));
            assertEquals(managed.describe(channel).profile().impact(), bare.describe(channel).profile().impact());
            assertEquals(List.of("x-dead-letter-exchange", "x-queue-type"), bare.extension(ChannelDefinitions.class)
                    .orElseThrow().define(channel).settings().stream().map(ChannelDefinition.Setting::name)
                    .filter(n -> n.startsWith("x-")).toList());
        }
    }
}
