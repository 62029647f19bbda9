package dev.brokerscope.core.backup;

import dev.brokerscope.api.broker.Isolation;
import dev.brokerscope.api.channel.Impact;
import dev.brokerscope.core.mask.MaskRules;
import dev.brokerscope.core.pace.RateLimit;
import dev.brokerscope.core.query.FilterWords;
import java.util.Optional;
import java.util.Set;

/// How a backup reads.
///
/// @param consent what reading may do to the broker
/// @param filter only messages that match are kept; absent for all
/// @param measureAborted whether holes are read a second time, uncommitted, to tell aborted messages from markers
/// @param limit how fast it may read
/// @param mask what is taken out of messages before they are kept
public record ReadOptions(Isolation isolation, Set<Impact> consent, Optional<FilterWords> filter,
        boolean measureAborted, RateLimit limit, Optional<MaskRules> mask) {

    /// Of messages as they are.
    public ReadOptions(Isolation isolation, Set<Impact> consent, Optional<FilterWords> filter, boolean measureAborted,
            RateLimit limit) {
        this(isolation, consent, filter, measureAborted, limit, Optional.empty());
    }

    public static final ReadOptions STANDARD =
            new ReadOptions(Isolation.COMMITTED, Set.of(), Optional.empty(), false, RateLimit.NONE);

    public ReadOptions {
        consent = Set.copyOf(consent);
    }

    public ReadOptions isolated(Isolation other) {
        return new ReadOptions(other, consent, filter, measureAborted, limit, mask);
    }

    public ReadOptions consenting(Set<Impact> impacts) {
        return new ReadOptions(isolation, impacts, filter, measureAborted, limit, mask);
    }

    public ReadOptions filtered(Optional<FilterWords> wanted) {
        return new ReadOptions(isolation, consent, wanted, measureAborted, limit, mask);
    }

    public ReadOptions measuringAborted(boolean measured) {
        return new ReadOptions(isolation, consent, filter, measured, limit, mask);
    }

    public ReadOptions limited(RateLimit most) {
        return new ReadOptions(isolation, consent, filter, measureAborted, most, mask);
    }

    public ReadOptions masked(Optional<MaskRules> rules) {
        return new ReadOptions(isolation, consent, filter, measureAborted, limit, rules);
    }
}
