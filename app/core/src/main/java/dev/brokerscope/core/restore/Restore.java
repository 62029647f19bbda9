package dev.brokerscope.core.restore;

import dev.brokerscope.api.broker.WritableSession;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.archive.Archive;
import dev.brokerscope.core.job.JobContext;
import java.nio.file.Path;

/// Writes an archive into a broker.
public final class Restore {

    private final Archive archive;
    private final RestoreTarget target;
    private final WritableSession session;
    private final Path journals;

    /// Closes none of them.
    ///
    /// @param session of the same target, from the write gate
    /// @param journals the folder `restore` in the state folder
    public Restore(Archive archive, RestoreTarget target, WritableSession session, Path journals) {
        this.archive = archive;
        this.target = target.through(session);
        this.session = session;
        this.journals = journals;
    }

    /// Rehearses first. A plan that was interrupted continues behind what its journal says was acknowledged.
    ///
    /// @throws FaultException `REFUSED` where a finding blocks it or the plan is bound to another cluster
    /// @throws InterruptedException where it was cancelled; run the same plan again to continue
    public RestoreReport run(RestorePlan plan, JobContext job) throws FaultException, InterruptedException {
        throw new UnsupportedOperationException("not there yet " + archive + target + session + journals);
    }
}
