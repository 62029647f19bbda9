package dev.brokerscope.core.restore;

import dev.brokerscope.api.broker.PublishRequest.Partitioning;
import dev.brokerscope.core.slice.CommandText;
import dev.brokerscope.core.slice.Naming;
import dev.brokerscope.core.slice.Slice;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What to restore, and as what.
///
/// @param slices of channels as the archive shows them; empty for everything
/// @param create whether missing channels are created
/// @param replication of created channels, instead of the source's
/// @param fixes codes of findings whose setting is applied to created channels
/// @param groups whether group positions are translated and set
/// @param compare whether the target is read back and compared
/// @param clusterId the one target this plan is for; refused elsewhere
/// @param resume whether an interrupted restore of the same plan is continued behind what its journal says
public record RestorePlan(Path archive, List<Slice> slices, Naming naming, Partitioning partitioning,
        IntoExisting intoExisting, boolean create, Optional<Integer> replication, Set<String> fixes, boolean groups,
        boolean compare, Optional<String> clusterId, boolean resume) {

    /// What happens to a target that holds messages.
    public enum IntoExisting {
        REFUSE, APPEND
    }

    public RestorePlan {
        slices = List.copyOf(slices);
        fixes = Set.copyOf(fixes);
    }

    /// Everything, under the same names, creating what is missing, refusing what holds messages.
    ///
    /// @param clusterId of the target's session
    public static RestorePlan of(Path archive, Optional<String> clusterId) {
        return new RestorePlan(archive, List.of(), Naming.SAME, Partitioning.KEEP, IntoExisting.REFUSE, true,
                Optional.empty(), Set.of(), false, true, clusterId, false);
    }

    public RestorePlan named(Naming other) {
        return new RestorePlan(archive, slices, other, partitioning, intoExisting, create, replication, fixes,
                groups, compare, clusterId, resume);
    }

    public RestorePlan only(List<Slice> some) {
        return new RestorePlan(archive, some, naming, partitioning, intoExisting, create, replication, fixes,
                groups, compare, clusterId, resume);
    }

    public RestorePlan partitioned(Partitioning other) {
        return new RestorePlan(archive, slices, naming, other, intoExisting, create, replication, fixes, groups,
                compare, clusterId, resume);
    }

    public RestorePlan into(IntoExisting other, boolean creating) {
        return new RestorePlan(archive, slices, naming, partitioning, other, creating, replication, fixes, groups,
                compare, clusterId, resume);
    }

    public RestorePlan replicated(Optional<Integer> copies) {
        return new RestorePlan(archive, slices, naming, partitioning, intoExisting, create, copies, fixes, groups,
                compare, clusterId, resume);
    }

    public RestorePlan fixing(Set<String> codes) {
        return new RestorePlan(archive, slices, naming, partitioning, intoExisting, create, replication, codes,
                groups, compare, clusterId, resume);
    }

    public RestorePlan with(boolean withGroups, boolean comparing) {
        return new RestorePlan(archive, slices, naming, partitioning, intoExisting, create, replication, fixes,
                withGroups, comparing, clusterId, resume);
    }

    public RestorePlan resuming(boolean resumed) {
        return new RestorePlan(archive, slices, naming, partitioning, intoExisting, create, replication, fixes, groups,
                compare, clusterId, resumed);
    }

    /// Names the journal: the same for the same words, so that an interrupted restore is found again.
    public String id() {
        return PlanId.of(this);
    }

    /// The command line that does the same.
    ///
    /// @param where how the target is reached: `--connection orders-prod`
    public String command(List<String> where) {
        CommandText command = new CommandText("restore", archive.toString());
        slices.forEach(s -> command.add(s.text()));
        command.addAll(where).add("--write");
        naming.renames().forEach((from, to) -> command.add("--rename", from + "=" + to));
        command.addIf(!naming.prefix().isEmpty(), "--prefix", naming.prefix())
                .addIf(partitioning != Partitioning.KEEP, "--partitions", word(partitioning.name()))
                .addIf(intoExisting != IntoExisting.REFUSE, "--into-existing", word(intoExisting.name()))
                .addIf(!create, "--no-create");
        replication.ifPresent(n -> command.add("--replication", n.toString()));
        new TreeSet<>(fixes).forEach(f -> command.add("--fix", f));
        return command.addIf(groups, "--groups").addIf(!compare, "--no-compare").addIf(resume, "--resume").text();
    }

    private static String word(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
