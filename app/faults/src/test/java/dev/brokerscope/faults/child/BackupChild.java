package dev.brokerscope.faults.child;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.archive.Rotation;
import dev.brokerscope.archive.WriterOptions;
import dev.brokerscope.archive.crypt.ArchiveKeys;
import dev.brokerscope.archive.crypt.FileKey;
import dev.brokerscope.archive.crypt.Protection;
import dev.brokerscope.archive.crypt.SlotLock;
import dev.brokerscope.cli.output.ExitCode;
import dev.brokerscope.core.backup.Backup;
import dev.brokerscope.core.backup.BackupPlan;
import dev.brokerscope.core.backup.BackupReport;
import dev.brokerscope.core.backup.BackupSource;
import dev.brokerscope.core.backup.Provenance;
import dev.brokerscope.core.backup.SetOptions;
import dev.brokerscope.core.backup.StoreOptions;
import dev.brokerscope.core.decode.DecoderChain;
import dev.brokerscope.core.job.JobContext;
import dev.brokerscope.core.keys.Encryption;
import dev.brokerscope.core.keys.EncryptionWords;
import dev.brokerscope.core.schema.SchemaChain;
import dev.brokerscope.core.slice.Slice;
import dev.brokerscope.faults.harness.Child;
import dev.brokerscope.faults.source.GeneratedSession;
import dev.brokerscope.faults.source.Workload;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/// Backs a generated channel up, with clock and ids pinned so that two archives of it are equal byte for byte. Says
/// `saved N` as soon as the job does.
public final class BackupChild {

    private static final Instant NOW = Instant.ofEpochMilli(1_795_340_527_318L);

    /// In place of a key file.
    public static final String PLAIN = "set";

    private static final long VOLUME_BYTES = 800_000;

    private BackupChild() {}

    /// Words: the archive, the workload; for a set of volumes `set`, for an encrypted one the key file.
    public static void main(String[] words) throws InterruptedException {
        Path output = Path.of(words[0]);
        GeneratedSession session = new GeneratedSession(Workload.parse(words[1]));
        BackupPlan plan = plan(output).resuming(true);
        try {
            plan = words.length < 3 ? plan : setPlan(output, words[2]);
        } catch (FaultException e) {
            throw new IllegalArgumentException(e);
        }
        JobContext job = JobContext.direct();
        System.out.println(Child.READY);
        Thread teller = Thread.ofPlatform().daemon().start(() -> tell(job));
        int code;
        try {
            BackupReport report = run(session, plan, job);
            System.out.println("DONE " + report.outcome() + " " + report.messages());
            code = ExitCode.of(report.outcome()).number();
        } catch (FaultException e) {
            System.out.println("FAULT " + e.kind() + " " + e.fault().code() + ": " + e.fault().message());
            code = ExitCode.of(e.kind()).number();
        }
        teller.interrupt();
        System.out.flush();
        Runtime.getRuntime().halt(code);
    }

    /// Of the generated channel, not verified afterwards: tests do that.
    public static BackupPlan plan(Path output) {
        return BackupPlan.of(List.of(Slice.whole(GeneratedSession.CHANNEL)), output).verifying(Optional.empty());
    }

    /// Into small volumes; whatever is there is resumed.
    ///
    /// @param key a key file, or [#PLAIN]
    public static BackupPlan setPlan(Path folder, String key) throws FaultException {
        BackupPlan plan = plan(folder).into(SetOptions.STANDARD.rotating(
                new Rotation(OptionalLong.of(VOLUME_BYTES), Optional.empty()))).resuming(true);
        return key.equals(PLAIN) ? plan : plan.storing(StoreOptions.STANDARD.encrypted(encryption(Path.of(key))));
    }

    /// By a key file.
    public static Encryption encryption(Path file) throws FaultException {
        FileKey key = FileKey.read(file);
        return new Encryption(EncryptionWords.NONE,
                new Protection(List.of(new SlotLock.ByFile(key)), ArchiveKeys.of(key)));
    }

    /// In this process.
    public static BackupReport run(GeneratedSession session, BackupPlan plan, JobContext job)
            throws FaultException, InterruptedException {
        AtomicLong ids = new AtomicLong();
        WriterOptions standard = WriterOptions.standard();
        WriterOptions pinned = new WriterOptions(standard.workers(), standard.compression(), InstantSource.fixed(NOW),
                () -> new UUID(1, ids.incrementAndGet()));
        BackupSource source = new BackupSource("generated", "lab", session, new SchemaChain(List.of()),
                new DecoderChain(List.of()));
        return new Backup(source, new Provenance("Brokerscope test", "tester", ""), pinned).run(plan, job);
    }

    private static void tell(JobContext job) {
        long told = -1;
        while (!Thread.currentThread().isInterrupted()) {
            OptionalLong saved = job.progress().view().saved();
            if (saved.isPresent() && saved.getAsLong() > told) {
                told = saved.getAsLong();
                System.out.println("saved " + told);
                System.out.flush();
            }
            try {
                Thread.sleep(1);
            } catch (InterruptedException done) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
