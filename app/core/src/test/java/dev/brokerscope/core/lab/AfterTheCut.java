package dev.brokerscope.core.lab;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.core.job.JobContext;
import dev.brokerscope.core.job.Progress;
import java.util.concurrent.atomic.AtomicBoolean;

/// Does something to the broker once a backup has taken its cut and begins to read.
public final class AfterTheCut implements JobContext {

    /// What is done.
    public interface Deed {
        void run() throws FaultException;
    }

    private final Progress progress = new Progress();
    private final AtomicBoolean done = new AtomicBoolean();
    private final Deed deed;

    public AfterTheCut(Deed deed) {
        this.deed = deed;
    }

    @Override
    public Progress progress() {
        return progress;
    }

    @Override
    public synchronized void pausePoint() {
        if (!done.getAndSet(true)) {
            try {
                deed.run();
            } catch (FaultException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
