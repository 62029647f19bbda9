package dev.brokerscope.core.backup;

import dev.brokerscope.api.broker.Isolation;
import dev.brokerscope.api.channel.Impact;
import dev.brokerscope.archive.Verification;
import dev.brokerscope.core.slice.Slice;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What to back up, and where to.
///
/// @param output the archive's final name, ending in `.msgdb`; of a set, its folder
/// @param verify how the sealed archive is checked, if at all
/// @param resume whether an unfinished archive of the same plan is continued (harmless on a finished one)
/// @param set present where the output is a folder of volumes
public record BackupPlan(List<Slice> slices, Path output, ReadOptions reading, Extras extras, StoreOptions storing,
        Optional<Verification.Level> verify, boolean resume, Optional<SetOptions> set) {

    public BackupPlan {
        slices = List.copyOf(slices);
    }

    /// Committed messages, with schemas, groups and cluster objects, verified afterwards.
    public static BackupPlan of(List<Slice> slices, Path output) {
        return new BackupPlan(slices, output, ReadOptions.STANDARD, Extras.ALL, StoreOptions.STANDARD,
                Optional.of(Verification.Level.FULL), false, Optional.empty());
    }

    public BackupPlan reading(ReadOptions other) {
        return new BackupPlan(slices, output, other, extras, storing, verify, resume, set);
    }

    public BackupPlan isolated(Isolation other) {
        return reading(reading.isolated(other));
    }

    public BackupPlan consenting(Set<Impact> impacts) {
        return reading(reading.consenting(impacts));
    }

    public BackupPlan with(Extras other) {
        return new BackupPlan(slices, output, reading, other, storing, verify, resume, set);
    }

    public BackupPlan with(boolean withSchemas, boolean withGroups) {
        return with(new Extras(withSchemas, withGroups, extras.objects()));
    }

    public BackupPlan storing(StoreOptions other) {
        return new BackupPlan(slices, output, reading, extras, other, verify, resume, set);
    }

    public BackupPlan verifying(Optional<Verification.Level> level) {
        return new BackupPlan(slices, output, reading, extras, storing, level, resume, set);
    }

    public BackupPlan resuming(boolean resumed) {
        return new BackupPlan(slices, output, reading, extras, storing, verify, resumed, set);
    }

    /// Into a set of volumes; the output is its folder.
    public BackupPlan into(SetOptions options) {
        return new BackupPlan(slices, output, reading, extras, storing, verify, resume, Optional.of(options));
    }

    public boolean sinceLast() {
        return set.map(SetOptions::sinceLast).orElse(false);
    }

    public boolean follows() {
        return set.map(SetOptions::follow).orElse(false);
    }

    public Isolation isolation() {
        return reading.isolation();
    }

    public Set<Impact> consent() {
        return reading.consent();
    }

    public boolean schemas() {
        return extras.schemas();
    }

    public boolean groups() {
        return extras.groups();
    }

    /// The command line that does the same.
    ///
    /// @param where how the source is reached: `--connection orders-prod`
    public String command(List<String> where) {
        return new BackupCommandText(this).text(where);
    }
}
