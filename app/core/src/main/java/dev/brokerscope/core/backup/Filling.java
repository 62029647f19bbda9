package dev.brokerscope.core.backup;

import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.channel.ChannelProfile;
import dev.brokerscope.api.channel.Count;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.archive.ArchiveWriter;
import dev.brokerscope.archive.ChannelStart;
import dev.brokerscope.archive.Checkpoint;
import dev.brokerscope.core.job.Amounts;
import dev.brokerscope.core.job.JobContext;
import dev.brokerscope.core.pace.Throttle;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads everything that the checkpoints of an archive still leave open, and keeps it. The calling thread writes.
///
/// @param partialAfter how long a message may wait in an open block of a run that nobody knows the end of
record Filling(BackupSource source, BackupPlan plan, ArchiveWriter writer, Optional<SchemaCollector> schemas,
        Completeness completeness, Duration partialAfter, JobContext job) {

    private static final Duration WAIT = Duration.ofMillis(200);
    private static final long COMMIT_EVERY = Duration.ofSeconds(1).toNanos();

    void run() throws FaultException, InterruptedException {
        job.progress().phase("Reading");
        Map<ChannelId, List<Checkpoint>> open = new LinkedHashMap<>();
        Count total = Count.exact(job.progress().view().done());
        for (Checkpoint checkpoint : writer.checkpoints()) {
            total = total.plus(PartitionWatch.expected(checkpoint));
            if (!checkpoint.done()) {
                open.computeIfAbsent(checkpoint.channel(), _ -> new ArrayList<>()).add(checkpoint);
            }
        }
        job.progress().total(total);
        ArchiveFiller filler = new ArchiveFiller(writer, completeness, job.progress());
        giveUpUnstable(open, filler);
        List<ReadTask> tasks = writer.run().channels().stream().filter(c -> open.containsKey(c.channel()))
                .flatMap(c -> ReadTask.of(c, open.getOrDefault(c.channel(), List.of()), plan.reading(), plan.follows())
                        .stream())
                .toList();
        Optional<Sieve> sieve = Sieve.of(plan.reading(), source);
        TaskReader reader = new TaskReader(source, plan.reading(), schemas, sieve,
                new Throttle(plan.reading().limit()), job);
        try (Readers readers = new Readers(reader, tasks)) {
            readers.start();
            drain(readers, tasks.size(), filler);
        } catch (InterruptedException cancelled) {
            writer.commit();
            throw cancelled;
        }
        sieve.filter(s -> s.undecided() > 0).ifPresent(s -> completeness.add(Amounts.of(s.undecided(), "message")
                + " could not be decoded, so that the filter left them out without knowing whether they match."));
        writer.commit();
        job.progress().saved(writer.written().messages());
    }

    private void drain(Readers readers, int tasks, ArchiveFiller filler)
            throws FaultException, InterruptedException {
        boolean partial = plan.follows() || !readableTwice();
        long committed = System.nanoTime();
        int left = tasks;
        while (left > 0) {
            job.pausePoint();
            Optional<Arrival> arrival = readers.poll(WAIT);
            if (arrival.isPresent()) {
                left -= take(arrival.get(), filler);
            }
            if (System.nanoTime() - committed > COMMIT_EVERY) {
                if (partial) {
                    writer.flush(partialAfter);
                }
                writer.commit();
                committed = System.nanoTime();
            }
            job.progress().saved(writer.written().messages());
        }
    }

    /// What cannot be read again must not wait in memory for a block to fill.
    private boolean readableTwice() {
        return writer.run().channels().stream()
                .allMatch(c -> c.profile().positions() == ChannelProfile.PositionKind.STABLE);
    }

    /// @return how many tasks ended
    private int take(Arrival arrival, ArchiveFiller filler) throws FaultException, InterruptedException {
        switch (arrival) {
            case Arrival.Read read -> filler.read(read);
            case Arrival.Ended ended -> filler.ended(ended);
            case Arrival.Gone gone -> filler.gone(gone);
            case Arrival.Failed failed -> {
                writer.commit();
                throw failed.why();
            }
            case Arrival.Broken broken -> {
                if (broken.defect() instanceof InterruptedException stopped) {
                    throw stopped;
                }
                throw new IllegalStateException("a reader broke", broken.defect());
            }
        }
        return arrival instanceof Arrival.Ended || arrival instanceof Arrival.Gone ? 1 : 0;
    }

    /// What has no stable positions cannot be continued.
    private void giveUpUnstable(Map<ChannelId, List<Checkpoint>> open, ArchiveFiller filler)
            throws FaultException, InterruptedException {
        for (ChannelStart channel : writer.run().channels()) {
            List<Checkpoint> left = open.getOrDefault(channel.channel(), List.of());
            boolean begun = left.stream().anyMatch(c -> !c.next().equals(c.begin()));
            boolean stable = channel.profile().positions() == ChannelProfile.PositionKind.STABLE;
            if (begun && left.stream().anyMatch(c -> c.end().isEmpty()) && !(plan.follows() && stable)) {
                open.remove(channel.channel());
                filler.lost(ReadTask.whole(channel, left, plan.follows()), "not-resumable", channel.channel()
                        + " has no stable positions: what was not read before the interruption is missing.");
            }
        }
    }
}
