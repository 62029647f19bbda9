package dev.brokerscope.desktop.message;

import dev.brokerscope.api.broker.Isolation;
import dev.brokerscope.core.query.QuickFilter;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// Everything the query bar says.
///
/// @param partitions absent for all of them
/// @param filter text or expression; empty for none
/// @param pageSize rows of a page
public record QueryChoice(RangeChoice range, Optional<Set<Integer>> partitions, Isolation isolation, String filter,
        boolean regex, Set<QuickFilter.Part> parts, int pageSize) {

    public static final int PAGE_SIZE = 500;

    public QueryChoice {
        partitions = partitions.map(Set::copyOf);
        parts = Set.copyOf(parts);
    }

    /// What a tab shows first.
    public static QueryChoice newest() {
        return new QueryChoice(new RangeChoice.Newest(), Optional.empty(), Isolation.COMMITTED, "", false,
                EnumSet.allOf(QuickFilter.Part.class), PAGE_SIZE);
    }

    public QueryChoice over(RangeChoice newRange) {
        return new QueryChoice(newRange, partitions, isolation, filter, regex, parts, pageSize);
    }

    public QueryChoice only(Optional<Set<Integer>> numbers) {
        return new QueryChoice(range, numbers, isolation, filter, regex, parts, pageSize);
    }

    public QueryChoice isolated(Isolation newIsolation) {
        return new QueryChoice(range, partitions, newIsolation, filter, regex, parts, pageSize);
    }

    public QueryChoice filtered(String text, boolean isRegex, Set<QuickFilter.Part> where) {
        return new QueryChoice(range, partitions, isolation, text, isRegex, where, pageSize);
    }

    public QueryChoice paged(int rows) {
        return new QueryChoice(range, partitions, isolation, filter, regex, parts, rows);
    }

    /// Whether it goes on until it is stopped.
    boolean isLive() {
        return range instanceof RangeChoice.Live;
    }

    public boolean isFiltered() {
        return !filter.isBlank();
    }
}
