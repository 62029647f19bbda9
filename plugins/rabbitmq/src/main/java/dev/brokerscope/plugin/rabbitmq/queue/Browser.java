package dev.brokerscope.plugin.rabbitmq.queue;

import com.rabbitmq.client.AMQP.Queue.DeclareOk;
import com.rabbitmq.client.AlreadyClosedException;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.plugin.rabbitmq.connect.Intake;
import dev.brokerscope.plugin.rabbitmq.connect.RabbitConfig.BrowseCap;
import dev.brokerscope.plugin.rabbitmq.connect.RabbitFaults;
import dev.brokerscope.plugin.rabbitmq.connect.RabbitLink;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Takes messages out of a queue, window by window, and puts all of them back by closing. Nothing is ever acknowledged:
/// a window is a consumer with a limit, and the next window another consumer. So the server sends no more than is asked
/// for, whatever the type of the queue. One thread, except `close`.
final class Browser implements AutoCloseable {

    private static final int LARGEST_FIRST_WINDOW = 64;
    private static final int SMALLEST_WINDOW = 8;
    private static final int LARGEST_WINDOW = 65_535;
    private static final int USUAL_WINDOW = 2_048;
    private static final long USUAL_BYTES = 4L << 20;

    /// A quorum queue puts the messages of each consumer back in order, and those of up to 32 consumers one after another
    /// by their names: as few windows as memory allows.
    private static final int WINDOWS = 28;

    private static final int CLOSING_MILLIS = 800;
    private static final int RETURNING_MILLIS = 1_000;

    private final RabbitLink link;
    private final String queue;
    private final Connection connection;
    private final Channel channel;
    private final Intake intake;
    private final BrowseCap cap;
    private final int firstWindow;
    private int windows;
    private String consumer = "";
    private long asked;
    private int window;

    private Browser(RabbitLink link, String queue, int firstWindow, Connection connection, Channel channel) {
        this.firstWindow = firstWindow;
        this.link = link;
        this.cap = link.config().browse();
        this.queue = queue;
        this.connection = connection;
        this.channel = channel;
        this.intake = new Intake("queue " + queue);
    }

    /// @param firstWindow what the reader takes at once
    static Browser open(RabbitLink link, String queue, int firstWindow) throws FaultException, InterruptedException {
        Connection connection = link.own("browse " + queue);
        try {
            return link.patiently(() -> {
                try {
                    return new Browser(link, queue, firstWindow, connection, connection.createChannel());
                } catch (IOException | AlreadyClosedException e) {
                    throw RabbitFaults.of("queue " + queue, e);
                }
            });
        } catch (FaultException | InterruptedException e) {
            connection.abort(CLOSING_MILLIS);
            throw e;
        }
    }

    Intake intake() {
        return intake;
    }

    /// Whether the last window is not full yet.
    boolean isFilling() {
        return intake.received() < asked;
    }

    long asked() {
        return asked;
    }

    /// Whether the reader has taken so much of the last window that the next should be on its way.
    boolean isLow() {
        return !isFilling() && intake.waiting() <= window / 2;
    }

    /// The queue as it is now: messages that nobody holds, and consumers, our own too.
    DeclareOk look() throws FaultException, InterruptedException {
        return link.patiently(() -> {
            try (Channel other = connection.createChannel()) {
                return other.queueDeclarePassive(queue);
            } catch (IOException | TimeoutException | AlreadyClosedException e) {
                throw intake.failure().orElseGet(() -> RabbitFaults.of("queue " + queue, e));
            }
        });
    }

    /// Asks for more, at most so many.
    void ask(long most) throws FaultException, InterruptedException {
        int next = (int) Math.min(most, nextWindow(most));
        String before = consumer;
        String name = String.format(Locale.ROOT, "brokerscope-%06d", windows++);
        consumer = link.patiently(() -> {
            try {
                if (!before.isEmpty()) {
                    channel.basicCancel(before);
                }
                channel.basicQos(next);
                return channel.basicConsume(queue, false, name, false, false, Map.of(), intake);
            } catch (IOException | AlreadyClosedException e) {
                throw intake.failureSoon().orElseGet(() -> RabbitFaults.of("queue " + queue, e));
            }
        });
        asked += next;
        window = next;
    }

    private long nextWindow(long left) {
        long received = intake.received();
        if (received == 0) {
            return Math.clamp(firstWindow, 1, LARGEST_FIRST_WINDOW);
        }
        long average = Math.max(1, intake.receivedBytes() / received);
        long messages = Math.max(USUAL_WINDOW, (asked + left) / WINDOWS + 1);
        long bytes = Math.max(USUAL_BYTES, cap.bytes() / WINDOWS);
        return Math.clamp(Math.min(messages, bytes / average), SMALLEST_WINDOW, LARGEST_WINDOW);
    }

    /// The server puts messages back a little after a connection has ended: waits, for a moment only, until no consumers
    /// are left but those that were there before.
    void awaitReturned(int others) {
        FutureTask<Boolean> waiting = link.begin(() -> {
            while (link.ask("queue " + queue, c -> c.queueDeclarePassive(queue)).getConsumerCount() > others) {
                TimeUnit.MILLISECONDS.sleep(10);
            }
            return true;
        });
        try {
            waiting.get(RETURNING_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException unknown) {
            // it happens without us
        }
        waiting.cancel(true);
    }

    /// Puts everything back. Never throws.
    @Override
    public void close() {
        connection.abort(CLOSING_MILLIS);
    }
}
