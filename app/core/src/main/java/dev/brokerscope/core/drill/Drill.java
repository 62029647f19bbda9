package dev.brokerscope.core.drill;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.archive.Verification;
import dev.brokerscope.core.job.JobContext;
import dev.brokerscope.core.job.Note;
import dev.brokerscope.core.job.Outcome;
import dev.brokerscope.core.verify.ArchiveCheck;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Checks an archive deeply, restores all of it into channels of its own, compares what came out, and removes them,
/// whatever happens.
public final class Drill {

    private final Scratch scratch;
    private final Path drills;

    /// Closes nothing.
    ///
    /// @param drills the folder `drills` in the state folder
    public Drill(Scratch scratch, Path drills) {
        this.scratch = scratch;
        this.drills = drills;
    }

    /// Drills that could not remove their channels where this one is to run.
    public List<Leftover> leftovers() {
        return scratch.outlivesTheProcess()
                ? DrillFolder.leftovers(drills).stream().filter(l -> l.connection().equals(scratch.connection()))
                        .toList()
                : List.of();
    }

    /// Removes the channels of a drill that could not do so itself.
    ///
    /// @return those that could not be removed, with the reason
    public List<String> clean(Leftover leftover) throws FaultException, InterruptedException {
        List<String> left = scratch.channels(leftover.prefix()).remove();
        if (left.isEmpty()) {
            DrillFolder.forget(drills, leftover);
        }
        return left;
    }

    /// @throws FaultException where the archive cannot be opened, or the scratch broker fails; damage and differences are
    /// in the report
    public DrillReport run(DrillPlan plan, JobContext job) throws FaultException, InterruptedException {
        Instant started = Instant.now();
        long start = System.nanoTime();
        scratch.channels("").creation();
        ArchiveCheck check = ArchiveCheck.body(plan.archive(), plan.keys(), Verification.Level.DEEP).run(job);
        DrillResults results = new DrillResults();
        if (check.outcome() != Outcome.DAMAGED) {
            new DrillRestore(plan, scratch, drills, results, job).run();
        }
        DrillReport report = new DrillReport(plan.archive(), scratch.target().label(), !scratch.outlivesTheProcess(),
                check, results.portions(), results.channels(), results.notes(), results.left(), started,
                Duration.ofNanos(System.nanoTime() - start));
        job.progress().note(report.outcome() == Outcome.COMPLETE ? Note.Level.GOOD : Note.Level.BAD, report.summary());
        return report;
    }
}
