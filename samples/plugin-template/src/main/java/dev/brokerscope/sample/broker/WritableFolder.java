package dev.brokerscope.sample.broker;

import dev.brokerscope.api.broker.AckListener;
import dev.brokerscope.api.broker.Cursor;
import dev.brokerscope.api.broker.Isolation;
import dev.brokerscope.api.broker.ListQuery;
import dev.brokerscope.api.broker.OpenRequest;
import dev.brokerscope.api.broker.Page;
import dev.brokerscope.api.broker.PublishRequest;
import dev.brokerscope.api.broker.Publisher;
import dev.brokerscope.api.broker.WritableSession;
import dev.brokerscope.api.channel.ChannelDetails;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.channel.ChannelNode;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.Position;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The writing half: a reading session and a publisher. A plugin that only reads has no such class.
record WritableFolder(FolderSession reading) implements WritableSession {

    @Override
    public Publisher publisher(PublishRequest request, AckListener acks) throws FaultException {
        LineFile file = reading.file(request.target());
        return new FolderPublisher(file, acks, file.count());
    }

    @Override
    public String server() {
        return reading.server();
    }

    @Override
    public Optional<String> clusterId() {
        return reading.clusterId();
    }

    @Override
    public Page<ChannelNode> list(Optional<ChannelId> parent, ListQuery query) throws FaultException {
        return reading.list(parent, query);
    }

    @Override
    public ChannelDetails describe(ChannelId channel) throws FaultException {
        return reading.describe(channel);
    }

    @Override
    public Map<ChannelId, List<Position>> ends(Set<ChannelId> channels, Isolation isolation) throws FaultException {
        return reading.ends(channels, isolation);
    }

    @Override
    public Cursor open(OpenRequest request) throws FaultException {
        return reading.open(request);
    }

    @Override
    public void close() {
        reading.close();
    }
}
