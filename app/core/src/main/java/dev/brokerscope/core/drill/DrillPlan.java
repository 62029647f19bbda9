package dev.brokerscope.core.drill;

import dev.brokerscope.archive.crypt.ArchiveKeys;
import java.nio.file.Path;
import java.util.Optional;

/// Which archive is to prove that it can be restored.
///
/// @param keys those at hand, for an encrypted one
/// @param replication copies of the scratch channels; absent as the source had
public record DrillPlan(Path archive, ArchiveKeys keys, Optional<Integer> replication) {

    public static DrillPlan of(Path archive) {
        return new DrillPlan(archive, ArchiveKeys.NONE, Optional.empty());
    }

    public DrillPlan opened(ArchiveKeys with) {
        return new DrillPlan(archive, with, replication);
    }

    public DrillPlan replicated(Optional<Integer> copies) {
        return new DrillPlan(archive, keys, copies);
    }
}
