package dev.brokerscope.core.lab;

import dev.brokerscope.core.job.JobContext;
import dev.brokerscope.core.job.Progress;

/// Cancels a job once it has come so far: what an impatient person does.
public final class Tripwire implements JobContext {

    private final Progress progress = new Progress();
    private final Thread job = Thread.currentThread();
    private final long after;

    /// To be made on the thread that runs the job.
    public Tripwire(long afterMessages) {
        this.after = afterMessages;
    }

    @Override
    public Progress progress() {
        return progress;
    }

    @Override
    public void pausePoint() throws InterruptedException {
        if (Thread.currentThread() == job && progress.view().done() >= after) {
            throw new InterruptedException();
        }
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }
}
