package dev.brokerscope.core.query;

import dev.brokerscope.api.broker.Isolation;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.channel.Impact;
import java.util.Optional;
import java.util.Set;

/// What to look at in one channel.
///
/// @param partitions absent for all of them
/// @param consent the impacts of reading that the user agreed to
public record Query(ChannelId channel, Optional<Set<Integer>> partitions, QueryRange range, Isolation isolation,
        Optional<QuickFilter> filter, Set<Impact> consent) {

    public Query {
        partitions = partitions.map(Set::copyOf);
        consent = Set.copyOf(consent);
    }

    public static Query newest(ChannelId channel) {
        return new Query(channel, Optional.empty(), new QueryRange.Newest(), Isolation.COMMITTED, Optional.empty(),
                Set.of());
    }

    public Query over(QueryRange newRange) {
        return new Query(channel, partitions, newRange, isolation, filter, consent);
    }

    public Query filtered(QuickFilter newFilter) {
        return new Query(channel, partitions, range, isolation, Optional.of(newFilter), consent);
    }

    public Query only(Set<Integer> numbers) {
        return new Query(channel, Optional.of(numbers), range, isolation, filter, consent);
    }

    public Query isolated(Isolation newIsolation) {
        return new Query(channel, partitions, range, newIsolation, filter, consent);
    }

    public Query consenting(Set<Impact> impacts) {
        return new Query(channel, partitions, range, isolation, filter, impacts);
    }
}
