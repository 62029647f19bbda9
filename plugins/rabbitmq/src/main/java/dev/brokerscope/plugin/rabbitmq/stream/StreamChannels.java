package dev.brokerscope.plugin.rabbitmq.stream;

import dev.brokerscope.api.broker.AckListener;
import dev.brokerscope.api.broker.Cursor;
import dev.brokerscope.api.broker.Finding;
import dev.brokerscope.api.broker.OpenRequest;
import dev.brokerscope.api.broker.PublishRequest;
import dev.brokerscope.api.broker.Publisher;
import dev.brokerscope.api.broker.TargetChecks.RestoreIntent;
import dev.brokerscope.api.channel.ChannelDefinition;
import dev.brokerscope.api.channel.ChannelDetails;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.channel.ChannelKind;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.plugin.rabbitmq.connect.ChannelFamily;
import dev.brokerscope.plugin.rabbitmq.connect.Inventory;
import dev.brokerscope.plugin.rabbitmq.connect.RabbitFaults;
import dev.brokerscope.plugin.rabbitmq.connect.RabbitKinds;
import dev.brokerscope.plugin.rabbitmq.connect.RabbitLink;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// What the session does with streams and super streams.
public final class StreamChannels implements ChannelFamily {

    private final RabbitLink link;
    private final Inventory inventory;
    private final StreamNodes nodes;
    private final StreamProbe probe;
    private final Set<StreamCursor> cursors = ConcurrentHashMap.newKeySet();
    private final Set<StreamPublisher> publishers = ConcurrentHashMap.newKeySet();

    public StreamChannels(RabbitLink link, Inventory inventory) {
        this.link = link;
        this.inventory = inventory;
        this.nodes = new StreamNodes(link);
        this.probe = new StreamProbe(nodes);
    }

    @Override
    public ChannelKind kind() {
        return RabbitKinds.STREAM;
    }

    /// Whether streams are the partitions of a super stream of that name.
    public boolean isSuperStream(String name) throws FaultException, InterruptedException {
        try {
            return !partitions(name).isEmpty();
        } catch (FaultException e) {
            if (e.kind() == FaultKind.UNREACHABLE) {
                return false; // without the stream protocol nobody knows of super streams
            }
            throw e;
        }
    }

    private List<String> partitions(String name) throws FaultException, InterruptedException {
        StreamLine line = nodes.any(LineEvents.NONE);
        try {
            return nodes.ask(() -> line.partitions(name));
        } finally {
            line.close();
        }
    }

    private StreamParts parts(ChannelId channel) throws FaultException, InterruptedException {
        if (inventory.queue(channel.name()).isPresent()) {
            return StreamParts.alone(channel);
        }
        List<String> partitions = partitions(channel.name());
        if (partitions.isEmpty()) {
            throw RabbitFaults.unknown("stream " + channel);
        }
        return StreamParts.of(channel, partitions);
    }

    @Override
    public ChannelDetails describe(ChannelId channel) throws FaultException, InterruptedException {
        return new StreamDescription(inventory, probe, parts(channel)).details();
    }

    @Override
    public List<Position> ends(ChannelId channel) throws FaultException, InterruptedException {
        List<Position> ends = new ArrayList<>();
        for (String stream : parts(channel).streams()) {
            ends.add(Position.of(ends.size(), probe.bounds(stream).end()));
        }
        return ends;
    }

    @Override
    public Cursor open(OpenRequest request) throws FaultException, InterruptedException {
        StreamPlan plan = StreamPlan.of(probe, parts(request.channel()), request);
        StreamCursor cursor = new StreamCursor(nodes, request, plan, cursors::remove);
        cursors.add(cursor);
        return cursor;
    }

    @Override
    public ChannelDefinition define(ChannelId channel) throws FaultException, InterruptedException {
        StreamParts parts = parts(channel);
        return StreamArguments.define(inventory.queue(parts.streams().getFirst()), parts.streams().size());
    }

    @Override
    public Publisher publisher(PublishRequest request, AckListener acks) throws FaultException, InterruptedException {
        StreamPublisher publisher = new StreamPublisher(nodes, request, parts(request.target()), acks,
                publishers::remove);
        publishers.add(publisher);
        return publisher;
    }

    @Override
    public List<Finding> check(RestoreIntent intent, boolean exists) throws FaultException, InterruptedException {
        StreamChecks checks = new StreamChecks(intent);
        if (!exists) {
            return checks.missing();
        }
        StreamParts parts = parts(intent.target());
        StreamLine line = nodes.any(LineEvents.NONE);
        Optional<Long> largest = line.largestMessage();
        line.close();
        return checks.existing(parts, probe, inventory.queue(parts.streams().getFirst()), largest);
    }

    @Override
    public List<String> create(ChannelId channel, ChannelDefinition definition)
            throws FaultException, InterruptedException {
        return new StreamCreation(link).create(channel, definition);
    }

    @Override
    public void delete(ChannelId channel) throws FaultException, InterruptedException {
        new StreamCreation(link).delete(parts(channel));
    }

    @Override
    public void close() {
        List.copyOf(cursors).forEach(StreamCursor::close);
        List.copyOf(publishers).forEach(StreamPublisher::close);
        probe.close();
        nodes.close();
    }
}
