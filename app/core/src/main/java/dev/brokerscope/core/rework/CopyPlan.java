package dev.brokerscope.core.rework;

import dev.brokerscope.core.mask.MaskRules;
import dev.brokerscope.core.query.FilterWords;
import java.nio.file.Path;
import java.util.Optional;

/// A copy of an archive.
///
/// @param input a file, or the folder of a set
/// @param filter only messages that match come along; absent for all
/// @param mask what is taken out of the messages that come along
public record CopyPlan(Path input, Path output, Optional<FilterWords> filter, Optional<MaskRules> mask) {

    /// Everything as it is.
    public static CopyPlan whole(Path input, Path output) {
        return new CopyPlan(input, output, Optional.empty(), Optional.empty());
    }

    public CopyPlan filtered(Optional<FilterWords> wanted) {
        return new CopyPlan(input, output, wanted, mask);
    }

    public CopyPlan masked(Optional<MaskRules> rules) {
        return new CopyPlan(input, output, filter, rules);
    }
}
