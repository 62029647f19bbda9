package dev.brokerscope.core.restore;

import dev.brokerscope.core.restore.RestorePlan.IntoExisting;
import java.util.Optional;
import java.util.Set;

/// What may happen to the target's channels.
///
/// @param confirmed whether a person agreed to what `RECREATE` deletes
/// @param create whether missing channels are created
/// @param replication of created channels, instead of the source's
/// @param fixes codes of findings whose setting is applied to created channels
public record TargetRules(IntoExisting intoExisting, boolean confirmed, boolean create, Optional<Integer> replication,
        Set<String> fixes) {

    public static final TargetRules STANDARD =
            new TargetRules(IntoExisting.REFUSE, false, true, Optional.empty(), Set.of());

    public TargetRules {
        fixes = Set.copyOf(fixes);
    }

    public TargetRules into(IntoExisting other, boolean creating) {
        return new TargetRules(other, confirmed, creating, replication, fixes);
    }

    public TargetRules confirmed(boolean agreed) {
        return new TargetRules(intoExisting, agreed, create, replication, fixes);
    }

    public TargetRules replicated(Optional<Integer> copies) {
        return new TargetRules(intoExisting, confirmed, create, copies, fixes);
    }

    public TargetRules fixing(Set<String> codes) {
        return new TargetRules(intoExisting, confirmed, create, replication, codes);
    }
}
