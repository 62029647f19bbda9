package dev.brokerscope.demo;

import dev.brokerscope.demo.other.RabbitSamples;
import dev.brokerscope.demo.other.RedisSamples;
import dev.brokerscope.demo.other.Sample;
import dev.brokerscope.rabbitmq.testkit.RabbitProgram;
import dev.brokerscope.rabbitmq.testkit.RabbitServer;
import dev.brokerscope.redis.testkit.RedisProgram;
import dev.brokerscope.redis.testkit.RedisServer;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// The brokers beside Kafka whose servers this machine has, on free loopback ports, with some of the same messages.
public final class OtherBrokers implements AutoCloseable {

    /// Where there is a server, and how the program connects to it.
    ///
    /// @param id of the plugin: `redis`
    public record Running(String id, Map<String, String> settings) {

        /// Options of the command line: `--broker redis --set hosts=127.0.0.1:6379`.
        List<String> options() {
            List<String> options = new ArrayList<>(List.of("--broker", id));
            settings.forEach((name, value) -> options.addAll(List.of("--set", name + "=" + value)));
            return options;
        }
    }

    private final List<Runnable> servers = new ArrayList<>();
    private final List<Running> running = new ArrayList<>();
    /// Servers are processes: they would outlive a demo that is interrupted.
    private final Thread atExit = new Thread(this::end, "end-other-brokers");

    private OtherBrokers() {}

    /// Starts and fills what is here, and says in a sentence what is left out and how to get it.
    ///
    /// @param topics the messages of a topic by its name
    static OtherBrokers start(Function<String, List<Sample>> topics, PrintStream out) {
        OtherBrokers others = new OtherBrokers();
        Runtime.getRuntime().addShutdownHook(others.atExit);
        if (RedisProgram.find().isPresent()) {
            others.redis(topics, out);
        } else {
            out.println("Redis:    left out. " + RedisProgram.HOW_TO_GET_IT);
        }
        if (RabbitProgram.find().isPresent()) {
            others.rabbit(topics, out);
        } else {
            out.println("RabbitMQ: left out. " + RabbitProgram.HOW_TO_GET_IT);
        }
        out.flush();
        return others;
    }

    private void endLater(Runnable end) {
        synchronized (servers) {
            servers.add(end);
        }
    }

    public List<Running> running() {
        return List.copyOf(running);
    }

    private void redis(Function<String, List<Sample>> topics, PrintStream out) {
        RedisServer redis = RedisServer.start();
        endLater(redis::close);
        long written = RedisSamples.fill(redis, topics);
        running.add(new Running("redis", Map.of("hosts", redis.address())));
        out.println("Redis:    " + redis.address() + ", " + written + " entries in "
                + String.join(", ", RedisSamples.STREAMS));
    }

    private void rabbit(Function<String, List<Sample>> topics, PrintStream out) {
        RabbitServer rabbit = RabbitServer.start();
        endLater(rabbit::close);
        long written = RabbitSamples.fill(rabbit, topics);
        running.add(new Running("rabbitmq", Map.of("hosts", rabbit.address(), "management.url",
                rabbit.management().url(), "stream.hosts", "127.0.0.1:" + rabbit.streamPort())));
        out.println("RabbitMQ: " + rabbit.address() + ", " + written + " messages in "
                + String.join(", ", RabbitSamples.CHANNELS));
    }

    @Override
    public void close() {
        end();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException ending) {
            // This JVM is on its way out already; the hook finds nothing left to do.
            return;
        }
    }

    private void end() {
        synchronized (servers) {
            servers.reversed().forEach(Runnable::run);
            servers.clear();
        }
    }
}
