package dev.brokerscope.plugin.rabbitmq;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.DefaultConsumer;
import com.rabbitmq.client.Delivery;
import com.rabbitmq.client.Envelope;
import com.rabbitmq.client.GetResponse;
import dev.brokerscope.rabbitmq.testkit.RabbitServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// The plain client library, as any program would use it; shares nothing with the plugin.
final class PlainClient implements AutoCloseable {

    /// A consumer without a limit gets no more than 2,000 messages of a quorum queue.
    private static final int MOST_OF_A_CONSUMER = 50_000;

    private final Connection connection;
    private final Channel channel;

    PlainClient(RabbitServer server) throws Exception {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setHost("127.0.0.1");
        factory.setPort(server.port());
        factory.setAutomaticRecoveryEnabled(false);
        factory.setMaxInboundMessageBodySize(1 << 30);
        this.connection = factory.newConnection("plain client");
        this.channel = connection.createChannel();
        channel.confirmSelect();
    }

    Channel channel() {
        return channel;
    }

    void queue(String name, Map<String, Object> arguments) throws Exception {
        channel.queueDeclare(name, true, false, false, arguments);
    }

    void publish(String exchange, String key, BasicProperties properties, String body) throws Exception {
        channel.basicPublish(exchange, key, properties, body.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    /// `message 0` and so on, straight into a queue; returns once all are confirmed.
    void fill(String queue, int count) throws Exception {
        for (int i = 0; i < count; i++) {
            publish("", queue, new BasicProperties.Builder().messageId("id-" + i).build(), "message " + i);
        }
        channel.waitForConfirmsOrDie(60_000);
    }

    long ready(String queue) throws Exception {
        return channel.queueDeclarePassive(queue).getMessageCount();
    }

    long consumers(String queue) throws Exception {
        return channel.queueDeclarePassive(queue).getConsumerCount();
    }

    /// Waits until so many messages are ready.
    void awaitReady(String queue, long count) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (ready(queue) != count && System.nanoTime() < deadline) {
            Thread.sleep(20);
        }
    }

    /// Waits until so many messages are ready, or more.
    void awaitAtLeast(String queue, long count) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (ready(queue) < count && System.nanoTime() < deadline) {
            Thread.sleep(20);
        }
    }

    /// Gets and acknowledges all of them, one by one.
    List<GetResponse> drain(String queue) throws Exception {
        List<GetResponse> all = new ArrayList<>();
        GetResponse one = channel.basicGet(queue, true);
        while (one != null) {
            all.add(one);
            one = channel.basicGet(queue, true);
        }
        return all;
    }

    /// Consumes so many messages as fast as possible, and leaves them there.
    long look(String queue, long count) throws Exception {
        try (Channel looking = connection.createChannel()) {
            BlockingQueue<Delivery> deliveries = new LinkedBlockingQueue<>();
            DefaultConsumer consumer = new DefaultConsumer(looking) {
                @Override
                public void handleDelivery(String tag, Envelope envelope, BasicProperties properties, byte[] body) {
                    deliveries.add(new Delivery(envelope, properties, body));
                }
            };
            looking.basicQos(MOST_OF_A_CONSUMER);
            long seen = 0;
            boolean coming = true;
            while (seen < count && coming) {
                if (seen % MOST_OF_A_CONSUMER == 0) {
                    looking.basicConsume(queue, false, consumer);
                }
                coming = deliveries.poll(5, TimeUnit.SECONDS) != null;
                seen += coming ? 1 : 0;
            }
            return seen;
        }
    }

    @Override
    public void close() {
        connection.abort(2_000);
    }
}
