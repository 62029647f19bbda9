package dev.brokerscope.plugin.memory;

import dev.brokerscope.api.broker.AckListener;
import dev.brokerscope.api.broker.Cursor;
import dev.brokerscope.api.broker.End;
import dev.brokerscope.api.broker.Extension;
import dev.brokerscope.api.broker.ForwardingSession;
import dev.brokerscope.api.broker.Isolation;
import dev.brokerscope.api.broker.OpenRequest;
import dev.brokerscope.api.broker.PublishRequest;
import dev.brokerscope.api.broker.Publisher;
import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.broker.Start;
import dev.brokerscope.api.broker.WritableSession;
import dev.brokerscope.api.channel.ChannelDetails;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.channel.ChannelProfile;
import dev.brokerscope.api.channel.ChannelProfile.Completeness;
import dev.brokerscope.api.channel.ChannelProfile.EndKind;
import dev.brokerscope.api.channel.ChannelProfile.OrderScope;
import dev.brokerscope.api.channel.ChannelProfile.PositionKind;
import dev.brokerscope.api.channel.ChannelProfile.StartKind;
import dev.brokerscope.api.channel.Impact;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.Position;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A session with queues: channels and publishing are those of the broker in memory, reading is the queue's own.
///
/// @param asks whether reading needs consent
record ToyQueueSession(MemorySession memory, ToyQueue queues, boolean asks, Set<ToyCursor> cursors)
        implements
        WritableSession,
        ForwardingSession {

    ToyQueueSession(MemorySession memory, ToyQueue queues, boolean asks) {
        this(memory, queues, asks, ConcurrentHashMap.newKeySet());
    }

    @Override
    public Session forwardsTo() {
        return memory;
    }

    @Override
    public ChannelDetails describe(ChannelId channel) throws FaultException, InterruptedException {
        ChannelDetails d = memory.describe(channel);
        OrderScope order = queues.manners().contains(Impact.REORDERS) ? OrderScope.NONE : OrderScope.CHANNEL;
        ChannelProfile profile = new ChannelProfile(queues.manners(), Set.of(StartKind.EARLIEST), EndKind.COUNT,
                PositionKind.SCAN, false, order, Completeness.COMPLETE, d.profile().restore(), List.of());
        return new ChannelDetails(d.id(), d.incarnation(), d.partitions(), d.count(), profile, d.attributes(),
                List.of());
    }

    @Override
    public Map<ChannelId, List<Position>> ends(Set<ChannelId> channels, Isolation isolation) throws FaultException {
        Map<ChannelId, List<Position>> none = new LinkedHashMap<>();
        memory.ends(channels, isolation).keySet().forEach(channel -> none.put(channel, List.of()));
        return none;
    }

    @Override
    public Cursor open(OpenRequest request) throws FaultException, InterruptedException {
        memory.describe(request.channel());
        if (!(request.start() instanceof Start.Earliest) || !(request.end() instanceof End.Snapshot)) {
            throw new FaultException(FaultKind.UNSUPPORTED, "queue.start", "A queue is read from its head to its end.",
                    "Leave the start and the end out.");
        }
        if (request.partitions().isPresent() && !request.partitions().get().equals(Set.of(0))) {
            throw new FaultException(FaultKind.NOT_FOUND, "queue.partition", "A queue has no partitions.",
                    "Leave them out.");
        }
        if (asks && queues.manners().stream().anyMatch(i -> i.needsConsent() && !request.consent().contains(i))) {
            throw new FaultException(FaultKind.REFUSED, "queue.consent", "Looking changes the queue.", "Agree to it.");
        }
        ToyCursor cursor = new ToyCursor(queues, request);
        cursors.add(cursor);
        return cursor;
    }

    @Override
    public Publisher publisher(PublishRequest request, AckListener acks) throws FaultException {
        return memory.publisher(request, acks);
    }

    @Override
    public <T extends Extension> Optional<T> extension(Class<T> type) {
        return Optional.empty();
    }

    @Override
    public void close() {
        memory.close();
        cursors.forEach(ToyCursor::close);
    }
}
