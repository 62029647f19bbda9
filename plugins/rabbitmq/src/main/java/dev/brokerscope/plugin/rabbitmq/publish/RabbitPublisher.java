package dev.brokerscope.plugin.rabbitmq.publish;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.AlreadyClosedException;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ShutdownSignalException;
import dev.brokerscope.api.broker.AckListener;
import dev.brokerscope.api.broker.PublishRequest;
import dev.brokerscope.api.broker.PublishRequest.Partitioning;
import dev.brokerscope.api.broker.Publisher;
import dev.brokerscope.api.channel.Keep;
import dev.brokerscope.api.channel.MessagePart;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.AttributeSchema;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.plugin.rabbitmq.connect.RabbitFaults;
import dev.brokerscope.plugin.rabbitmq.connect.RabbitLink;
import dev.brokerscope.plugin.rabbitmq.message.OutgoingMessages;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Publishes with confirms, on a connection of its own: an alarm of the server blocks it as a whole. Each message must
/// reach a queue (`mandatory`), or it is told as failed.
public final class RabbitPublisher implements Publisher {

    private static final int AT_ONCE = 250;
    private static final long BYTES_AT_ONCE = 4L << 20;
    private static final long BYTES_IN_FLIGHT = 64L << 20;
    private static final long BREATH = TimeUnit.MILLISECONDS.toNanos(100);
    private static final int CLOSING_MILLIS = 2_000;

    private final RabbitLink link;
    private final PublishRequest request;
    private final Route route;
    private final Map<MessagePart, Keep> keeps;
    private final AckListener acks;
    private final Runnable whenClosed;
    private final InFlight inFlight;
    private final Connection connection;
    private final Channel channel;
    private final OutgoingMessages messages;
    private volatile Optional<String> alarm = Optional.empty();
    private volatile long blockedSince;

    private RabbitPublisher(RabbitLink link, PublishRequest request, Route route, Map<MessagePart, Keep> keeps,
            AckListener acks, Connection connection, Channel channel, Runnable whenClosed) {
        this.link = link;
        this.request = request;
        this.route = route;
        this.keeps = keeps;
        this.acks = acks;
        this.whenClosed = whenClosed;
        this.connection = connection;
        this.channel = channel;
        this.inFlight = new InFlight(acks);
        this.messages = new OutgoingMessages(link.config().user(), !route.exchange().isEmpty(),
                request.keepTimestamp(), connection.getFrameMax());
    }

    /// @param keeps what is kept of a message that is published there, if its timestamp is to be kept
    public static RabbitPublisher open(RabbitLink link, PublishRequest request, Route route,
            Map<MessagePart, Keep> keeps, AckListener acks, Runnable whenClosed)
            throws FaultException, InterruptedException {
        Connection connection = link.own("publish to " + route.what());
        try {
            return link.patiently(() -> {
                try {
                    Channel channel = connection.createChannel();
                    RabbitPublisher publisher =
                            new RabbitPublisher(link, request, route, keeps, acks, connection, channel, whenClosed);
                    publisher.listen();
                    channel.confirmSelect();
                    return publisher;
                } catch (IOException | AlreadyClosedException e) {
                    throw RabbitFaults.of(route.what(), e);
                }
            });
        } catch (FaultException | InterruptedException e) {
            connection.abort(CLOSING_MILLIS);
            throw e;
        }
    }

    private void listen() {
        channel.addConfirmListener(inFlight::confirmed, (number, multiple) -> inFlight.declined(number, multiple,
                new FaultException(FaultKind.REJECTED, "rabbitmq.declined",
                        "RabbitMQ declined the message for " + route.what() + ": a queue is full or not available.",
                        "Look for its length limit (x-overflow) and for its leader.")));
        channel.addReturnListener(back -> inFlight.returned(back, unroutable(back.getReplyCode())));
        channel.addShutdownListener(cause -> inFlight.end(lost(cause)));
        connection.addBlockedListener(new BlockedCallbacks());
    }

    private FaultException unroutable(int code) {
        String sentence = code == AMQP.NO_CONSUMERS ? "No consumer is there for " : "No queue takes the message for ";
        return new FaultException(FaultKind.REJECTED, "rabbitmq.unroutable", sentence + route.what() + ".",
                route.exchange().isEmpty() ? "Check whether the queue was deleted meanwhile."
                        : "Bind a queue for its routing key, or name another key: exchange/NAME/KEY.");
    }

    private FaultException lost(ShutdownSignalException cause) {
        FaultException why = RabbitFaults.of(route.what(), cause);
        if (why.kind() != FaultKind.UNREACHABLE) {
            return why;
        }
        return new FaultException(FaultKind.UNREACHABLE, why.fault().code(),
                why.fault().message() + " What was not confirmed may have been written or not.",
                why.fault().remedy(), cause);
    }

    @Override
    public Map<MessagePart, Keep> effective() {
        Map<MessagePart, Keep> effective = new EnumMap<>(keeps);
        effective.put(MessagePart.TIMESTAMP, request.keepTimestamp() ? Keep.EXACT : Keep.LOST);
        return effective;
    }

    @Override
    public OptionalInt partitionOf(Message message) {
        return refusal(message).isPresent() ? OptionalInt.empty() : OptionalInt.of(0);
    }

    @Override
    public Optional<FaultException> refusal(Message message) {
        return request.partitioning() == Partitioning.KEEP && message.partition() != 0
                ? Optional.of(RabbitFaults.noPartition(route.what(), message.partition()))
                : messages.refusal(message);
    }

    @Override
    public void publish(List<Message> given, long firstToken, AttributeSchema source)
            throws FaultException, InterruptedException {
        demandOpen();
        List<Outgoing> chunk = new ArrayList<>();
        long bytes = 0;
        for (int i = 0; i < given.size(); i++) {
            Optional<Outgoing> outgoing = outgoing(given.get(i), firstToken + i, source);
            if (outgoing.isPresent()) {
                chunk.add(outgoing.get());
                bytes += outgoing.get().body().length;
            }
            if (chunk.size() >= AT_ONCE || bytes >= BYTES_AT_ONCE) {
                send(chunk);
                chunk = new ArrayList<>();
                bytes = 0;
            }
        }
        if (!chunk.isEmpty()) {
            send(chunk);
        }
    }

    private Optional<Outgoing> outgoing(Message message, long token, AttributeSchema source) {
        Optional<FaultException> refusal = refusal(message);
        if (refusal.isPresent()) {
            acks.failed(token, refusal.get());
            return Optional.empty();
        }
        try {
            return Optional.of(new Outgoing(token, route.routingKey(message, source), messages.write(message, source),
                    OutgoingMessages.body(message)));
        } catch (FaultException e) {
            acks.failed(token, e);
            return Optional.empty();
        }
    }

    private void send(List<Outgoing> chunk) throws FaultException, InterruptedException {
        while (alarm.isPresent()
                || !inFlight.await(Math.max(0, request.inFlight() - chunk.size()), BYTES_IN_FLIGHT, BREATH)) {
            demandOpen();
            demandUnblocked();
            if (alarm.isPresent()) {
                TimeUnit.NANOSECONDS.sleep(BREATH);
            }
        }
        FutureTask<Boolean> writing = link.begin(() -> write(chunk));
        while (!written(writing)) {
            demandUnblocked();
        }
    }

    private boolean written(FutureTask<Boolean> writing) throws FaultException, InterruptedException {
        try {
            return writing.get(BREATH, TimeUnit.NANOSECONDS);
        } catch (TimeoutException notYet) {
            return false;
        } catch (java.util.concurrent.ExecutionException e) {
            throw RabbitFaults.of(route.what(), e);
        }
    }

    /// What could not be handed to the server fails with the others that it did not confirm.
    private boolean write(List<Outgoing> chunk) {
        for (Outgoing message : chunk) {
            if (!inFlight.add(channel.getNextPublishSeqNo(), message)) {
                acks.failed(message.token(), inFlight.ended().orElseThrow());
                continue;
            }
            try {
                channel.basicPublish(route.exchange(), message.routingKey(), true, false, message.properties(),
                        message.body());
            } catch (IOException e) {
                inFlight.end(RabbitFaults.of(route.what(), e));
            } catch (AlreadyClosedException e) {
                inFlight.end(lost(e));
            }
        }
        return true;
    }

    @Override
    public void flush(Duration maxWait) throws FaultException, InterruptedException {
        long deadline = System.nanoTime() + maxWait.toNanos();
        while (!inFlight.await(0, Long.MAX_VALUE, Math.min(BREATH, Math.max(1, deadline - System.nanoTime())))) {
            demandUnblocked();
            if (System.nanoTime() > deadline) {
                throw new FaultException(FaultKind.TIMEOUT, "rabbitmq.unconfirmed",
                        "RabbitMQ did not confirm all messages for " + route.what() + " in time.",
                        "Check the server's load and its alarms.");
            }
        }
    }

    private void demandOpen() throws FaultException {
        if (link.isClosed()) {
            throw RabbitFaults.closed();
        }
        Optional<FaultException> ended = inFlight.ended();
        if (ended.isPresent()) {
            throw ended.get();
        }
    }

    /// An alarm may take hours; whoever restores is told, and goes on later.
    private void demandUnblocked() throws FaultException {
        Optional<String> reason = alarm;
        if (reason.isPresent() && System.nanoTime() - blockedSince > link.config().timeout().toNanos()) {
            FaultException blocked = new FaultException(FaultKind.THROTTLED, "rabbitmq.blocked",
                    "RabbitMQ takes no messages at the moment: " + reason.get() + ".",
                    "Free memory or disk space on the server, then go on.");
            inFlight.end(blocked);
            connection.abort(CLOSING_MILLIS);
            throw blocked;
        }
    }

    @Override
    public void close() {
        inFlight.end(RabbitFaults.closed());
        connection.abort(CLOSING_MILLIS);
        whenClosed.run();
    }

    private final class BlockedCallbacks implements com.rabbitmq.client.BlockedListener {
        @Override
        public void handleBlocked(String reason) {
            blockedSince = System.nanoTime();
            alarm = Optional.of(reason);
        }

        @Override
        public void handleUnblocked() {
            alarm = Optional.empty();
        }
    }
}
