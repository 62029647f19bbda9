package dev.brokerscope.plugin.rabbitmq.stream;

import dev.brokerscope.api.broker.AckListener;
import dev.brokerscope.api.broker.PublishRequest;
import dev.brokerscope.api.broker.Publisher;
import dev.brokerscope.api.channel.Keep;
import dev.brokerscope.api.channel.MessagePart;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.AttributeSchema;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.plugin.rabbitmq.connect.RabbitFaults;
import dev.brokerscope.plugin.rabbitmq.stream.form.StreamAttributes;
import dev.brokerscope.plugin.rabbitmq.stream.form.StreamForm;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Consumer;

/// Writes into a stream, or into the partitions of a super stream. Each message is confirmed by the server, which tells no
/// offset.
final class StreamPublisher implements Publisher {

    private final StreamNodes nodes;
    private final PublishRequest request;
    private final StreamParts parts;
    private final AckListener acks;
    private final InFlight inFlight;
    private final List<PublishLane> lanes = new ArrayList<>();
    private final Consumer<StreamPublisher> whenClosed;
    private AttributeSchema source = StreamAttributes.SCHEMA;
    private StreamForm form;
    private volatile boolean closed;

    StreamPublisher(StreamNodes nodes, PublishRequest request, StreamParts parts, AckListener acks,
            Consumer<StreamPublisher> whenClosed) throws FaultException, InterruptedException {
        this.nodes = nodes;
        this.request = request;
        this.parts = parts;
        this.acks = acks;
        this.whenClosed = whenClosed;
        this.form = new StreamForm(source, request.keepTimestamp());
        this.inFlight = new InFlight(request.inFlight());
        String name = "brokerscope-" + UUID.randomUUID();
        try {
            for (String stream : parts.streams()) {
                lanes.add(new PublishLane(nodes, stream, name, acks, inFlight));
            }
        } catch (FaultException | InterruptedException | RuntimeException e) {
            lanes.forEach(PublishLane::close);
            throw e;
        }
    }

    @Override
    public Map<MessagePart, Keep> effective() {
        Map<MessagePart, Keep> keeps = new EnumMap<>(StreamProfile.keeps());
        if (!request.keepTimestamp()) {
            keeps.put(MessagePart.TIMESTAMP, Keep.LOST);
        }
        return keeps;
    }

    @Override
    public void publish(List<Message> messages, long firstToken, AttributeSchema from)
            throws FaultException, InterruptedException {
        demandOpen();
        use(from);
        List<List<byte[]>> bodies = new ArrayList<>();
        List<List<Long>> tokens = new ArrayList<>();
        lanes.forEach(_ -> {
            bodies.add(new ArrayList<>());
            tokens.add(new ArrayList<>());
        });
        for (int i = 0; i < messages.size(); i++) {
            long token = firstToken + i;
            byte[] bytes = form.write(messages.get(i));
            int partition = partition(messages.get(i));
            if (partition >= lanes.size()) {
                acks.failed(token, StreamFaults.noPartition(parts.what(), partition, lanes.size()));
            } else if (tooLarge(bytes.length).isPresent()) {
                acks.failed(token, tooLarge(bytes.length).get());
            } else {
                bodies.get(partition).add(bytes);
                tokens.get(partition).add(token);
            }
        }
        for (int i = 0; i < lanes.size(); i++) {
            if (!bodies.get(i).isEmpty()) {
                lanes.get(i).publish(bodies.get(i), tokens.get(i));
            }
        }
    }

    private void use(AttributeSchema from) {
        if (!from.equals(source)) {
            source = from;
            form = new StreamForm(from, request.keepTimestamp());
        }
    }

    private Optional<FaultException> tooLarge(long size) {
        return lanes.getFirst().largestMessage().filter(most -> size > most)
                .map(most -> StreamFaults.tooLarge(parts.what(), size, most));
    }

    private int partition(Message message) {
        return switch (request.partitioning()) {
            case KEEP -> message.partition();
            case ONE -> 0;
            case BY_KEY -> message.key().map(Bytes::hashCode).map(hash -> Math.floorMod(hash, lanes.size()))
                    .orElse(message.partition() % lanes.size());
        };
    }

    @Override
    public OptionalInt partitionOf(Message message) {
        return OptionalInt.of(partition(message));
    }

    @Override
    public Optional<FaultException> refusal(Message message) {
        return tooLarge(form.write(message).length);
    }

    @Override
    public void flush(Duration maxWait) throws FaultException, InterruptedException {
        long deadline = System.nanoTime() + maxWait.toNanos();
        while (!inFlight.isEmpty()) {
            demandOpen();
            for (PublishLane lane : lanes) {
                lane.mend();
            }
            if (System.nanoTime() > deadline) {
                throw new FaultException(FaultKind.TIMEOUT, "rabbitmq.unconfirmed",
                        "The " + parts.what() + " did not confirm all messages within " + maxWait.toSeconds() + " s.",
                        "Check whether most of its replicas are up.");
            }
            inFlight.await();
        }
    }

    private void demandOpen() throws FaultException {
        if (closed || nodes.link().isClosed()) {
            throw RabbitFaults.closed();
        }
    }

    @Override
    public void close() {
        closed = true;
        lanes.forEach(PublishLane::close);
        whenClosed.accept(this);
    }
}
