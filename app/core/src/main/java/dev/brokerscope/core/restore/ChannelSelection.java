package dev.brokerscope.core.restore;

import dev.brokerscope.api.broker.Finding;
import dev.brokerscope.api.broker.Finding.Severity;
import dev.brokerscope.api.broker.Isolation;
import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.channel.ChannelDetails;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.channel.ChannelKind;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.archive.ArchiveContents;
import dev.brokerscope.core.slice.Slice;
import dev.brokerscope.core.slice.SliceResolver;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Which channels of an archive go where.
///
/// @param findings about channels that cannot
record ChannelSelection(List<PreparedChannel> channels, List<Finding> findings) {

    static ChannelSelection of(RestorePlan plan, Session archive, ArchiveContents contents, RestoreTarget target)
            throws FaultException, InterruptedException {
        Map<String, ArchiveContents.Channel> known = contents.channels().stream()
                .collect(Collectors.toMap(c -> c.id().text(), c -> c, (x, y) -> x));
        List<Slice> slices = plan.slices().isEmpty()
                ? contents.channels().stream().filter(c -> c.id().equals(c.original()))
                        .map(c -> Slice.whole(c.id())).toList()
                : plan.slices();
        List<PreparedChannel> channels = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (Slice slice : slices) {
            Optional<ArchiveContents.Channel> source = Optional.ofNullable(known.get(slice.channel().text()));
            if (source.isPresent()) {
                channels.add(prepared(plan, archive, target, slice, source.get()));
            } else {
                findings.add(OwnChecks.finding(Severity.BLOCKS, "archive.channel-missing", slice.channel(),
                        "The archive holds no " + slice.channel() + ".",
                        "It holds " + String.join(", ", known.keySet().stream().sorted().limit(20).toList()) + "."));
            }
        }
        if (slices.isEmpty()) {
            findings.add(OwnChecks.finding(Severity.BLOCKS, "archive.empty", ChannelId.of("archive", "none"),
                    "The archive holds no channels.", "Choose another archive."));
        }
        return new ChannelSelection(channels, findings);
    }

    private static PreparedChannel prepared(RestorePlan plan, Session archive, RestoreTarget target, Slice slice,
            ArchiveContents.Channel source) throws FaultException, InterruptedException {
        ChannelId from = plan.naming().renames().containsKey(source.id().text()) ? source.id() : source.original();
        ChannelId to = plan.naming().target(from, kind(source.original().kind(), target));
        ChannelDetails inArchive = archive.describe(source.id());
        List<Position> ends = archive.ends(Set.of(source.id()), Isolation.COMMITTED)
                .getOrDefault(source.id(), List.of());
        List<SliceResolver.Range> ranges = new SliceResolver(archive, Isolation.COMMITTED, Set.of())
                .resolve(new Slice(source.id(), slice.partitions(), slice.from(), slice.to(), slice.last()), inArchive,
                        ends);
        return new PreparedChannel(slice, source, inArchive, to, Rehearsal.describe(target.session(), to),
                new TargetDefinition(plan, source.definition()).plain(), ranges);
    }

    private static String kind(String wanted, RestoreTarget target) {
        List<String> kinds = target.kinds().stream().map(ChannelKind::id).toList();
        return kinds.isEmpty() || kinds.contains(wanted) ? wanted : kinds.getFirst();
    }
}
