package dev.brokerscope.sample.broker;

import dev.brokerscope.api.broker.Isolation;
import dev.brokerscope.api.broker.ListQuery;
import dev.brokerscope.api.broker.OpenRequest;
import dev.brokerscope.api.broker.Page;
import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.channel.ChannelDetails;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.channel.ChannelNode;
import dev.brokerscope.api.channel.ChannelNode.Role;
import dev.brokerscope.api.channel.Count;
import dev.brokerscope.api.channel.PartitionInfo;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.AttributeSchema;
import dev.brokerscope.api.message.Position;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The reading half. For many threads: it holds nothing but the folder.
final class FolderSession implements Session {

    private final Path folder;
    private volatile boolean closed;

    FolderSession(Path folder) {
        this.folder = folder;
    }

    @Override
    public String server() {
        return "Folder " + folder;
    }

    @Override
    public Optional<String> clusterId() {
        return Optional.empty();
    }

    @Override
    public Page<ChannelNode> list(Optional<ChannelId> parent, ListQuery query) throws FaultException {
        demandOpen();
        if (parent.isPresent()) {
            return new Page<>(List.of(), Optional.empty());
        }
        String wanted = query.contains().toLowerCase(Locale.ROOT);
        List<String> names = names().stream().filter(n -> n.toLowerCase(Locale.ROOT).contains(wanted))
                .filter(n -> query.continueAt().map(last -> n.compareTo(last) > 0).orElse(true)).toList();
        List<String> page = names.stream().limit(query.limit()).toList();
        return new Page<>(page.stream().map(FolderSession::node).toList(),
                names.size() > page.size() ? Optional.of(page.getLast()) : Optional.empty());
    }

    private List<String> names() throws FaultException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).filter(n -> n.endsWith(LineFile.SUFFIX))
                    .map(n -> n.substring(0, n.length() - LineFile.SUFFIX.length())).sorted().toList();
        } catch (IOException failed) {
            throw new FaultException(FaultKind.FILE_ACCESS, "folder.unreadable", folder + " cannot be listed.",
                    "Check its permissions.", failed);
        }
    }

    /// Counting would read the whole file: say that the count is unknown rather than be slow.
    private static ChannelNode node(String name) {
        return new ChannelNode(ChannelId.of(FolderPlugin.FILE.id(), name), name, Set.of(Role.SOURCE, Role.TARGET),
                false,
                false, Count.UNKNOWN, Set.of());
    }

    @Override
    public ChannelDetails describe(ChannelId channel) throws FaultException {
        Count count = Count.exact(file(channel).count());
        PartitionInfo only = new PartitionInfo(0, Optional.of(Position.of(0, 0)),
                Optional.of(Position.of(0, count.value())), count, List.of());
        return new ChannelDetails(channel, "", List.of(only), count, FolderProfile.PROFILE, AttributeSchema.EMPTY,
                List.of());
    }

    @Override
    public Map<ChannelId, List<Position>> ends(Set<ChannelId> channels, Isolation isolation) throws FaultException {
        Map<ChannelId, List<Position>> ends = new LinkedHashMap<>();
        for (ChannelId channel : channels) {
            ends.put(channel, List.of(Position.of(0, file(channel).count())));
        }
        return ends;
    }

    @Override
    public FolderCursor open(OpenRequest request) throws FaultException {
        return FolderCursor.open(this, file(request.channel()), request);
    }

    @Override
    public void close() {
        closed = true;
    }

    LineFile file(ChannelId channel) throws FaultException {
        demandOpen();
        return LineFile.find(folder, channel);
    }

    void demandOpen() throws FaultException {
        if (closed) {
            throw new FaultException(FaultKind.CLOSED, "session.closed", "The connection to " + folder + " is closed.",
                    "Connect again.");
        }
    }
}
