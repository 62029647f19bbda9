package dev.brokerscope.cli.command;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.cli.run.Run;
import dev.brokerscope.cli.run.ProgressDisplay;
import dev.brokerscope.core.job.Job;
import dev.brokerscope.core.job.JobBody;
import dev.brokerscope.core.job.JobReport;
import dev.brokerscope.core.job.JobRequest;
import java.time.Duration;

/// Runs a job and shows how far it is.
record JobRunner(Run run) {

    private static final long POLL_MILLIS = 100;
    private static final Duration FAREWELL = Duration.ofSeconds(8);

    /// @throws InterruptedException where the user ended it; what the job made is valid
    <R extends JobReport> R await(JobRequest request, JobBody<R> body) throws FaultException, InterruptedException {
        Job<R> job = run.engine().jobs().start(request, body);
        ProgressDisplay display = ProgressDisplay.of(run);
        try {
            while (!job.state().ended()) {
                display.show(job.progress().view());
                Thread.sleep(POLL_MILLIS);
            }
            return job.await();
        } catch (InterruptedException e) {
            job.cancel();
            settled(job);
            throw e;
        } finally {
            display.end(job.progress().view());
        }
    }

    /// Waits until the job has left something valid behind.
    private static void settled(Job<?> job) throws InterruptedException {
        long deadline = System.nanoTime() + FAREWELL.toNanos();
        while (!job.state().ended() && System.nanoTime() - deadline < 0) {
            Thread.sleep(POLL_MILLIS);
        }
    }
}
