package dev.brokerscope.plugin.memory;

import dev.brokerscope.api.broker.AckListener;
import dev.brokerscope.api.broker.PublishRequest;
import dev.brokerscope.api.broker.PublishRequest.Partitioning;
import dev.brokerscope.api.broker.Publisher;
import dev.brokerscope.api.channel.Keep;
import dev.brokerscope.api.channel.MessagePart;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.AttributeRole;
import dev.brokerscope.api.message.AttributeSchema;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.api.message.TimestampType;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// Writes into a channel in memory; every message is acknowledged before `publish` returns.
final class MemoryPublisher implements Publisher {

    private final MemorySession session;
    private final PublishRequest request;
    private final AckListener acks;
    private long written;

    MemoryPublisher(MemorySession session, PublishRequest request, AckListener acks) {
        this.session = session;
        this.request = request;
        this.acks = acks;
    }

    @Override
    public Map<MessagePart, Keep> effective() {
        Map<MessagePart, Keep> kept = new EnumMap<>(MemoryProfile.KEEPS);
        kept.put(MessagePart.TIMESTAMP, request.keepTimestamp() ? Keep.EXACT : Keep.LOST);
        if (request.partitioning() != Partitioning.KEEP) {
            kept.put(MessagePart.PARTITION, Keep.LOST);
        }
        return kept;
    }

    @Override
    public void publish(List<Message> messages, long firstToken, AttributeSchema source) throws FaultException {
        OptionalInt priority = source.index(AttributeRole.PRIORITY);
        for (int i = 0; i < messages.size(); i++) {
            publish(messages.get(i), firstToken + i, priority);
        }
    }

    private void publish(Message message, long token, OptionalInt priority) throws FaultException {
        String name = request.target().name();
        MemoryScript script = session.broker().script();
        script.demandWritable(name, written);
        Optional<FaultException> refusal = script.refusal(name, message);
        if (refusal.isPresent()) {
            acks.failed(token, refusal.get());
            return;
        }
        try {
            Position at = session.locked(() -> store(message, priority));
            written++;
            acks.acknowledged(token, Optional.of(at));
        } catch (FaultException declined) {
            acks.failed(token, declined);
        }
    }

    private Position store(Message message, OptionalInt priority) throws FaultException {
        MemoryChannel channel = session.find(request.target());
        long limit = Long.parseLong(channel.settings().getOrDefault("max.message.bytes", "" + Long.MAX_VALUE));
        if (MemoryBatch.size(message) > limit) {
            throw MemoryFaults.tooLarge(MemoryBatch.size(message), limit);
        }
        int number = partition(message, channel.partitions().size());
        long offset = MemoryBroker.partition(channel, number).append(at -> copy(message, number, at, priority), true);
        return Position.of(number, offset);
    }

    private Message copy(Message message, int number, long offset, OptionalInt priority) {
        Message.Builder copy = message.movedTo(number, 0, offset)
                .attributes(List.of(priority.isPresent() ? message.attribute(priority.getAsInt()) : Optional.empty()));
        return (request.keepTimestamp() ? copy : copy.timestamp(System.currentTimeMillis(), TimestampType.APPEND))
                .build();
    }

    @Override
    public OptionalInt partitionOf(Message message) {
        try {
            return OptionalInt.of(session.locked(
                    () -> partition(message, session.find(request.target()).partitions().size())));
        } catch (FaultException gone) {
            return OptionalInt.empty();
        }
    }

    private int partition(Message message, int count) {
        return switch (request.partitioning()) {
            case KEEP -> message.partition();
            case BY_KEY -> Math.floorMod(message.key().hashCode(), count);
            case ONE -> 0;
        };
    }

    @Override
    public void flush(Duration maxWait) {
        // nothing is ever in flight
    }

    @Override
    public void close() {
        // nothing is held
    }
}
