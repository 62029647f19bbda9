package dev.brokerscope.core.job;

/// What a job's body is given. Any thread of the job.
public interface JobContext {

    Progress progress();

    /// Waits while the job is paused; bodies call it between batches.
    ///
    /// @throws InterruptedException once the job is cancelled
    void pausePoint() throws InterruptedException;

    /// A context without a job, for callers that run a body on their own thread: it is never paused, and cancelled by
    /// interrupting that thread.
    static JobContext direct() {
        return new DirectContext(new Progress());
    }
}
