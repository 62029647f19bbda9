package dev.brokerscope.desktop.wizard.backup;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.core.Engine;
import dev.brokerscope.core.backup.Backup;
import dev.brokerscope.core.backup.BackupPlan;
import dev.brokerscope.core.backup.BackupReport;
import dev.brokerscope.core.backup.BackupSource;
import dev.brokerscope.core.backup.Provenance;
import dev.brokerscope.core.connection.OpenConnection;
import dev.brokerscope.core.job.Amounts;
import dev.brokerscope.core.job.Job;
import dev.brokerscope.core.job.JobKind;
import dev.brokerscope.core.job.JobRequest;
import dev.brokerscope.desktop.desk.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// A backup as a job, over a connection of its own: it goes on when the window lets go of its one.
public record BackupJob(Engine engine, Source source) {

    /// Who writes archives here.
    public static final String PROGRAM = "Brokerscope "
            + Optional.ofNullable(BackupJob.class.getPackage().getImplementationVersion()).orElse("development");

    Job<BackupReport> start(BackupPlan plan) {
        String file = String.valueOf(plan.output().getFileName());
        JobRequest request = new JobRequest(JobKind.BACKUP, file.replace(".msgdb", ""), "Backup of "
                + Amounts.of(plan.slices().size(), "channel") + " of " + source.name());
        Optional<Path> archive = source.archive();
        var connection = source.connection();
        return engine.jobs().start(request, job -> {
            job.progress().phase("Connecting");
            makeFolder(plan.output());
            try (OpenConnection open = archive.isPresent() ? engine.connector().openArchive(archive.get())
                    : engine.connector().open(connection)) {
                return new Backup(sourceOf(engine, source, open), Provenance.ofSystem(PROGRAM)).run(plan, job);
            }
        });
    }

    /// Loads decoders the first time: not on the FX thread.
    static BackupSource sourceOf(Engine engine, Source source, OpenConnection open) {
        return new BackupSource(open.connection().broker(), source.name(), open.session(), open.schemas(),
                engine.decoders());
    }

    /// Makes the folder that a file is written to.
    public static void makeFolder(Path file) throws FaultException {
        Path folder = file.toAbsolutePath().getParent();
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new FaultException(FaultKind.FILE_ACCESS, "output.folder", "The folder " + folder
                    + " cannot be made.", "Choose another folder, or check its permissions.", e);
        }
    }
}
