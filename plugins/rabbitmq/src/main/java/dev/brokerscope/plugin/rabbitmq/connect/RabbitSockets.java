package dev.brokerscope.plugin.rabbitmq.connect;

import com.rabbitmq.client.Address;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.DefaultSaslConfig;
import com.rabbitmq.client.impl.ForgivingExceptionHandler;
import dev.brokerscope.api.fault.FaultException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Opens connections. None of them reconnects by itself: what was not acknowledged must not be claimed.
///
/// @param loops the connections' own threads
record RabbitSockets(RabbitConfig config, ExecutorService threads, Set<Thread> loops) {

    private static final int HEARTBEAT_SECONDS = 20;
    private static final int LARGEST_MESSAGE = 1 << 30;

    RabbitSockets(RabbitConfig config, ExecutorService threads) {
        this(config, threads, ConcurrentHashMap.newKeySet());
    }

    /// @param name shown by the server
    Connection open(String name) throws FaultException {
        FaultException failed = null;
        for (Endpoint endpoint : config.hosts()) {
            try {
                return factory(endpoint).newConnection(threads, List.of(new Address(endpoint.host(), endpoint.port())),
                        name);
            } catch (IOException | TimeoutException e) {
                FaultException now = RabbitFaults.of(endpoint.toString(), e);
                failed = failed == null ? now : failed;
            }
        }
        throw failed == null ? RabbitFaults.unknown("server in the settings") : failed;
    }

    private ConnectionFactory factory(Endpoint endpoint) {
        int millis = Math.toIntExact(config.timeout().toMillis());
        ConnectionFactory factory = new ConnectionFactory();
        factory.setVirtualHost(config.vhost());
        if (config.signIn().isPresent()) {
            factory.setUsername(config.signIn().get().user());
            factory.setPassword(new String(config.signIn().get().password()));
        } else {
            factory.setSaslConfig(DefaultSaslConfig.EXTERNAL);
        }
        if (config.tls().isPresent()) {
            factory.useSslProtocol(config.tls().get());
            factory.enableHostnameVerification();
        }
        factory.setAutomaticRecoveryEnabled(false);
        factory.setTopologyRecoveryEnabled(false);
        factory.setConnectionTimeout(millis);
        factory.setHandshakeTimeout(millis);
        factory.setChannelRpcTimeout(millis);
        factory.setShutdownTimeout(1_000);
        factory.setRequestedHeartbeat(HEARTBEAT_SECONDS);
        factory.setMaxInboundMessageBodySize(LARGEST_MESSAGE);
        factory.setThreadFactory(body -> tracked(config.host().thread("rabbitmq " + endpoint, body)));
        factory.setExceptionHandler(new ForgivingExceptionHandler());
        return factory;
    }

    private Thread tracked(Thread loop) {
        loops.removeIf(t -> t.getState() == Thread.State.TERMINATED);
        loops.add(loop);
        return loop;
    }

    /// Waits a little until the threads of closed connections have ended: the client library loads classes to the very end,
    /// which it cannot once the plugin was closed.
    void awaitEnd(Duration most) {
        long deadline = System.nanoTime() + most.toNanos();
        boolean interrupted = false;
        while (loops.stream().anyMatch(Thread::isAlive) && System.nanoTime() < deadline) {
            try {
                TimeUnit.MILLISECONDS.sleep(5);
            } catch (InterruptedException e) {
                interrupted = true; // ends soon anyway
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
