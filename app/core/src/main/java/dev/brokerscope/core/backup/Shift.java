package dev.brokerscope.core.backup;

import dev.brokerscope.api.broker.WorkGroups;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.archive.Checkpoint;
import dev.brokerscope.core.job.JobContext;
import dev.brokerscope.core.job.Progress;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A worker's membership in its group, tended on a thread of its own. Before partitions go to another worker, what is
/// being read of them is brought to an end.
final class Shift implements AutoCloseable {

    private static final Duration TEND = Duration.ofMillis(300);
    /// How long the group waits for this worker; whoever comes next waits for its locks anyway.
    private static final long HAND_OVER_MILLIS = 60_000;
    private static final Duration FAREWELL = Duration.ofSeconds(10);

    private final WorkGroups.Membership membership;
    private final Thread thread;
    private Map<ChannelId, Set<Integer>> owned = Map.of();
    private List<Checkpoint> reading = List.of();
    private boolean handOver;
    private @Nullable FaultException failed;
    private volatile boolean closed;

    Shift(WorkGroups.Membership membership) {
        this.membership = membership;
        this.thread = Thread.ofPlatform().daemon().name("backup-shift").unstarted(this::tend);
    }

    void start() {
        thread.start();
    }

    private void tend() {
        try {
            while (!closed) {
                own(membership.tend(TEND, this::revoked));
            }
        } catch (FaultException e) {
            fail(e);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        } finally {
            membership.close();
        }
    }

    private synchronized void own(Map<ChannelId, Set<Integer>> now) {
        owned = now;
    }

    private synchronized void fail(FaultException e) {
        failed = e;
        handOver = true;
    }

    /// On the thread that tends: returns once nothing of it is read any more.
    private synchronized void revoked(Map<ChannelId, Set<Integer>> partitions, boolean lost)
            throws InterruptedException {
        Map<ChannelId, Set<Integer>> left = new HashMap<>();
        owned.forEach((channel, numbers) -> {
            Set<Integer> kept = new TreeSet<>(numbers);
            kept.removeAll(partitions.getOrDefault(channel, Set.of()));
            left.put(channel, kept);
        });
        owned = left;
        if (reading.stream().anyMatch(c -> isIn(partitions, c))) {
            handOver = true;
            long deadline = System.nanoTime() + HAND_OVER_MILLIS * 1_000_000;
            while (!lost && handOver && !reading.isEmpty() && System.nanoTime() < deadline) {
                wait(100);
            }
        }
    }

    synchronized boolean owns(Checkpoint checkpoint) {
        return isIn(owned, checkpoint);
    }

    private static boolean isIn(Map<ChannelId, Set<Integer>> partitions, Checkpoint checkpoint) {
        return partitions.getOrDefault(checkpoint.channel(), Set.of()).contains(checkpoint.begin().partition());
    }

    /// @return whether all of them are still the worker's own: then a revocation waits for `end`
    synchronized boolean begin(Collection<Checkpoint> share) {
        if (!share.stream().allMatch(c -> isIn(owned, c))) {
            return false;
        }
        handOver = false;
        reading = List.copyOf(share);
        return true;
    }

    synchronized void end() {
        reading = List.of();
        handOver = false;
        notifyAll();
    }

    /// Whether what is being read has to be handed over.
    synchronized boolean handsOver() {
        return handOver;
    }

    /// @throws FaultException why the worker is no longer in its group
    synchronized void check() throws FaultException {
        if (failed != null) {
            throw failed;
        }
    }

    /// The job as readers see it: it ends when something has to be handed over.
    JobContext watching(JobContext job) {
        return new JobContext() {
            @Override
            public Progress progress() {
                return job.progress();
            }

            @Override
            public void pausePoint() throws InterruptedException {
                if (handsOver()) {
                    throw new InterruptedException("handed over");
                }
                job.pausePoint();
            }
        };
    }

    /// Leaves the group.
    @Override
    public void close() {
        closed = true;
        end();
        boolean interrupted = Thread.interrupted();
        try {
            thread.join(FAREWELL);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
