package dev.brokerscope.core.backup;

import dev.brokerscope.api.broker.Isolation;
import dev.brokerscope.api.channel.Impact;
import dev.brokerscope.archive.Verification;
import dev.brokerscope.core.slice.CommandText;
import dev.brokerscope.core.slice.Slice;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What to back up, and where to.
///
/// @param output the archive's final name, ending in `.msgdb`
/// @param schemas whether schemas that messages name are fetched and embedded
/// @param groups whether the positions of consumer groups are kept
/// @param verify how the sealed archive is checked, if at all
/// @param consent what reading may do to the broker
/// @param resume whether an unfinished archive of the same plan is continued (harmless on a finished one)
public record BackupPlan(List<Slice> slices, Path output, Isolation isolation, boolean schemas, boolean groups,
        Optional<Verification.Level> verify, Set<Impact> consent, boolean resume) {

    public BackupPlan {
        slices = List.copyOf(slices);
        consent = Set.copyOf(consent);
    }

    /// Committed messages, with schemas and groups, verified afterwards.
    public static BackupPlan of(List<Slice> slices, Path output) {
        return new BackupPlan(slices, output, Isolation.COMMITTED, true, true, Optional.of(Verification.Level.FULL),
                Set.of(), false);
    }

    public BackupPlan isolated(Isolation other) {
        return new BackupPlan(slices, output, other, schemas, groups, verify, consent, resume);
    }

    public BackupPlan with(boolean withSchemas, boolean withGroups) {
        return new BackupPlan(slices, output, isolation, withSchemas, withGroups, verify, consent, resume);
    }

    public BackupPlan verifying(Optional<Verification.Level> level) {
        return new BackupPlan(slices, output, isolation, schemas, groups, level, consent, resume);
    }

    public BackupPlan consenting(Set<Impact> impacts) {
        return new BackupPlan(slices, output, isolation, schemas, groups, verify, impacts, resume);
    }

    public BackupPlan resuming(boolean resumed) {
        return new BackupPlan(slices, output, isolation, schemas, groups, verify, consent, resumed);
    }

    /// The command line that does the same.
    ///
    /// @param where how the source is reached: `--connection orders-prod`
    public String command(List<String> where) {
        CommandText command = new CommandText("backup");
        slices.forEach(s -> command.add(s.text()));
        command.addAll(where)
                .addIf(isolation == Isolation.ALL, "--isolation", "all")
                .addIf(!schemas, "--no-schemas")
                .addIf(!groups, "--no-groups")
                .addIf(!consent.isEmpty(), "--consent", consentWords())
                .addIf(resume, "--resume");
        verify.ifPresent(v -> command.add("--verify", v.name().toLowerCase(Locale.ROOT)));
        return command.add("--out", output.toString()).text();
    }

    private String consentWords() {
        return consent.stream().sorted().map(ConsentWord::of).collect(Collectors.joining(","));
    }
}
