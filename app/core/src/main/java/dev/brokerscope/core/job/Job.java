package dev.brokerscope.core.job;

import dev.brokerscope.api.fault.Fault;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// One piece of work on a thread of its own. Everything here is for any thread.
public final class Job<R extends JobReport> {

    private record End<R>(JobState state, Instant at, Optional<R> report, Optional<Fault> fault) {}

    private final String id;
    private final JobRequest request;
    private final Instant started;
    private final Progress progress = new Progress();
    private final PauseGate gate = new PauseGate(progress);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicReference<@Nullable End<R>> end = new AtomicReference<>();
    private volatile @Nullable Thread thread;

    Job(String id, JobRequest request, Instant started) {
        this.id = id;
        this.request = request;
        this.started = started;
    }

    public String id() {
        return id;
    }

    public JobRequest request() {
        return request;
    }

    public Instant started() {
        return started;
    }

    public Optional<Instant> ended() {
        return Optional.ofNullable(end.get()).map(End::at);
    }

    public JobState state() {
        End<R> last = end.get();
        if (last != null) {
            return last.state();
        }
        return gate.paused() ? JobState.PAUSED : JobState.RUNNING;
    }

    public Progress progress() {
        return progress;
    }

    /// Present once the job is done.
    public Optional<R> report() {
        return Optional.ofNullable(end.get()).flatMap(End::report);
    }

    /// Present once the job has failed.
    public Optional<Fault> fault() {
        return Optional.ofNullable(end.get()).flatMap(End::fault);
    }

    /// Interrupts the job; returns at once. What it leaves behind is valid.
    public void cancel() {
        Thread running = thread;
        if (running != null) {
            running.interrupt();
        }
    }

    /// Takes effect between two batches.
    public void pause() {
        gate.pause();
    }

    public void resume() {
        gate.resume();
    }

    /// Waits for the end.
    ///
    /// @throws FaultException why it failed, or of kind `CANCELLED`
    public R await() throws FaultException, InterruptedException {
        ended.await();
        End<R> last = java.util.Objects.requireNonNull(end.get());
        if (last.report().isPresent()) {
            return last.report().get();
        }
        throw new FaultException(last.fault().orElseGet(() -> Fault.of(FaultKind.CANCELLED, "job.cancelled",
                request.title() + " was cancelled.", "")));
    }

    /// What history keeps of it.
    public JobRecord record() {
        return JobRecord.of(this);
    }

    void attach(Thread runner) {
        thread = runner;
    }

    void run(JobBody<R> body, Clock clock) {
        try {
            R report = body.run(gate);
            finish(new End<>(JobState.DONE, clock.instant(), Optional.of(report), Optional.empty()));
        } catch (InterruptedException cancelled) {
            finish(new End<>(JobState.CANCELLED, clock.instant(), Optional.empty(), Optional.empty()));
        } catch (FaultException e) {
            boolean cancelled = e.kind() == FaultKind.CANCELLED;
            finish(new End<>(cancelled ? JobState.CANCELLED : JobState.FAILED, clock.instant(), Optional.empty(),
                    cancelled ? Optional.empty() : Optional.of(e.fault())));
        } catch (RuntimeException | Error defect) {
            finish(new End<>(JobState.FAILED, clock.instant(), Optional.empty(),
                    Optional.of(InternalFaults.of(request.title(), defect))));
        }
    }

    void release() {
        ended.countDown();
    }

    private void finish(End<R> last) {
        progress.ended();
        end.set(last);
    }
}
