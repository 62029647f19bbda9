package dev.brokerscope.core.backup;

import dev.brokerscope.api.fault.Fault;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.archive.Archive;
import dev.brokerscope.archive.ArchiveWriter;
import dev.brokerscope.archive.RunOutcome;
import dev.brokerscope.archive.RunStart;
import dev.brokerscope.archive.Verification;
import dev.brokerscope.archive.WriterOptions;
import dev.brokerscope.archive.crypt.ArchiveKeys;
import dev.brokerscope.core.job.JobContext;
import dev.brokerscope.core.job.Note;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reads channels into a new archive, up to the ends that they have when it starts.
public final class Backup {

    private static final Duration PARTIAL_AFTER = Duration.ofSeconds(5);

    private final BackupSource source;
    private final Provenance provenance;
    private final WriterOptions options;
    private final Duration partialAfter;

    public Backup(BackupSource source, Provenance provenance) {
        this(source, provenance, WriterOptions.standard());
    }

    public Backup(BackupSource source, Provenance provenance, WriterOptions options) {
        this(source, provenance, options, PARTIAL_AFTER);
    }

    /// @param partialAfter how long a message of a following run may wait in memory
    Backup(BackupSource source, Provenance provenance, WriterOptions options, Duration partialAfter) {
        this.partialAfter = partialAfter;
        this.source = source;
        this.provenance = provenance;
        this.options = options;
    }

    /// @throws FaultException `REFUSED` where the output exists or reading needs consent, `LOCKED` where another program
    /// writes it, `DISK_FULL`, or why the source could not be read; what was committed stays, resumable
    /// @throws InterruptedException where it was cancelled; what is there is valid and resumable. A following run that is
    /// to be sealed ends with its report instead
    public BackupReport run(BackupPlan plan, JobContext job) throws FaultException, InterruptedException {
        long start = System.nanoTime();
        Output output = Output.of(plan);
        Output.State state = output.state();
        boolean next = plan.sinceLast() && state == Output.State.FINISHED;
        if (state == Output.State.FINISHED && plan.resume() && !next) {
            job.progress().note(Note.Level.GOOD, plan.output() + " is finished already.");
            return FinishedBackup.report(plan, Optional.empty(), since(start), List.of());
        }
        demandFree(plan, output, next ? Output.State.NOTHING : state);
        if (plan.verify().equals(Optional.of(Verification.Level.DEEP))) {
            plan.storing().encryption().demandReadable("A deep check");
        }
        boolean unfinished = state == Output.State.UNFINISHED;
        Ended ended = unfinished ? resume(plan, output, job) : begin(plan, output, next, job);
        Optional<Verification> verification = ended.stopped() ? Optional.empty() : verify(plan, job);
        BackupReport report = FinishedBackup.report(plan, verification, since(start), ended.incomplete());
        job.progress().phase("Done");
        return unfinished ? report.continued() : report;
    }

    /// @param incomplete why the archive does not hold everything asked for
    /// @param stopped whether somebody ended a following run: who does so does not wait long
    private record Ended(List<String> incomplete, boolean stopped) {}

    private static void demandFree(BackupPlan plan, Output output, Output.State state) throws FaultException {
        if (state == Output.State.FINISHED) {
            throw plan.set().isPresent()
                    ? new FaultException(FaultKind.REFUSED, "set.again", plan.output() + " holds a backup already.",
                            "Add what came since with --since-last, or choose another folder.")
                    : new FaultException(FaultKind.REFUSED, "output.exists", plan.output() + " exists already.",
                            "Choose another name; an archive is never written into twice.");
        }
        if (state == Output.State.UNFINISHED && !plan.resume()) {
            output.demandUnlocked();
            throw new FaultException(FaultKind.REFUSED, "output.unfinished",
                    "An unfinished backup stands in " + output.place() + ".",
                    "Continue it with --resume, delete it, or choose another name.");
        }
    }

    /// @param next whether it goes on where the runs before it ended
    private Ended begin(BackupPlan plan, Output output, boolean next, JobContext job)
            throws FaultException, InterruptedException {
        job.progress().phase("Taking the cut");
        if (plan.sinceLast()) {
            LastRuns.demandWhole(plan);
        }
        LastRuns last = next ? LastRuns.read(plan.output(), source) : LastRuns.NONE;
        RunStart run = new Cut(source, provenance, plan, last, options.clock(), job.progress()).take();
        Optional<SchemaCollector> schemas = plan.schemas()
                ? Optional.of(new SchemaCollector(source.decoders(), source.schemas(), List.of()))
                : Optional.empty();
        try (ArchiveWriter writer = output.create(run, writing(plan))) {
            last.tell(run, writer);
            if (plan.reading().mask().isPresent()) {
                writer.event("masked", plan.reading().mask().get().statement());
            }
            return fill(plan, output, job, writer, schemas, new Completeness(run, plan.sinceLast()));
        }
    }

    private WriterOptions writing(BackupPlan plan) {
        return options.compressed(plan.storing().compression())
                .protectedBy(plan.storing().encryption().protection());
    }

    private Ended resume(BackupPlan plan, Output output, JobContext job) throws FaultException, InterruptedException {
        job.progress().phase("Looking at what is there");
        output.demandUnlocked();
        Unfinished before = Unfinished.read(output.unfinished(), source, plan);
        try (ArchiveWriter writer = output.resume(PlanText.of(plan).hash(), writing(plan))) {
            Completeness completeness = new Completeness(writer.run(), plan.sinceLast());
            completeness.recall(before.contents());
            if (before.ended()) {
                writer.seal();
                return new Ended(completeness.sentences(), false);
            }
            job.progress().note(Note.Level.INFO, "Resumed behind "
                    + before.contents().channels().size() + " channels' checkpoints.");
            return fill(plan, output, job, writer, before.schemas(), completeness);
        }
    }

    private Ended fill(BackupPlan plan, Output output, JobContext job, ArchiveWriter writer,
            Optional<SchemaCollector> schemas, Completeness completeness) throws FaultException, InterruptedException {
        try {
            boolean stopped = !read(plan, job, writer, schemas, completeness);
            job.progress().phase("Sealing");
            if (schemas.isPresent()) {
                schemas.get().finish(writer).forEach(completeness::add);
            }
            List<String> incomplete = completeness.sentences();
            writer.finish(incomplete.isEmpty() ? RunOutcome.COMPLETE : RunOutcome.COMPLETE_WITH_GAPS);
            writer.seal();
            return new Ended(incomplete, stopped);
        } catch (FaultException e) {
            throw resumable(e, output);
        }
    }

    /// @return whether everything was read; false where a following run was stopped and is to be sealed
    private boolean read(BackupPlan plan, JobContext job, ArchiveWriter writer, Optional<SchemaCollector> schemas,
            Completeness completeness) throws FaultException, InterruptedException {
        try {
            new Filling(source, plan, writer, schemas, completeness, partialAfter, job).run();
            return true;
        } catch (InterruptedException stopped) {
            if (plan.set().filter(s -> s.follow() && s.seal()).isEmpty()) {
                throw stopped;
            }
            if (!Thread.interrupted()) {
                job.progress().note(Note.Level.INFO, "Stopped: sealing what is there.");
            }
            return false;
        }
    }

    private static FaultException resumable(FaultException e, Output output) {
        Fault fault = e.fault();
        if (!Files.exists(output.unfinished())) {
            return e;
        }
        Fault more = new Fault(fault.kind(), fault.code(), fault.message(),
                (fault.remedy() + " What was read is kept: continue with --resume.").strip(), fault.details());
        return new FaultException(more, e);
    }

    private static Optional<Verification> verify(BackupPlan plan, JobContext job)
            throws FaultException, InterruptedException {
        if (plan.verify().isEmpty()) {
            return Optional.empty();
        }
        Verification.Level level = plan.verify().get();
        String phase = "Verifying (" + level.name().toLowerCase(Locale.ROOT) + ")";
        job.progress().phase(phase);
        Verification.Listener listener =
                (done, total) -> job.progress().phase(phase + ", " + done * 100 / Math.max(1, total) + " %");
        ArchiveKeys keys = plan.storing().encryption().keysOf(plan.output());
        Verification found = plan.set().isPresent()
                ? new NewVolumes(plan.output(), keys).verify(level, listener)
                : Archive.verify(plan.output(), keys, level, listener);
        job.progress().note(found.problems().isEmpty() ? Note.Level.GOOD : Note.Level.BAD,
                found.problems().isEmpty()
                        ? "Verified: sound."
                        : "Verified: " + found.problems().getFirst().message());
        return Optional.of(found);
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
