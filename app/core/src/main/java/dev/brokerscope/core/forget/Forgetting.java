package dev.brokerscope.core.forget;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.archive.Verification;
import dev.brokerscope.archive.VolumeRemoval;
import dev.brokerscope.core.audit.AuditLog;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Applies a policy to a folder of archives. Only sound, sealed archives count and go; what is damaged, unfinished, in
/// use or foreign stays, and is not counted as a snapshot that one could fall back on.
public final class Forgetting {

    private final AuditLog audit;

    public Forgetting(AuditLog audit) {
        this.audit = audit;
    }

    /// Looks, and decides; deletes nothing.
    ///
    /// @param level how thoroughly an archive is checked before it counts
    /// @param insideSets whether the runs of a set count one by one, and its oldest may go
    /// @throws FaultException where the folder cannot be read
    public ForgetReport plan(Path folder, ForgetPolicy policy, Verification.Level level, boolean insideSets)
            throws FaultException, InterruptedException {
        ArchiveFolder found = new ArchiveFolder(level, insideSets);
        found.look(folder);
        Map<Snapshot.Group, List<Snapshot>> groups = new LinkedHashMap<>();
        found.snapshots().forEach(s -> groups.computeIfAbsent(s.group(), _ -> new ArrayList<>()).add(s));
        List<ForgetReport.Group> decided = new ArrayList<>();
        groups.forEach((group, snapshots) -> {
            snapshots.sort(Comparator.comparing(Snapshot::time).thenComparing(Snapshot::path).reversed());
            decided.add(new ForgetReport.Group(group, decide(group, snapshots, policy)));
        });
        return new ForgetReport(folder, decided, found.untouched(), false);
    }

    private static List<ForgetReport.Decision> decide(Snapshot.Group group, List<Snapshot> newestFirst,
            ForgetPolicy policy) {
        List<List<String>> reasons = policy.reasons(newestFirst);
        List<ForgetReport.Decision> decisions = new ArrayList<>();
        boolean kept = false;
        for (int i = newestFirst.size() - 1; i >= 0; i--) {
            boolean needed = kept && !group.set().isEmpty() && reasons.get(i).isEmpty();
            decisions.addFirst(new ForgetReport.Decision(newestFirst.get(i),
                    needed ? List.of("behind a kept run of its set") : reasons.get(i)));
            kept |= !reasons.get(i).isEmpty();
        }
        return decisions;
    }

    /// Deletes what a plan does not keep: the oldest first, and of a set its first volumes first, so that what is left is
    /// valid at any moment; each volume stands in the audit log before it goes.
    ///
    /// @throws FaultException where one cannot be deleted; what was deleted before is gone
    public ForgetReport carryOut(ForgetReport plan) throws FaultException, InterruptedException {
        List<ForgetReport.Decision> going = plan.groups().stream().flatMap(g -> g.decisions().stream())
                .filter(d -> !d.kept())
                .sorted(Comparator.comparing((ForgetReport.Decision d) -> d.snapshot().time())).toList();
        for (ForgetReport.Decision decision : going) {
            for (Path volume : decision.snapshot().volumes()) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                audit.record("archive.forget", volume.toString(), Map.of("time",
                        decision.snapshot().time().toString(), "messages",
                        Long.toString(decision.snapshot().messages())));
                VolumeRemoval.remove(volume);
            }
            if (!decision.snapshot().path().equals(plan.folder())) {
                removeEmpty(decision.snapshot().path());
            }
        }
        return plan.done();
    }

    /// The folder of a set that has gone; never one that holds anything else.
    private static void removeEmpty(Path path) {
        try {
            if (Files.isDirectory(path)) {
                Files.delete(path);
            }
        } catch (DirectoryNotEmptyException foreign) {
            // somebody else's files stay
        } catch (IOException e) {
            // an empty folder is harmless
        }
    }
}
