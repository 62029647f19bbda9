package dev.brokerscope.core.diff;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.core.job.JobContext;

/// Compares channels of two sides, streaming.
public final class Diff {

    private final DiffSide a;
    private final DiffSide b;

    public Diff(DiffSide a, DiffSide b) {
        this.a = a;
        this.b = b;
    }

    /// @throws FaultException of kind `NOT_FOUND` where a channel asked for stands on neither side, or why one cannot
    /// be read
    public DiffReport run(DiffPlan plan, JobContext job) throws FaultException, InterruptedException {
        throw new UnsupportedOperationException("not there yet " + a + b);
    }
}
