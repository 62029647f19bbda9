package dev.brokerscope.core.diff;

import dev.brokerscope.api.channel.ChannelDetails;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.channel.Count;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.core.job.JobContext;
import dev.brokerscope.core.slice.Bound;
import dev.brokerscope.core.slice.Channels;
import dev.brokerscope.core.slice.ConsentWord;
import dev.brokerscope.core.slice.Slice;
import dev.brokerscope.core.slice.SliceResolver;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Compares channels of two sides, streaming.
public final class Diff {

    private final DiffSide a;
    private final DiffSide b;

    public Diff(DiffSide a, DiffSide b) {
        this.a = a;
        this.b = b;
    }

    /// @throws FaultException of kind `NOT_FOUND` where a channel asked for stands on neither side, or why one cannot
    /// be read
    public DiffReport run(DiffPlan plan, JobContext job) throws FaultException, InterruptedException {
        job.progress().restart("Comparing", Count.UNKNOWN);
        List<Slice> slices = plan.slices().isEmpty()
                ? new Channels(a.session()).sources().stream().map(Slice::whole).toList()
                : plan.slices();
        List<ChannelDiff> diffs = new ArrayList<>();
        List<ChannelId> onlyA = new ArrayList<>();
        List<ChannelId> onlyB = new ArrayList<>();
        Set<ChannelId> seen = new HashSet<>();
        for (Slice slice : slices) {
            Optional<ChannelDetails> inA = describe(a, slice.channel());
            ChannelId name = plan.naming().target(slice.channel(), slice.channel().kind());
            Optional<ChannelDetails> inB = describe(b, name);
            inB.ifPresent(d -> seen.add(d.id()));
            if (inA.isPresent() && inB.isPresent()) {
                diffs.add(compare(plan, slice, inA.get(), inB.get(), job));
            } else if (inA.isPresent()) {
                onlyA.add(slice.channel());
            } else if (inB.isPresent()) {
                onlyB.add(name);
            } else {
                throw new FaultException(FaultKind.NOT_FOUND, "channel.unknown",
                        "There is no channel " + slice.channel() + " in " + a.label() + " and no " + name + " in "
                                + b.label() + ".",
                        "List the channels of both.");
            }
        }
        if (plan.slices().isEmpty() && !plan.naming().prefix().isEmpty()) {
            new Channels(b.session()).sources().stream().filter(c -> c.name().startsWith(plan.naming().prefix()))
                    .filter(c -> !seen.contains(c)).forEach(onlyB::add);
        }
        return new DiffReport(a.label(), b.label(), diffs, onlyA, onlyB);
    }

    private ChannelDiff compare(DiffPlan plan, Slice slice, ChannelDetails inA, ChannelDetails inB, JobContext job)
            throws FaultException, InterruptedException {
        boolean same = !inA.incarnation().isEmpty() && inA.incarnation().equals(inB.incarnation());
        Slice onB = new Slice(inB.id(), slice.partitions(), time(slice.from(), same), time(slice.to(), same),
                same ? slice.last() : Optional.empty());
        Alignment alignment = same ? Alignment.BY_POSITION : Alignment.BY_ORDER;
        return new ChannelComparison(plan.mask(), alignment, TimeRule.TIME_AND_KIND, job)
                .compare(side(a, plan, slice, inA), side(b, plan, onB, inB));
    }

    private static Compared side(DiffSide side, DiffPlan plan, Slice slice, ChannelDetails details)
            throws FaultException, InterruptedException {
        ConsentWord.demand(details, plan.consent());
        List<Position> ends = side.session().ends(Set.of(details.id()), plan.isolation())
                .getOrDefault(details.id(), List.of());
        List<SliceResolver.Range> ranges =
                new SliceResolver(side.session(), plan.isolation(), plan.consent()).resolve(slice, details, ends);
        return new Compared(side, details.id(), details.attributes(), ranges, plan.isolation(), plan.consent());
    }

    /// Times mean the same on both sides, positions only in the same channel.
    private static Bound time(Bound bound, boolean sameChannel) {
        return switch (bound) {
            case Bound.Open open -> open;
            case Bound.Time time -> time;
            case Bound.At at -> sameChannel ? at : Bound.OPEN;
        };
    }

    private static Optional<ChannelDetails> describe(DiffSide side, ChannelId channel)
            throws FaultException, InterruptedException {
        try {
            return Optional.of(side.session().describe(channel));
        } catch (FaultException e) {
            if (e.kind() == FaultKind.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
