package dev.brokerscope.plugin.rabbitmq.connect;

import com.rabbitmq.client.AlreadyClosedException;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import dev.brokerscope.api.fault.FaultException;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;

/// The session's connection by AMQP 0-9-1. Questions have a channel of their own each, since a refusal closes it. They
/// are asked on another thread, since the client library does not heed interrupts. Any thread.
public final class RabbitLink implements AutoCloseable {

    private static final int CLOSING_MILLIS = 2_000;
    private static final Duration ENDING = Duration.ofSeconds(1);

    /// What is done with an AMQP channel.
    public interface Question<T> {
        T ask(Channel channel) throws IOException, TimeoutException;
    }

    private final RabbitConfig config;
    private final RabbitSockets sockets;
    private final ExecutorService threads;
    private final ReentrantLock connecting = new ReentrantLock();
    private volatile Connection connection;
    private volatile boolean closed;

    private RabbitLink(RabbitConfig config, RabbitSockets sockets, ExecutorService threads, Connection connection) {
        this.config = config;
        this.sockets = sockets;
        this.threads = threads;
        this.connection = connection;
    }

    public static RabbitLink connect(RabbitConfig config) throws FaultException, InterruptedException {
        ExecutorService threads = Executors.newThreadPerTaskExecutor(body -> config.host().thread("rabbitmq", body));
        RabbitSockets sockets = new RabbitSockets(config, threads);
        return new RabbitLink(config, sockets, threads, await(threads, () -> sockets.open("brokerscope")));
    }

    public RabbitConfig config() {
        return config;
    }

    /// What the server told of itself: `product`, `version`, `cluster_name`.
    public Map<String, Object> server() {
        return connection.getServerProperties();
    }

    /// Asks on a channel that is closed afterwards. A connection that broke off is opened anew.
    ///
    /// @param what for sentences: `queue orders`
    public <T> T ask(String what, Question<T> question) throws FaultException, InterruptedException {
        demandOpen();
        Connection living = living();
        return await(threads, () -> {
            try {
                Channel channel = living.createChannel();
                if (channel == null) {
                    throw new FaultException(dev.brokerscope.api.fault.FaultKind.THROTTLED, "rabbitmq.channels",
                            "RabbitMQ allows no more channels on this connection.", "Close some tabs.");
                }
                try {
                    return question.ask(channel);
                } finally {
                    end(channel);
                }
            } catch (IOException | TimeoutException | AlreadyClosedException e) {
                throw RabbitFaults.of(what, e);
            }
        });
    }

    /// A connection of its own, closed by the caller: for publishers, which an alarm of the server blocks as a whole, and
    /// for readers.
    ///
    /// @param purpose shown by the server: `browse orders`
    public Connection own(String purpose) throws FaultException, InterruptedException {
        demandOpen();
        return await(threads, () -> sockets.open("brokerscope: " + purpose));
    }

    /// Does something that may block, on another thread, so that an interrupt is heeded.
    public <T> T patiently(Blocking<T> call) throws FaultException, InterruptedException {
        return await(threads, call);
    }

    /// Begins something that may block, on another thread.
    public <T> FutureTask<T> begin(Blocking<T> call) {
        FutureTask<T> task = new FutureTask<>(call::run);
        threads.execute(task);
        return task;
    }

    /// May block without heeding interrupts.
    public interface Blocking<T> {
        T run() throws FaultException, InterruptedException;
    }

    private Connection living() throws FaultException, InterruptedException {
        connecting.lockInterruptibly();
        try {
            if (!connection.isOpen()) {
                connection = await(threads, () -> sockets.open("brokerscope"));
            }
            return connection;
        } finally {
            connecting.unlock();
        }
    }

    private static void end(Channel channel) {
        if (channel.isOpen()) {
            try {
                channel.abort();
            } catch (IOException gone) {
                // what was to be closed is closed
            }
        }
    }

    private static <T> T await(ExecutorService threads, Blocking<T> call)
            throws FaultException, InterruptedException {
        FutureTask<T> task = new FutureTask<>(call::run);
        threads.execute(task);
        try {
            return task.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case FaultException fault -> throw fault;
                case InterruptedException interrupt -> throw interrupt;
                case RuntimeException defect -> throw defect;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }

    public void demandOpen() throws FaultException {
        if (closed) {
            throw RabbitFaults.closed();
        }
    }

    public boolean isClosed() {
        return closed;
    }

    /// Closes the connection, but keeps what the settings hold.
    public void disconnect() {
        closed = true;
        connection.abort(CLOSING_MILLIS);
        sockets.awaitEnd(ENDING);
    }

    @Override
    public void close() {
        disconnect();
        config.wipe();
    }
}
