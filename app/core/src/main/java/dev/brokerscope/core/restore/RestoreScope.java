package dev.brokerscope.core.restore;

import dev.brokerscope.core.query.FilterWords;
import dev.brokerscope.core.slice.Slice;
import java.util.List;
import java.util.Optional;

/// Which part of an archive is restored.
///
/// @param slices of channels as the archive shows them; empty for everything
/// @param filter only messages that match; absent for all
/// @param groups whether group positions are translated and set
public record RestoreScope(List<Slice> slices, Optional<FilterWords> filter, boolean groups) {

    public static final RestoreScope EVERYTHING = new RestoreScope(List.of(), Optional.empty(), false);

    public RestoreScope {
        slices = List.copyOf(slices);
    }

    public RestoreScope only(List<Slice> some) {
        return new RestoreScope(some, filter, groups);
    }

    public RestoreScope filtered(Optional<FilterWords> words) {
        return new RestoreScope(slices, words, groups);
    }

    public RestoreScope with(boolean withGroups) {
        return new RestoreScope(slices, filter, withGroups);
    }
}
