package dev.brokerscope.core.backup;

import dev.brokerscope.api.broker.WorkGroups;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.channel.Impact;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.archive.Archive;
import dev.brokerscope.archive.ArchiveWriter;
import dev.brokerscope.archive.Checkpoint;
import dev.brokerscope.archive.RunOutcome;
import dev.brokerscope.archive.SetTarget;
import dev.brokerscope.archive.Shards;
import dev.brokerscope.archive.Verification;
import dev.brokerscope.archive.WriterOptions;
import dev.brokerscope.archive.Rotation;
import dev.brokerscope.core.job.Amounts;
import dev.brokerscope.core.job.JobContext;
import dev.brokerscope.core.job.Note;
import dev.brokerscope.core.slice.ConsentWord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// One worker of a backup that several processes share: the broker's group says which partitions are its own, and each
/// writes what it reads into volumes of its own in one folder. A worker that ends, however it ends, is taken over.
public final class SharedBackup {

    private static final Duration BREATH = Duration.ofMillis(500);
    /// Only where a source cannot be read twice.
    private static final Duration PARTIAL_AFTER = Duration.ofSeconds(5);

    private final BackupSource source;
    private final Provenance provenance;
    private final WriterOptions options;

    public SharedBackup(BackupSource source, Provenance provenance, WriterOptions options) {
        this.source = source;
        this.provenance = provenance;
        this.options = options;
    }

    /// Returns when the whole backup is there, whoever read it; the report is of the whole.
    ///
    /// @param group the name that all workers give
    /// @throws FaultException `REFUSED` without consent to join, or where the folder holds another plan; `UNSUPPORTED`
    /// where the broker knows no groups
    /// @throws InterruptedException where this worker was cancelled; what it read is sealed, others go on
    public BackupReport run(BackupPlan plan, String group, JobContext job)
            throws FaultException, InterruptedException {
        long start = System.nanoTime();
        demandConsent(plan);
        WorkGroups groups = source.session().extension(WorkGroups.class)
                .orElseThrow(() -> new FaultException(FaultKind.UNSUPPORTED, "backup.no-groups",
                        source.label() + " cannot share work among processes.", "Leave --workers-group out."));
        Shards shards = open(plan, job);
        List<String> incomplete = new ArrayList<>();
        if (!shards.progress().stream().allMatch(Checkpoint::done)) {
            Set<ChannelId> channels = shards.progress().stream().map(Checkpoint::channel).collect(Collectors.toSet());
            try (Shift shift = new Shift(groups.join(group, channels))) {
                shift.start();
                work(plan, shards, shift, incomplete, job);
            }
        }
        Optional<Verification> verification = verify(plan, shards, job);
        job.progress().phase("Done");
        return FinishedBackup.report(plan, verification, Duration.ofNanos(System.nanoTime() - start), incomplete);
    }

    private static void demandConsent(BackupPlan plan) throws FaultException {
        if (!plan.consent().contains(Impact.JOINS_GROUP)) {
            throw new FaultException(FaultKind.REFUSED, "impact.not-accepted",
                    "Workers join a consumer group, which is seen on the broker.",
                    "Accept that with --consent " + ConsentWord.of(Impact.JOINS_GROUP) + ".");
        }
    }

    /// Another worker may be taking the cut.
    private Shards open(BackupPlan plan, JobContext job) throws FaultException, InterruptedException {
        job.progress().phase("Taking the cut");
        SetTarget target = new SetTarget(plan.output(), Rotation.NEVER);
        WriterOptions writing = options.compressed(plan.storing().compression())
                .protectedBy(plan.storing().encryption().protection());
        while (true) {
            try {
                return Shards.open(target, PlanText.of(plan).hash(), () -> new Cut(source, provenance, plan,
                        LastRuns.NONE, options.clock(), job.progress()).take(), writing);
            } catch (FaultException e) {
                if (e.kind() != FaultKind.LOCKED) {
                    throw e;
                }
                job.pausePoint();
                Thread.sleep(BREATH);
            }
        }
    }

    private void work(BackupPlan plan, Shards shards, Shift shift, List<String> incomplete, JobContext job)
            throws FaultException, InterruptedException {
        Orphans orphans = new Orphans(source.session());
        List<Checkpoint> left = left(shards);
        while (!left.isEmpty()) {
            job.pausePoint();
            shift.check();
            List<Checkpoint> gone = orphans.among(left, shards.run());
            List<Checkpoint> mine = left.stream().filter(c -> shift.owns(c) || gone.contains(c)).toList();
            boolean worked = false;
            try (Claims claims = Claims.of(shards, mine)) {
                worked = claims.any() && recovered(shards, job)
                        && read(plan, shards, shift, claims, gone, incomplete, job);
            }
            if (!worked) {
                job.progress().phase("Waiting for other workers");
                Thread.sleep(BREATH);
            }
            left = left(shards);
        }
    }

    private static List<Checkpoint> left(Shards shards) throws FaultException {
        return shards.progress().stream().filter(c -> !c.done()).toList();
    }

    /// @return false while another worker does it
    private static boolean recovered(Shards shards, JobContext job) throws FaultException, InterruptedException {
        try {
            shards.recover().forEach(name -> job.progress().note(Note.Level.WARNING,
                    "Took over " + name + " of a worker that is gone."));
            return true;
        } catch (FaultException e) {
            if (e.kind() == FaultKind.LOCKED) {
                return false;
            }
            throw e;
        }
    }

    /// @return whether there was something to read
    private boolean read(BackupPlan plan, Shards shards, Shift shift, Claims claims, List<Checkpoint> gone,
            List<String> incomplete, JobContext job) throws FaultException, InterruptedException {
        List<Checkpoint> share = left(shards).stream().filter(claims::hold).toList();
        List<Checkpoint> owned = share.stream().filter(c -> gone.stream().noneMatch(g -> samePlace(g, c))).toList();
        if (share.isEmpty() || !shift.begin(owned)) {
            return false;
        }
        try {
            job.progress().note(Note.Level.INFO, "Reads " + Amounts.of(share.size(), "partition") + ".");
            read(plan, shards.shard(worker(), share), shift, incomplete, job);
            return true;
        } finally {
            shift.end();
        }
    }

    private static boolean samePlace(Checkpoint a, Checkpoint b) {
        return a.channel().equals(b.channel()) && a.begin().partition() == b.begin().partition();
    }

    private void read(BackupPlan plan, ArchiveWriter shard, Shift shift, List<String> incomplete, JobContext job)
            throws FaultException, InterruptedException {
        try (ArchiveWriter writer = shard) {
            Completeness completeness = new Completeness(writer.run(), false);
            Optional<SchemaCollector> schemas = plan.schemas()
                    ? Optional.of(new SchemaCollector(source.decoders(), source.schemas(), List.of()))
                    : Optional.empty();
            boolean whole = fill(plan, writer, schemas, completeness, shift, job);
            if (schemas.isPresent()) {
                schemas.get().finish(writer).forEach(completeness::add);
            }
            incomplete.addAll(completeness.sentences());
            if (!whole) {
                writer.sealShard();
                if (!shift.handsOver()) {
                    throw new InterruptedException("cancelled");
                }
                return;
            }
            writer.finish(completeness.sentences().isEmpty() ? RunOutcome.COMPLETE : RunOutcome.COMPLETE_WITH_GAPS);
            writer.seal();
        }
    }

    /// @return whether the share was read to its end; else it goes to another worker
    private boolean fill(BackupPlan plan, ArchiveWriter writer, Optional<SchemaCollector> schemas,
            Completeness completeness, Shift shift, JobContext job) throws FaultException {
        try {
            new Filling(source, plan, writer, schemas, completeness, PARTIAL_AFTER, shift.watching(job)).run();
            return true;
        } catch (InterruptedException handedOver) {
            return false;
        }
    }

    /// One worker is enough for it.
    private Optional<Verification> verify(BackupPlan plan, Shards shards, JobContext job)
            throws FaultException, InterruptedException {
        if (plan.verify().isEmpty()) {
            return Optional.empty();
        }
        Optional<Shards.Claim> only = shards.claimAll();
        if (only.isEmpty()) {
            return Optional.empty();
        }
        try (Shards.Claim _ = only.get()) {
            job.progress().phase("Verifying");
            return Optional.of(Archive.verify(plan.output(), plan.storing().encryption().keysOf(plan.output()),
                    plan.verify().get(), (_, _) -> {
                    }));
        }
    }

    private String worker() {
        return (provenance.host().isEmpty() ? "worker" : provenance.host()) + "-" + ProcessHandle.current().pid();
    }
}
