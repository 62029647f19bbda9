package dev.brokerscope.plugin.rabbitmq;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.rabbitmq.client.GetResponse;
import dev.brokerscope.api.broker.PublishRequest;
import dev.brokerscope.api.broker.WritableSession;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.Header;
import dev.brokerscope.api.message.Headers;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.plugin.rabbitmq.message.RabbitAttributes;
import dev.brokerscope.rabbitmq.testkit.RabbitServer;
import dev.brokerscope.rabbitmq.testkit.RabbitSetup;
import dev.brokerscope.rabbitmq.testkit.SharedRabbit;
import dev.brokerscope.testkit.Publishing;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Nothing counts as written that no queue took and no server confirmed.
@ExtendWith(SharedRabbit.class)
final class PublishingTest {

    private final RabbitServer server;
    private final String name = "publish-" + UUID.randomUUID();

    PublishingTest(RabbitServer server) {
        this.server = server;
    }

    private static List<Message> messages(int count) {
        return IntStream.range(0, count).mapToObj(i -> Message.at(0, 0, i)
                .value(("message " + i).getBytes(StandardCharsets.UTF_8)).build()).toList();
    }

    private static Publishing publish(WritableSession session, ChannelId to, List<Message> messages) throws Exception {
        return Publishing.of(session, PublishRequest.restore(to), messages, RabbitAttributes.SCHEMA);
    }

    @Test
    void tellsWhichMessagesNoQueueTook() throws Exception {
        try (PlainClient client = new PlainClient(server); WritableSession session = Connecting.to(server).writing()) {
            client.channel().exchangeDeclare(name, "topic", false, true, Map.of());
            Publishing published = publish(session, ChannelId.of("exchange", "exchange", name, "nobody"), messages(20));
            assertEquals(Map.of(), published.positions());
            assertEquals(20, published.failures().size());
            FaultException why = published.failures().get(0L);
            assertEquals("No queue takes the message for exchange " + name + ".", why.fault().message());
        }
    }

    @Test
    void publishesThroughAnExchangeWithTheKeyInItsName() throws Exception {
        try (PlainClient client = new PlainClient(server); WritableSession session = Connecting.to(server).writing()) {
            client.channel().exchangeDeclare(name, "direct", false, true, Map.of());
            client.queue(name, Map.of());
            client.channel().queueBind(name, name, "order.new");
            publish(session, ChannelId.of("exchange", "exchange", name, "order.new"), messages(5));
            List<GetResponse> arrived = client.drain(name);
            assertEquals(5, arrived.size());
            assertEquals("order.new", arrived.getFirst().getEnvelope().getRoutingKey());
        }
    }

    @Test
    void saysThatThereIsNoSuchExchange() throws Exception {
        try (WritableSession session = Connecting.to(server).writing()) {
            FaultException none = assertThrows(FaultException.class,
                    () -> publish(session, ChannelId.of("exchange", "exchange", name), messages(1)));
            assertEquals(FaultKind.NOT_FOUND, none.kind());
        }
    }

    @Test
    void refusesAMessageThatWouldSendCopiesElsewhere() throws Exception {
        try (PlainClient client = new PlainClient(server); WritableSession session = Connecting.to(server).writing()) {
            client.queue(name, Map.of());
            Message copying = Message.at(0, 0, 0).value(new byte[]{1}).headers(Headers.of(Header.of("CC", "other")))
                    .build();
            Publishing published = publish(session, ChannelId.of("queue", name), List.of(copying, messages(1).get(0)));
            assertEquals(1, published.positions().size());
            assertEquals("The message cannot be published: its header CC would send copies to other queues.",
                    published.failures().get(0L).fault().message());
        }
    }

    @Test
    void tellsWhichMessagesAFullQueueDeclined() throws Exception {
        try (PlainClient client = new PlainClient(server); WritableSession session = Connecting.to(server).writing()) {
            client.queue(name, Map.of("x-max-length", 3, "x-overflow", "reject-publish"));
            Publishing published = publish(session, ChannelId.of("queue", name), messages(30));
            assertEquals(published.positions().size(), client.ready(name));
            assertEquals(30, published.positions().size() + published.failures().size());
            assertTrue(published.failures().size() > 0);
        }
    }

    @Test
    void claimsNothingThatAKilledServerDidNotConfirm() throws Exception {
        try (RabbitServer own = RabbitServer.start()) {
            try (PlainClient client = new PlainClient(own)) {
                client.queue(name, Map.of("x-queue-type", "quorum"));
            }
            own.restart(); // 3.10 may forget a queue that was declared just before it is killed
            long acknowledged = publishAndKill(own);
            own.restart();
            try (PlainClient client = new PlainClient(own)) {
                client.awaitAtLeast(name, acknowledged);
                long there = client.ready(name);
                assertTrue(there >= acknowledged, () -> acknowledged + " were acknowledged, " + there + " are there");
            }
        }
    }

    private long publishAndKill(RabbitServer own) throws Exception {
        List<String> told = new ArrayList<>();
        Publishing published;
        try (WritableSession session = Connecting.to(own).writing()) {
            Thread killer = Thread.ofPlatform().start(() -> {
                pause(400);
                own.kill();
            });
            published = new Interrupted(told).publish(session, ChannelId.of("queue", name), messages(400_000));
            killer.join();
        }
        assertEquals(1, told.size(), "the publisher must say that the server is gone");
        return published.positions().size();
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void saysThatTheServerTakesNothingWhileItHasAnAlarm() throws Exception {
        try (RabbitServer full = RabbitServer.start(RabbitSetup.USUAL.with("vm_memory_high_watermark.absolute = 1MB"));
                WritableSession session = Connecting.to(full).with("timeout", "2s").writing();
                PlainClient client = new PlainClient(full)) {
            client.queue(name, Map.of());
            FaultException blocked = assertThrows(FaultException.class,
                    () -> publish(session, ChannelId.of("queue", name), messages(2_000)));
            assertEquals(FaultKind.THROTTLED, blocked.kind());
            assertEquals("RabbitMQ takes no messages at the moment: low on memory.", blocked.fault().message());
        }
    }
}
