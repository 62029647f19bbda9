package dev.brokerscope.plugin.memory;

import dev.brokerscope.api.broker.AckListener;
import dev.brokerscope.api.broker.Extension;
import dev.brokerscope.api.broker.GroupRestore;
import dev.brokerscope.api.broker.GroupStates;
import dev.brokerscope.api.broker.Isolation;
import dev.brokerscope.api.broker.ListQuery;
import dev.brokerscope.api.broker.OpenRequest;
import dev.brokerscope.api.broker.Page;
import dev.brokerscope.api.broker.PublishRequest;
import dev.brokerscope.api.broker.Start;
import dev.brokerscope.api.broker.WritableSession;
import dev.brokerscope.api.broker.WriteExtension;
import dev.brokerscope.api.channel.ChannelDetails;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.channel.ChannelNode;
import dev.brokerscope.api.channel.ChannelProfile.StartKind;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.Position;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// A connection to a broker in memory.
public final class MemorySession implements WritableSession {

    private final MemoryBroker broker;
    private final List<Object> extensions;
    private final Set<MemoryCursor> cursors = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    MemorySession(MemoryBroker broker) {
        this.broker = broker;
        this.extensions =
                List.of(new MemoryDefinitions(this), new MemoryGroupStates(this), new MemoryTargetChecks(this));
    }

    @Override
    public String server() {
        return "Memory " + broker.name();
    }

    @Override
    public Optional<String> clusterId() {
        return Optional.of("memory-" + broker.name());
    }

    @Override
    public Page<ChannelNode> list(Optional<ChannelId> parent, ListQuery query) throws FaultException {
        return locked(() -> MemoryListing.page(parent.isPresent()
                ? Stream.empty() : broker.channels().values().stream(), query));
    }

    @Override
    public ChannelDetails describe(ChannelId channel) throws FaultException {
        return locked(() -> MemoryListing.details(find(channel), broker.groups()));
    }

    @Override
    public Map<ChannelId, List<Position>> ends(Set<ChannelId> channels, Isolation isolation) throws FaultException {
        return locked(() -> {
            Map<ChannelId, List<Position>> ends = new LinkedHashMap<>();
            for (ChannelId channel : channels) {
                List<Position> of = new ArrayList<>();
                for (MemoryPartition partition : find(channel).partitions()) {
                    of.add(Position.of(of.size(), partition.end()));
                }
                ends.put(channel, find(channel).sort() == MemorySort.LOG ? of : List.of());
            }
            return ends;
        });
    }

    @Override
    public MemoryCursor open(OpenRequest request) throws FaultException {
        return locked(() -> {
            MemoryChannel channel = find(request.channel());
            Set<Object> missing = new HashSet<>(channel.impact().stream().filter(i -> i.needsConsent()).toList());
            missing.removeAll(request.consent());
            if (!missing.isEmpty()) {
                throw MemoryFaults.refused(channel, missing);
            }
            if (!MemoryProfile.of(channel).starts().contains(startKind(request.start()))) {
                throw MemoryFaults.noSuchStart(channel);
            }
            MemoryCursor cursor = new MemoryCursor(broker, channel, request, this::closed);
            cursors.add(cursor);
            channel.readers(1);
            return cursor;
        });
    }

    private static StartKind startKind(Start start) {
        return switch (start) {
            case Start.Earliest() -> StartKind.EARLIEST;
            case Start.Latest() -> StartKind.LATEST;
            case Start.LastN(long _) -> StartKind.LAST_N;
            case Start.AtTime(long _) -> StartKind.TIME;
            case Start.AtPositions(var _) -> StartKind.POSITION;
        };
    }

    private void closed(MemoryCursor cursor) {
        if (cursors.remove(cursor)) {
            broker.lock().lock();
            try {
                cursor.channel().readers(-1);
            } finally {
                broker.lock().unlock();
            }
        }
    }

    @Override
    public MemoryPublisher publisher(PublishRequest request, AckListener acks) throws FaultException {
        return locked(() -> {
            find(request.target());
            return new MemoryPublisher(this, request, acks);
        });
    }

    @Override
    public <T extends Extension> Optional<T> extension(Class<T> type) {
        return extensions.stream().filter(type::isInstance).map(type::cast).findFirst();
    }

    @Override
    public <T extends WriteExtension> Optional<T> writeExtension(Class<T> type) {
        Stream<WriteExtension> writing = Stream.of(new MemoryCreation(this), (GroupRestore) this::restore);
        return writing.filter(type::isInstance).map(type::cast).findFirst();
    }

    @Override
    public void close() {
        closed = true;
        cursors.forEach(MemoryCursor::close);
    }

    MemoryBroker broker() {
        return broker;
    }

    <T> T locked(MemoryAction<T> action) throws FaultException {
        if (closed) {
            throw MemoryFaults.closed(broker.name());
        }
        return broker.locked(action);
    }

    MemoryChannel find(ChannelId channel) throws FaultException {
        return broker.find(channel.name());
    }

    private List<String> restore(ChannelId channel, GroupStates.GroupState state) throws FaultException {
        return locked(() -> {
            broker.groups().restore(find(channel), state);
            return List.of();
        });
    }

    private record MemoryGroupStates(MemorySession session) implements GroupStates {
        @Override
        public List<GroupState> groups(ChannelId channel) throws FaultException {
            return session.locked(() -> session.broker.groups().of(session.find(channel)));
        }
    }
}
