package dev.brokerscope.core.diff;

import dev.brokerscope.api.broker.Isolation;
import dev.brokerscope.api.channel.Impact;
import dev.brokerscope.archive.ContentMask;
import dev.brokerscope.core.slice.Naming;
import dev.brokerscope.core.slice.Slice;
import java.util.List;
import java.util.Set;

/// What to compare.
///
/// @param slices of A; empty for every channel that both sides have
/// @param naming how A's channels are called in B
/// @param mask which parts of messages count
public record DiffPlan(List<Slice> slices, Naming naming, ContentMask mask, Isolation isolation,
        Set<Impact> consent) {

    public DiffPlan {
        slices = List.copyOf(slices);
        consent = Set.copyOf(consent);
    }

    public static DiffPlan of(List<Slice> slices, Naming naming) {
        return new DiffPlan(slices, naming, ContentMask.ALL, Isolation.COMMITTED, Set.of());
    }
}
