package dev.brokerscope.plugin.rabbitmq.exchange;

import com.rabbitmq.client.AlreadyClosedException;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.Delivery;
import dev.brokerscope.api.broker.Batch;
import dev.brokerscope.api.broker.Cursor;
import dev.brokerscope.api.broker.CursorPlan;
import dev.brokerscope.api.channel.Count;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.plugin.rabbitmq.connect.Intake;
import dev.brokerscope.plugin.rabbitmq.connect.RabbitFaults;
import dev.brokerscope.plugin.rabbitmq.connect.RabbitLink;
import dev.brokerscope.plugin.rabbitmq.message.IncomingMessages;
import dev.brokerscope.plugin.rabbitmq.message.MessageSize;
import dev.brokerscope.plugin.rabbitmq.message.RabbitAttributes;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/// Reads copies of what is published to an exchange, from a temporary queue of its own that goes with the connection.
final class ExchangeTap implements Cursor {

    private static final int AHEAD = 4_000;
    private static final long BREATH = TimeUnit.MILLISECONDS.toNanos(50);
    private static final int CLOSING_MILLIS = 800;

    private final RabbitLink link;
    private final TapPlan plan;
    private final Connection connection;
    private final Channel channel;
    private final Intake intake;
    private final IncomingMessages incoming = new IncomingMessages(false);
    private final Consumer<ExchangeTap> whenClosed;
    private final ReentrantLock using = new ReentrantLock();
    private Optional<Delivery> head = Optional.empty();
    private long handed;
    private volatile boolean cancelled;
    private volatile boolean closed;

    private ExchangeTap(RabbitLink link, TapPlan plan, Connection connection, Channel channel,
            Consumer<ExchangeTap> whenClosed) {
        this.link = link;
        this.plan = plan;
        this.connection = connection;
        this.channel = channel;
        this.intake = new Intake(plan.name().what());
        this.whenClosed = whenClosed;
    }

    static ExchangeTap open(RabbitLink link, TapPlan plan, Consumer<ExchangeTap> whenClosed)
            throws FaultException, InterruptedException {
        Connection connection = link.own("tap " + plan.name().exchange());
        try {
            return link.patiently(() -> {
                try {
                    ExchangeTap tap = new ExchangeTap(link, plan, connection, connection.createChannel(), whenClosed);
                    tap.bind();
                    return tap;
                } catch (IOException | AlreadyClosedException e) {
                    throw RabbitFaults.of(plan.name().what(), e);
                }
            });
        } catch (FaultException | InterruptedException e) {
            connection.abort(CLOSING_MILLIS);
            throw e;
        }
    }

    private void bind() throws IOException {
        if (plan.reads()) {
            String queue = channel.queueDeclare("", false, true, true,
                    Map.of("x-max-length-bytes", TapPlan.MOST_BYTES)).getQueue();
            for (String key : plan.keys()) {
                channel.queueBind(queue, plan.name().exchange(), key);
            }
            channel.basicQos(AHEAD);
            channel.basicConsume(queue, false, intake);
        }
    }

    @Override
    public CursorPlan plan() {
        return new CursorPlan(plan.reads() ? List.of(new CursorPlan.Range(0, Position.of(0, 0), Optional.empty(),
                Count.UNKNOWN)) : List.of(), RabbitAttributes.SCHEMA);
    }

    @Override
    public Batch next(Duration maxWait) throws FaultException, InterruptedException {
        using.lockInterruptibly();
        try {
            long deadline = System.nanoTime() + maxWait.toNanos();
            while (true) {
                demandOpen();
                Optional<Delivery> first = head.isPresent() ? head : intake.take(Math.min(BREATH,
                        Math.max(1, deadline - System.nanoTime())));
                head = Optional.empty();
                if (first.isPresent()) {
                    return hand(first.get());
                }
                if (intake.failure().isPresent() && intake.waiting() == 0) {
                    demandOpen();
                    throw intake.failure().get();
                }
                if (System.nanoTime() >= deadline) {
                    return Batch.EMPTY;
                }
            }
        } finally {
            using.unlock();
        }
    }

    private Batch hand(Delivery first) throws FaultException, InterruptedException {
        List<Message> messages = new ArrayList<>();
        long bytes = 0;
        Delivery last = first;
        Optional<Delivery> next = Optional.of(first);
        while (next.isPresent()) {
            Message message = incoming.read(next.get(), handed);
            long size = MessageSize.of(message);
            if (!messages.isEmpty() && bytes + size > plan.request().limits().bytes()) {
                head = next;
                break;
            }
            messages.add(message);
            last = next.get();
            bytes += size;
            handed++;
            next = messages.size() < plan.request().limits().messages() ? intake.take(0) : Optional.empty();
        }
        acknowledge(last.getEnvelope().getDeliveryTag());
        return new Batch(List.copyOf(messages), List.of(), false);
    }

    /// Of the temporary queue: nobody else sees its messages.
    private void acknowledge(long tag) throws FaultException {
        try {
            channel.basicAck(tag, true);
        } catch (IOException | AlreadyClosedException e) {
            demandOpen();
            throw RabbitFaults.of(plan.name().what(), e);
        }
    }

    @Override
    public List<Position> checkpoint() {
        return plan.reads() ? List.of(Position.of(0, handed)) : List.of();
    }

    @Override
    public void cancel() {
        cancelled = true;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            connection.abort(CLOSING_MILLIS);
            whenClosed.accept(this);
        }
    }

    private void demandOpen() throws FaultException {
        if (cancelled) {
            throw RabbitFaults.cancelled();
        }
        if (closed || link.isClosed()) {
            throw RabbitFaults.closed();
        }
    }
}
