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
import dev.brokerscope.core.job.JobContext;
import dev.brokerscope.core.job.Note;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reads channels into a new archive, up to the ends that they have when it starts.
public final class Backup {

    private final BackupSource source;
    private final Provenance provenance;
    private final WriterOptions options;

    public Backup(BackupSource source, Provenance provenance) {
        this(source, provenance, WriterOptions.standard());
    }

    public Backup(BackupSource source, Provenance provenance, WriterOptions options) {
        this.source = source;
        this.provenance = provenance;
        this.options = options;
    }

    /// @throws FaultException `REFUSED` where the output exists or reading needs consent, `DISK_FULL`, or why the
    /// source could not be read; what was committed stays, resumable
    /// @throws InterruptedException where it was cancelled; the `.partial` is valid and resumable
    public BackupReport run(BackupPlan plan, JobContext job) throws FaultException, InterruptedException {
        long start = System.nanoTime();
        boolean unfinished = Files.exists(partial(plan));
        boolean sealed = Files.exists(plan.output());
        if (sealed && plan.resume() && !unfinished) {
            job.progress().note(Note.Level.GOOD, plan.output() + " is finished already.");
            return FinishedBackup.report(plan, Optional.empty(), since(start), List.of());
        }
        demandFree(plan, sealed, unfinished);
        if (plan.verify().equals(Optional.of(Verification.Level.DEEP))) {
            plan.storing().encryption().demandReadable("A deep check");
        }
        List<String> incomplete = unfinished ? resume(plan, job) : begin(plan, job);
        Optional<Verification> verification = verify(plan, job);
        BackupReport report = FinishedBackup.report(plan, verification, since(start), incomplete);
        job.progress().phase("Done");
        return unfinished ? report.continued() : report;
    }

    /// Where an archive stands until it is sealed.
    static Path partial(BackupPlan plan) {
        return plan.output().resolveSibling(plan.output().getFileName() + ".partial");
    }

    private static void demandFree(BackupPlan plan, boolean sealed, boolean unfinished) throws FaultException {
        if (!plan.output().getFileName().toString().endsWith(".msgdb")) {
            throw new FaultException(FaultKind.USAGE, "output.name",
                    "The archive " + plan.output() + " does not end in .msgdb.", "Name it so.");
        }
        if (sealed) {
            throw new FaultException(FaultKind.REFUSED, "output.exists", plan.output() + " exists already.",
                    "Choose another name; an archive is never written into twice.");
        }
        if (unfinished && !plan.resume()) {
            throw new FaultException(FaultKind.REFUSED, "output.unfinished",
                    "An unfinished backup stands in " + partial(plan) + ".",
                    "Continue it with --resume, delete it, or choose another name.");
        }
    }

    private List<String> begin(BackupPlan plan, JobContext job) throws FaultException, InterruptedException {
        job.progress().phase("Taking the cut");
        RunStart run = new Cut(source, provenance, plan, options.clock(), job.progress()).take();
        Optional<SchemaCollector> schemas = plan.schemas()
                ? Optional.of(new SchemaCollector(source.decoders(), source.schemas(), List.of()))
                : Optional.empty();
        try (ArchiveWriter writer = ArchiveWriter.create(plan.output(), run, writing(plan))) {
            return fill(plan, job, writer, schemas, new Completeness(run));
        }
    }

    private WriterOptions writing(BackupPlan plan) {
        return options.compressed(plan.storing().compression())
                .protectedBy(plan.storing().encryption().protection());
    }

    private List<String> resume(BackupPlan plan, JobContext job) throws FaultException, InterruptedException {
        job.progress().phase("Looking at what is there");
        Unfinished before = Unfinished.read(partial(plan), source, plan);
        try (ArchiveWriter writer = ArchiveWriter.resume(plan.output(), PlanText.of(plan).hash(), writing(plan))) {
            Completeness completeness = new Completeness(writer.run());
            completeness.recall(before.contents());
            if (before.ended()) {
                writer.seal();
                return completeness.sentences();
            }
            job.progress().note(Note.Level.INFO, "Resumed behind "
                    + before.contents().channels().size() + " channels' checkpoints.");
            return fill(plan, job, writer, before.schemas(), completeness);
        }
    }

    /// @return why the archive does not hold everything asked for
    private List<String> fill(BackupPlan plan, JobContext job, ArchiveWriter writer,
            Optional<SchemaCollector> schemas, Completeness completeness) throws FaultException, InterruptedException {
        try {
            new Filling(source, plan, writer, schemas, completeness, job).run();
            job.progress().phase("Sealing");
            if (schemas.isPresent()) {
                schemas.get().finish(writer).forEach(completeness::add);
            }
            List<String> incomplete = completeness.sentences();
            writer.finish(incomplete.isEmpty() ? RunOutcome.COMPLETE : RunOutcome.COMPLETE_WITH_GAPS);
            writer.seal();
            return incomplete;
        } catch (FaultException e) {
            throw resumable(e, plan);
        }
    }

    private static FaultException resumable(FaultException e, BackupPlan plan) {
        Fault fault = e.fault();
        if (!Files.exists(partial(plan))) {
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
        Verification found = Archive.verify(plan.output(), plan.storing().encryption().keysOf(plan.output()), level,
                (done, total) -> job.progress().phase(phase + ", " + done * 100 / Math.max(1, total) + " %"));
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
