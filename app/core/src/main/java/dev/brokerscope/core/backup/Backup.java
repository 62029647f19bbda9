package dev.brokerscope.core.backup;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.core.job.JobContext;

/// Reads channels into a new archive.
public final class Backup {

    private final BackupSource source;
    private final Provenance provenance;

    public Backup(BackupSource source, Provenance provenance) {
        this.source = source;
        this.provenance = provenance;
    }

    /// @throws FaultException `REFUSED` where the output exists or reading needs consent, `DISK_FULL`, or why the
    /// source could not be read; what was committed stays, resumable
    /// @throws InterruptedException where it was cancelled; the `.partial` is valid and resumable
    public BackupReport run(BackupPlan plan, JobContext job) throws FaultException, InterruptedException {
        throw new UnsupportedOperationException("not there yet " + source + provenance);
    }
}
