package dev.brokerscope.plugin.rabbitmq;

import com.rabbitmq.stream.Address;
import com.rabbitmq.stream.Consumer;
import com.rabbitmq.stream.Environment;
import com.rabbitmq.stream.Message;
import com.rabbitmq.stream.NoOffsetException;
import com.rabbitmq.stream.OffsetSpecification;
import com.rabbitmq.stream.Producer;
import com.rabbitmq.stream.Properties;
import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.broker.WritableSession;
import dev.brokerscope.api.settings.Settings;
import dev.brokerscope.plugin.rabbitmq.connect.RabbitSettings;
import dev.brokerscope.rabbitmq.testkit.RabbitServer;
import dev.brokerscope.testkit.TestHost;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/// Streams by the official client in its usual way, which shares nothing with the plugin but the wire.
final class StreamLab implements AutoCloseable {

    /// As the official client hands it over.
    record Seen(long offset, long time, Message message) {}

    private final RabbitServer server;
    private final Environment environment;

    StreamLab(RabbitServer server) {
        this.server = server;
        Address address = new Address("127.0.0.1", server.streamPort());
        this.environment = Environment.builder().host(address.host()).port(address.port())
                .addressResolver(_ -> address).build();
    }

    Environment environment() {
        return environment;
    }

    static Settings settingsOf(RabbitServer server) {
        return Settings.EMPTY.with(RabbitSettings.HOSTS, server.address())
                .with(RabbitSettings.STREAM_HOSTS, "127.0.0.1:" + server.streamPort())
                .with(RabbitSettings.MANAGEMENT_URL, server.management().url());
    }

    Session session() throws Exception {
        return new RabbitPlugin().connect(settingsOf(server), TestHost.withoutSecrets());
    }

    WritableSession writing() throws Exception {
        return new RabbitPlugin().writeAccess().orElseThrow().connect(settingsOf(server), TestHost.withoutSecrets());
    }

    void create(String stream) {
        environment.streamCreator().stream(stream).create();
    }

    /// A super stream as an operator makes it.
    void createSuper(String name, int partitions) {
        server.management().put("/api/exchanges/%2f/" + name,
                "{\"type\":\"direct\",\"durable\":true,\"arguments\":{\"x-super-stream\":true}}");
        for (int i = 0; i < partitions; i++) {
            create(name + "-" + i);
            server.management().post("/api/bindings/%2f/e/" + name + "/q/" + name + "-" + i, "{\"routing_key\":\"" + i
                    + "\",\"arguments\":{\"x-stream-partition-order\":" + i + "}}");
        }
    }

    /// Publishes so many messages and waits until all are confirmed.
    void publish(String stream, int count, Function<Producer, Function<Integer, Message>> form)
            throws InterruptedException {
        CountDownLatch confirmed = new CountDownLatch(count);
        try (Producer producer = environment.producerBuilder().stream(stream).build()) {
            Function<Integer, Message> message = form.apply(producer);
            for (int i = 0; i < count; i++) {
                producer.send(message.apply(i), _ -> confirmed.countDown());
            }
            if (!confirmed.await(60, TimeUnit.SECONDS)) {
                throw new AssertionError(confirmed.getCount() + " messages were not confirmed");
            }
        }
    }

    void publishTexts(String stream, int count) throws InterruptedException {
        publish(stream, count,
                producer -> i -> producer.messageBuilder().addData(("message " + i).getBytes(StandardCharsets.UTF_8))
                        .build());
    }

    /// A server that was just started needs a while until its streams have leaders.
    void awaitStream(String stream) throws InterruptedException {
        await(() -> {
            try (Producer producer = environment.producerBuilder().stream(stream).build()) {
                return producer != null;
            } catch (RuntimeException notYet) {
                return false;
            }
        });
    }

    /// A consumer's place, which the server notes in the stream itself.
    void noteOffset(String stream, long offset) throws InterruptedException {
        try (Consumer consumer = environment.consumerBuilder().stream(stream).name("noted").manualTrackingStrategy()
                .checkInterval(Duration.ZERO).builder().messageHandler((_, _) -> {
                }).build()) {
            consumer.store(offset);
            await(() -> {
                try {
                    return consumer.storedOffset() == offset;
                } catch (NoOffsetException notYet) {
                    return false;
                }
            });
        }
    }

    /// Everything of a message that the official client knows.
    static String words(Message message) {
        Properties p = message.getProperties();
        return new String(message.getBodyAsBinary(), StandardCharsets.UTF_8) + " " + p.getMessageId() + " "
                + p.getCorrelationId() + " " + p.getSubject() + " " + p.getContentType() + " " + p.getCreationTime()
                + " " + p.getGroupId() + " " + p.getGroupSequence() + " " + types(message.getApplicationProperties())
                + " " + types(message.getMessageAnnotations());
    }

    private static String types(Map<String, Object> values) {
        StringBuilder words = new StringBuilder();
        values.forEach((key, value) -> words.append(key).append('=').append(value.getClass().getSimpleName())
                .append(' ').append(value).append(' '));
        return words.toString();
    }

    /// The first so many messages.
    List<Seen> read(String stream, long count) throws InterruptedException {
        LinkedBlockingQueue<Seen> queue = new LinkedBlockingQueue<>();
        List<Seen> seen = new ArrayList<>();
        Consumer consumer = environment.consumerBuilder().stream(stream).offset(OffsetSpecification.first())
                .messageHandler((context, message) -> queue.add(new Seen(context.offset(), context.timestamp(),
                        message)))
                .build();
        try (consumer) {
            while (seen.size() < count) {
                Seen next = queue.poll(20, TimeUnit.SECONDS);
                if (next == null) {
                    throw new AssertionError("only " + seen.size() + " of " + count + " messages came");
                }
                seen.add(next);
            }
        }
        return seen;
    }

    Consumer consume(String stream, java.util.function.Consumer<Message> handler) {
        return environment.consumerBuilder().stream(stream).offset(OffsetSpecification.first())
                .messageHandler((_, message) -> handler.accept(message)).build();
    }

    /// Reads to the end as fast as the official client does.
    long count(String stream) throws InterruptedException {
        AtomicLong end = new AtomicLong(-1);
        AtomicLong last = new AtomicLong(-1);
        try (Consumer _ = environment.consumerBuilder().stream(stream).offset(OffsetSpecification.last())
                .messageHandler((context, _) -> end.set(context.offset())).build()) {
            await(() -> end.get() >= 0);
            Thread.sleep(100);
        }
        AtomicLong count = new AtomicLong();
        try (Consumer _ = environment.consumerBuilder().stream(stream).offset(OffsetSpecification.first())
                .messageHandler((context, _) -> {
                    count.incrementAndGet();
                    last.set(context.offset());
                }).build()) {
            await(() -> last.get() >= end.get());
        }
        return count.get();
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < 60_000 && !condition.getAsBoolean(); i++) {
            Thread.sleep(1);
        }
    }

    /// Subscriptions by the stream protocol, as the server counts them.
    long consumers(String stream) {
        String told = server.management().get("/api/stream/consumers");
        return told.split("\"name\":\"" + stream + "\"", -1).length - 1L;
    }

    @Override
    public void close() {
        environment.close();
    }
}
