package dev.brokerscope.core.drill;

import dev.brokerscope.api.broker.Finding;
import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.archive.Archive;
import dev.brokerscope.archive.ArchiveContents;
import dev.brokerscope.archive.RunState;
import dev.brokerscope.core.job.JobContext;
import dev.brokerscope.core.restore.Rehearsal;
import dev.brokerscope.core.restore.Restore;
import dev.brokerscope.core.restore.RestorePlan;
import dev.brokerscope.core.slice.Naming;
import dev.brokerscope.core.slice.Slice;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/// The restoring half of a drill: portion by portion, each removed before the next. One thread, used once.
final class DrillRestore {

    /// A cancelled drill may take so long to remove its channels; what is left then is found by a later one.
    private static final Duration FAREWELL = Duration.ofSeconds(6);

    private final DrillPlan plan;
    private final Scratch scratch;
    private final Path drills;
    private final DrillResults results;
    private final JobContext job;

    DrillRestore(DrillPlan plan, Scratch scratch, Path drills, DrillResults results, JobContext job) {
        this.plan = plan;
        this.scratch = scratch;
        this.drills = drills;
        this.results = results;
        this.job = job;
    }

    void run() throws FaultException, InterruptedException {
        try (Archive archive = Archive.open(plan.archive(), plan.keys());
                Session session = archive.session();
                DrillFolder folder = DrillFolder.begin(drills, scratch.connection(), plan.archive())) {
            ArchiveContents contents = archive.contents();
            note(contents);
            ScratchChannels made = scratch.channels(folder.prefix());
            boolean done = false;
            try {
                for (List<Slice> portion : new Portions(archive, session, scratch.room()).of(contents)) {
                    restore(archive, naming(contents, folder.prefix()), portion, folder.journals());
                    job.progress().phase("Removing the scratch channels");
                    results.left(made.remove());
                }
                done = true;
            } finally {
                boolean clean = done ? results.left().isEmpty() : removedInTime(made);
                if (clean || !scratch.outlivesTheProcess()) {
                    folder.forget();
                }
            }
        }
    }

    private void note(ArchiveContents contents) {
        if (!scratch.outlivesTheProcess()) {
            results.note(DrillWords.ONLY_MEMORY);
        }
        if (contents.runs().stream().anyMatch(r -> r.state() == RunState.COMPLETE_WITH_GAPS)) {
            results.note("The backup could not read everything it was asked for: see its gaps with info.");
        }
        if (contents.runs().stream().anyMatch(r -> r.state() == RunState.FAILED || r.state() == RunState.INTERRUPTED)) {
            results.note("A backup in it was interrupted: it holds what was read until then.");
        }
    }

    /// Older incarnations of a channel get a name of their own.
    private static Naming naming(ArchiveContents contents, String prefix) {
        Naming naming = Naming.prefixed(prefix);
        int older = 0;
        for (ArchiveContents.Channel channel : contents.channels()) {
            if (!channel.id().equals(channel.original())) {
                naming = naming.renaming(channel.id().text(),
                        channel.original().renamed(prefix + channel.original().name() + ".older" + ++older).text());
            }
        }
        return naming;
    }

    private void restore(Archive archive, Naming naming, List<Slice> portion, Path journals)
            throws FaultException, InterruptedException {
        RestorePlan all = RestorePlan.of(plan.archive(), scratch.session().clusterId()).named(naming).only(portion)
                .replicated(plan.replication()).with(false, true);
        Set<String> fixes = new Rehearsal(archive, scratch.target()).play(all).preflight().findings().stream()
                .filter(f -> f.setting().isPresent()).map(Finding::code).collect(Collectors.toSet());
        results.portion(
                new Restore(archive, scratch.target(), scratch.session(), journals).run(all.fixing(fixes), job));
    }

    /// On a thread of its own: this one may be interrupted already.
    private static boolean removedInTime(ScratchChannels made) {
        AtomicBoolean clean = new AtomicBoolean();
        Thread remover = Thread.ofPlatform().daemon().name("drill-cleanup").start(() -> {
            try {
                clean.set(made.remove().isEmpty());
            } catch (FaultException | InterruptedException e) {
                // the note in the state folder stays for a later drill
            }
        });
        boolean interrupted = Thread.interrupted();
        try {
            remover.join(FAREWELL);
        } catch (InterruptedException again) {
            interrupted = true;
        }
        remover.interrupt();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return clean.get();
    }
}
