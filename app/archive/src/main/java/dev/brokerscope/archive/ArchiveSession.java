package dev.brokerscope.archive;

import dev.brokerscope.api.broker.ChannelDefinitions;
import dev.brokerscope.api.broker.Cursor;
import dev.brokerscope.api.broker.CursorPlan;
import dev.brokerscope.api.broker.End;
import dev.brokerscope.api.broker.Extension;
import dev.brokerscope.api.broker.GroupStates;
import dev.brokerscope.api.broker.Isolation;
import dev.brokerscope.api.broker.KeySearch;
import dev.brokerscope.api.broker.ListQuery;
import dev.brokerscope.api.broker.OpenRequest;
import dev.brokerscope.api.broker.Page;
import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.channel.ChannelDetails;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.channel.ChannelNode;
import dev.brokerscope.api.channel.Count;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.api.message.Position;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// An archive as a broker that never changes. Any thread; each cursor has connections of its own.
final class ArchiveSession implements Session {

    private final OpenArchive archive;
    private final Set<Cursor> cursors = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    ArchiveSession(OpenArchive archive) {
        this.archive = archive;
    }

    @Override
    public String server() {
        return archive.title();
    }

    @Override
    public Optional<String> clusterId() {
        return archive.clusterId();
    }

    @Override
    public Page<ChannelNode> list(Optional<ChannelId> parent, ListQuery query) throws FaultException {
        checkOpen();
        String wanted = query.contains().toLowerCase(Locale.ROOT);
        List<ChannelNode> found = new ChannelTree(archive.catalog()).children(parent).stream()
                .filter(n -> n.label().toLowerCase(Locale.ROOT).contains(wanted)).toList();
        int from = query.continueAt().map(ArchiveSession::offset).orElse(0);
        int to = (int) Math.min(found.size(), (long) from + query.limit());
        Optional<String> next = to < found.size() ? Optional.of(Integer.toString(to)) : Optional.empty();
        return new Page<>(from >= to ? List.of() : found.subList(from, to), next);
    }

    private static int offset(String token) {
        try {
            return Math.max(0, Integer.parseInt(token));
        } catch (NumberFormatException notOurs) {
            return 0;
        }
    }

    @Override
    public ChannelDetails describe(ChannelId channel) throws FaultException {
        checkOpen();
        return new ChannelFacts(archive).describe(archive.catalog().need(channel));
    }

    @Override
    public Map<ChannelId, List<Position>> ends(Set<ChannelId> channels, Isolation isolation) throws FaultException {
        checkOpen();
        Map<ChannelId, List<Position>> ends = new LinkedHashMap<>();
        for (ChannelId channel : channels) {
            ends.put(channel, archive.catalog().need(channel).partitions().stream().map(Catalog.Part::end).toList());
        }
        return ends;
    }

    @Override
    public Cursor open(OpenRequest request) throws FaultException {
        return open(request, Optional.empty());
    }

    private Cursor open(OpenRequest request, Optional<Bytes> key) throws FaultException {
        checkOpen();
        Catalog.Entry entry = archive.catalog().need(request.channel());
        SetFrames source = archive.connect();
        try {
            Cursor cursor = open(request, key, entry, source);
            cursors.add(cursor);
            return cursor;
        } catch (FaultException e) {
            source.close();
            throw e;
        }
    }

    private Cursor open(OpenRequest request, Optional<Bytes> key, Catalog.Entry entry, SetFrames source)
            throws FaultException {
        for (int number : request.partitions().orElse(Set.of())) {
            entry.partition(number);
        }
        BlockReader reader = new BlockReader(source, entry.id(), entry.attributes());
        List<CursorPlan.Range> plan = new ArrayList<>();
        List<PartitionScan> scans = new ArrayList<>();
        for (Catalog.Part part : entry.partitions()) {
            if (request.partitions().map(p -> p.contains(part.number())).orElse(true)) {
                BlockIndex index = archive.index(part);
                Bounds bounds = new Bounds(part, index, reader);
                Position end = bounds.end(request.end());
                Optional<Position> start = bounds.start(request.start(), end);
                if (start.isPresent()) {
                    Position from = start.get().compareTo(end) > 0 ? end : start.get();
                    plan.add(new CursorPlan.Range(part.number(), from, Optional.of(end), expected(part, from, end)));
                    scans.add(new PartitionScan(index, reader, archive.gaps(part), from, end, key));
                }
            }
        }
        return new ArchiveCursor(archive, source, new CursorPlan(plan, entry.attributes()), request.limits(),
                request.end() instanceof End.Follow, scans, cursors::remove);
    }

    private static Count expected(Catalog.Part part, Position from, Position end) {
        if (from.equals(part.begin()) && end.equals(part.end())) {
            return part.count();
        }
        return from.hi() == end.hi() ? Count.atMost(Math.min(end.lo() - from.lo(), part.count().value()))
                : Count.UNKNOWN;
    }

    @Override
    public <T extends Extension> Optional<T> extension(Class<T> type) {
        if (type == ChannelDefinitions.class) {
            ChannelDefinitions definitions = channel -> archive.catalog().need(channel).definition();
            return Optional.of(type.cast(definitions));
        }
        if (type == GroupStates.class) {
            GroupStates groups = channel -> archive.groups(archive.catalog().need(channel));
            return Optional.of(type.cast(groups));
        }
        if (type == StoredCuts.class) {
            return CutRows.of(archive).map(type::cast);
        }
        if (type == KeySearch.class) {
            KeySearch search = (request, key) -> open(request, Optional.of(key));
            return Optional.of(type.cast(search));
        }
        return Optional.empty();
    }

    private void checkOpen() throws FaultException {
        if (closed) {
            throw new FaultException(FaultKind.CLOSED, "archive.closed",
                    "The archive " + archive.file() + " was closed.",
                    "Open it again.");
        }
    }

    @Override
    public void close() {
        closed = true;
        cursors.forEach(Cursor::close);
        cursors.clear();
    }
}
