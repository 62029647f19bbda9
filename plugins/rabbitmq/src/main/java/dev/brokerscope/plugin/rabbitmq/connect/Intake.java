package dev.brokerscope.plugin.rabbitmq.connect;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Consumer;
import com.rabbitmq.client.Delivery;
import com.rabbitmq.client.Envelope;
import com.rabbitmq.client.ShutdownSignalException;
import dev.brokerscope.api.fault.FaultException;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// What the server delivers, until a reader takes it. The server fills it, one reader empties it.
public final class Intake implements Consumer {

    private static final long TELLING = TimeUnit.SECONDS.toNanos(1);

    private final String what;
    private final BlockingQueue<Delivery> deliveries = new LinkedBlockingQueue<>();
    private volatile Optional<FaultException> failure = Optional.empty();
    private volatile long received;
    private volatile long receivedBytes;
    private volatile long lastArrival = System.nanoTime();

    /// @param what for sentences: `queue orders`
    public Intake(String what) {
        this.what = what;
    }

    /// Waits for a delivery.
    public Optional<Delivery> take(long nanos) throws InterruptedException {
        return Optional.ofNullable(deliveries.poll(nanos, TimeUnit.NANOSECONDS));
    }

    public Optional<Delivery> peek() {
        return Optional.ofNullable(deliveries.peek());
    }

    public int waiting() {
        return deliveries.size();
    }

    /// Messages delivered so far.
    public long received() {
        return received;
    }

    public long receivedBytes() {
        return receivedBytes;
    }

    public long nanosSinceLast() {
        return System.nanoTime() - lastArrival;
    }

    /// Why nothing more will come, after what waits.
    public Optional<FaultException> failure() {
        return failure;
    }

    /// The same, where the client library already refuses calls for a reason that it is just about to tell.
    public Optional<FaultException> failureSoon() throws InterruptedException {
        long deadline = System.nanoTime() + TELLING;
        while (failure.isEmpty() && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        return failure;
    }

    @Override
    public void handleDelivery(String tag, Envelope envelope, BasicProperties properties, byte[] body) {
        deliveries.add(new Delivery(envelope, properties, body));
        receivedBytes += body.length;
        received++;
        lastArrival = System.nanoTime();
    }

    @Override
    public void handleCancel(String tag) {
        failure = Optional.of(RabbitFaults.gone(what, "read"));
    }

    @Override
    public void handleShutdownSignal(String tag, ShutdownSignalException signal) {
        if (failure.isEmpty() && !signal.isInitiatedByApplication()) {
            failure = Optional.of(RabbitFaults.of(what, signal));
        }
    }

    @Override
    public void handleConsumeOk(String tag) {
        // nothing came yet
    }

    @Override
    public void handleCancelOk(String tag) {
        // what came is kept
    }

    @Override
    public void handleRecoverOk(String tag) {
        // never asked for
    }
}
