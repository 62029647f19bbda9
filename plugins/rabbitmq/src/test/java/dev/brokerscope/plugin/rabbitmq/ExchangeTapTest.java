package dev.brokerscope.plugin.rabbitmq;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.rabbitmq.client.AMQP.BasicProperties;
import dev.brokerscope.api.broker.Cursor;
import dev.brokerscope.api.broker.End;
import dev.brokerscope.api.broker.ListQuery;
import dev.brokerscope.api.broker.OpenRequest;
import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.broker.Start;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.channel.ChannelNode;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.AttributeValue;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.api.message.HeaderType;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.rabbitmq.testkit.RabbitServer;
import dev.brokerscope.rabbitmq.testkit.SharedRabbit;
import dev.brokerscope.testkit.Readout;
import dev.brokerscope.testkit.SessionFixture;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A tap copies what passes an exchange; queues do not notice.
@ExtendWith(SharedRabbit.class)
final class ExchangeTapTest {

    private static final String EXCHANGE_FOLDER = "exchange";

    private final RabbitServer server;
    private final String name = "tap-" + UUID.randomUUID();
    private final ChannelId channel = ChannelId.of("exchange", EXCHANGE_FOLDER, name);

    ExchangeTapTest(RabbitServer server) {
        this.server = server;
    }

    private static OpenRequest follow(ChannelId channel) {
        return OpenRequest.everything(channel).from(new Start.Latest()).to(new End.Follow());
    }

    @Test
    void copiesWhatPassesAndLeavesTheQueueAlone() throws Exception {
        try (PlainClient client = new PlainClient(server); Session session = Connecting.to(server).session()) {
            client.channel().exchangeDeclare(name, "topic", false, true, Map.of());
            client.queue(name, Map.of());
            client.channel().queueBind(name, name, "order.#");
            try (Cursor tap = session.open(follow(channel))) {
                for (int i = 0; i < 50; i++) {
                    client.publish(name, "order." + i, new BasicProperties(), "message " + i);
                }
                List<Message> copies = Readout.first(tap, 50);
                assertEquals("message 49", copies.get(49).value().orElseThrow().utf8());
                assertEquals(Optional.of(new AttributeValue.Text("order.49")), copies.get(49).attribute(1));
            }
            assertEquals(50, client.ready(name));
            assertEquals(0, client.drain(name).stream().filter(r -> r.getEnvelope().isRedeliver()).count());
        }
    }

    @Test
    void leavesNoQueueBehind() throws Exception {
        try (Session session = Connecting.to(server).session()) {
            ChannelId fanout = ChannelId.of("exchange", EXCHANGE_FOLDER, "amq.fanout");
            session.open(follow(fanout)).close();
            for (int i = 0; i < 50 && temporary(session) > 0; i++) {
                Thread.sleep(100);
            }
            assertEquals(0, temporary(session));
        }
    }

    private static long temporary(Session session) throws Exception {
        return session.list(Optional.empty(), new ListQuery("amq.gen", true, false, 1_000, Optional.empty())).items()
                .stream().filter(n -> !n.roles().contains(ChannelNode.Role.FOLDER)).count();
    }

    @Test
    void copiesTheKeysOfADirectExchange() throws Exception {
        try (PlainClient client = new PlainClient(server); Session session = Connecting.to(server).session()) {
            client.channel().exchangeDeclare(name, "direct", false, true, Map.of());
            client.queue(name, Map.of());
            client.channel().queueBind(name, name, "a");
            try (Cursor tap = session.open(follow(channel))) {
                client.publish(name, "b", new BasicProperties(), "not bound");
                client.publish(name, "a", new BasicProperties(), "bound");
                assertEquals("bound", Readout.first(tap, 1).getFirst().value().orElseThrow().utf8());
            }
        }
    }

    @Test
    void saysThatAnExchangeHoldsNothing() throws Exception {
        try (Session session = Connecting.to(server).session()) {
            FaultException nothing = assertThrows(FaultException.class, () -> session.open(OpenRequest.everything(
                    ChannelId.of("exchange", EXCHANGE_FOLDER, "amq.topic"))).close());
            assertEquals(FaultKind.UNSUPPORTED, nothing.kind());
            assertEquals("An exchange holds no messages (exchange amq.topic).", nothing.fault().message());
        }
    }

    @Test
    void keepsPropertiesAndTypedHeadersAndTellsWhereAMessageDied() throws Exception {
        ChannelId dead = ChannelId.of("queue", name + "-dead");
        try (PlainClient client = new PlainClient(server); Session session = Connecting.to(server).session()) {
            client.queue(name + "-dead", Map.of());
            client.queue(name, Map.of("x-dead-letter-exchange", "", "x-dead-letter-routing-key", name + "-dead"));
            client.publish("", name, new BasicProperties.Builder().headers(Map.of("price", new BigDecimal("12.34"),
                    "when", new Date(1_700_000_000_000L), "raw", new byte[]{1, 2, -1}, "nested", Map.of("a", 1)))
                    .priority(7).correlationId("c-1").timestamp(new Date(1_700_000_000_000L)).build(), "poison");
            client.channel().basicReject(client.channel().basicGet(name, false).getEnvelope().getDeliveryTag(), false);
            client.awaitReady(name + "-dead", 1);
            Message message = Readout.of(session, SessionFixture.everything(session.describe(dead))).messages()
                    .getFirst();
            assertEquals(Bytes.hex("00000002 04d2"), message.headers().last("price").orElseThrow().value()
                    .orElseThrow());
            assertEquals(HeaderType.TIMESTAMP, message.headers().last("when").orElseThrow().type());
            assertEquals(Bytes.hex("0102ff"), message.headers().last("raw").orElseThrow().value().orElseThrow());
            assertEquals(HeaderType.NATIVE, message.headers().last("nested").orElseThrow().type());
            assertEquals(1_700_000_000_000L, message.timestamp());
            String story = ((AttributeValue.Text) message.attribute(16).orElseThrow()).value();
            assertEquals("rejected by a consumer in queue " + name + " at ", story.substring(0,
                    story.indexOf(" at ") + 4));
        }
    }

    @Test
    void endsWithinASecondOfCancel() throws Exception {
        try (Session session = Connecting.to(server).session();
                Cursor tap = session.open(follow(ChannelId.of("exchange", EXCHANGE_FOLDER, "amq.topic")))) {
            tap.cancel();
            FaultException ended = assertThrows(FaultException.class, () -> tap.next(Duration.ofSeconds(30)));
            assertEquals(FaultKind.CANCELLED, ended.kind());
        }
    }
}
