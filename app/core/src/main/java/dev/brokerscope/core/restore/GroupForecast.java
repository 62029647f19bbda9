package dev.brokerscope.core.restore;

import dev.brokerscope.api.broker.GroupStates;
import dev.brokerscope.api.broker.Isolation;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.archive.Archive;
import dev.brokerscope.archive.ContentCut;
import dev.brokerscope.core.diff.Compared;
import dev.brokerscope.core.diff.DiffSide;
import dev.brokerscope.core.diff.PartitionReader;
import dev.brokerscope.core.job.JobContext;
import dev.brokerscope.core.slice.SliceResolver;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Says beforehand where groups would be set, and which cannot be.
record GroupForecast(Archive archive, RestoreTarget target, RestorePlan plan) {

    List<RestoreReport.Group> of(PreparedChannel channel) throws FaultException, InterruptedException {
        Set<String> active = active(channel);
        Map<Integer, Position> starts = starts(channel);
        List<RestoreReport.Group> groups = new ArrayList<>();
        for (GroupStates.GroupState group : channel.source().groups()) {
            List<String> words = new ArrayList<>();
            List<String> problems = new ArrayList<>();
            for (GroupStates.Progress old : group.progress()) {
                Optional<SliceResolver.Range> range =
                        channel.ranges().stream().filter(r -> r.partition() == old.partition()).findFirst();
                if (range.isPresent()) {
                    words.add(words(channel, range.get(), old.next(), starts));
                } else {
                    problems.add(channel.target() + ", partition " + old.partition() + " is not restored.");
                }
            }
            if (active.contains(group.name())) {
                problems.add("It has active members in the target; stop its consumers first.");
            }
            groups.add(new RestoreReport.Group(group.name(), !words.isEmpty() && !active.contains(group.name()), words,
                    String.join(" ", problems)));
        }
        return groups;
    }

    private String words(PreparedChannel channel, SliceResolver.Range range, Position old,
            Map<Integer, Position> starts) throws FaultException, InterruptedException {
        Position start = starts.getOrDefault(old.partition(), new Position(old.partition(), 0, 0));
        String about = plan.writing().transactional() ? " or later: marks of transactions take positions too"
                : plan.scope().filter().isPresent() ? " or earlier: the filter keeps fewer messages" : "";
        long at = start.lo() + before(channel, range, old);
        return channel.target() + ", partition " + old.partition() + ": "
                + target.session().notation(old) + " → "
                + target.session().notation(new Position(old.partition(), start.hi(), at)) + about;
    }

    /// How many messages of the range stand before a position.
    private long before(PreparedChannel channel, SliceResolver.Range range, Position until)
            throws FaultException, InterruptedException {
        List<ContentCut> cuts = archive.contentCuts(channel.source().id(), range.partition());
        Position upTo = range.end().filter(e -> e.compareTo(until) < 0).orElse(until);
        long count = 0;
        for (int i = 0; i < cuts.size(); i++) {
            Position first = cuts.get(i).first();
            Optional<Position> behind = i + 1 < cuts.size() ? Optional.of(cuts.get(i + 1).first()) : Optional.empty();
            if (first.compareTo(range.begin()) >= 0 && behind.filter(b -> b.compareTo(upTo) <= 0).isPresent()) {
                count += cuts.get(i).count();
            } else {
                count += scan(channel, later(first, range.begin()),
                        behind.filter(b -> b.compareTo(upTo) < 0).orElse(upTo));
            }
        }
        return count;
    }

    private long scan(PreparedChannel channel, Position from, Position to)
            throws FaultException, InterruptedException {
        SliceResolver.Range part = new SliceResolver.Range(from, Optional.of(to));
        Compared what = new Compared(new DiffSide("archive", archive.session()), channel.source().id(),
                channel.inArchive().attributes(), List.of(part), Isolation.COMMITTED, Set.of());
        long count = 0;
        try (PartitionReader reader = PartitionReader.open(what, part, JobContext.direct())) {
            while (reader.next().isPresent()) {
                count++;
            }
        }
        return count;
    }

    private static Position later(Position a, Position b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    private Map<Integer, Position> starts(PreparedChannel channel) throws FaultException, InterruptedException {
        if (channel.existing().isEmpty() || plan.intoExisting() == RestorePlan.IntoExisting.RECREATE) {
            return Map.of();
        }
        return new TargetEnds(target.session(), channel.target()).now().stream()
                .collect(Collectors.toMap(Position::partition, p -> p));
    }

    private Set<String> active(PreparedChannel channel) throws FaultException, InterruptedException {
        Optional<GroupStates> states = target.session().extension(GroupStates.class);
        Set<String> active = new HashSet<>();
        if (states.isPresent() && channel.existing().isPresent()) {
            states.get().groups(channel.target()).stream().filter(g -> !OwnChecks.idle(g))
                    .forEach(g -> active.add(g.name()));
        }
        return active;
    }
}
