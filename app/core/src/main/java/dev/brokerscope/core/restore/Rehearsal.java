package dev.brokerscope.core.restore;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.archive.Archive;

/// Thinks a restore through against the real target without writing.
public final class Rehearsal {

    private final Archive archive;
    private final RestoreTarget target;

    /// Closes neither.
    public Rehearsal(Archive archive, RestoreTarget target) {
        this.archive = archive;
        this.target = target;
    }

    /// What cannot work is a finding, not an exception.
    ///
    /// @throws FaultException where the target or the archive cannot be read
    public DryRun play(RestorePlan plan) throws FaultException, InterruptedException {
        throw new UnsupportedOperationException("not there yet " + archive + target);
    }
}
