package dev.brokerscope.core.backup;

import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.channel.Count;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.archive.ArchiveWriter;
import dev.brokerscope.archive.ChannelStart;
import dev.brokerscope.archive.Checkpoint;
import dev.brokerscope.core.job.JobContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads everything that the checkpoints of an archive still leave open, and keeps it. The calling thread writes.
record Filling(BackupSource source, BackupPlan plan, ArchiveWriter writer, Optional<SchemaCollector> schemas,
        Completeness completeness, JobContext job) {

    private static final Duration WAIT = Duration.ofMillis(200);
    private static final long COMMIT_EVERY = Duration.ofSeconds(1).toNanos();

    void run() throws FaultException, InterruptedException {
        job.progress().phase("Reading");
        Map<ChannelId, List<Checkpoint>> open = new LinkedHashMap<>();
        Count total = Count.exact(0);
        for (Checkpoint checkpoint : writer.checkpoints()) {
            total = total.plus(PartitionWatch.expected(checkpoint));
            if (!checkpoint.done()) {
                open.computeIfAbsent(checkpoint.channel(), _ -> new ArrayList<>()).add(checkpoint);
            }
        }
        job.progress().total(total);
        ArchiveFiller filler = new ArchiveFiller(writer, completeness, job.progress());
        giveUpRecreated(open, filler);
        List<ReadTask> tasks = open.entrySet().stream().map(e -> ReadTask.of(e.getKey(), e.getValue())).toList();
        try (Readers readers = new Readers(source, plan, schemas, job, tasks)) {
            readers.start();
            drain(readers, tasks.size(), filler);
        } catch (InterruptedException cancelled) {
            writer.commit();
            throw cancelled;
        }
        writer.commit();
    }

    private void drain(Readers readers, int channels, ArchiveFiller filler)
            throws FaultException, InterruptedException {
        long committed = System.nanoTime();
        int left = channels;
        while (left > 0) {
            job.pausePoint();
            Optional<Arrival> arrival = readers.poll(WAIT);
            if (arrival.isPresent()) {
                left -= take(arrival.get(), filler);
            }
            if (System.nanoTime() - committed > COMMIT_EVERY) {
                writer.commit();
                committed = System.nanoTime();
            }
        }
    }

    /// @return how many channels ended
    private int take(Arrival arrival, ArchiveFiller filler) throws FaultException, InterruptedException {
        switch (arrival) {
            case Arrival.Read read -> filler.read(read);
            case Arrival.Ended ended -> filler.ended(ended);
            case Arrival.Gone gone -> filler.gone(gone);
            case Arrival.Failed failed -> {
                writer.commit();
                throw failed.why();
            }
            case Arrival.Broken broken -> throw new IllegalStateException("a reader broke", broken.defect());
        }
        return arrival instanceof Arrival.Ended || arrival instanceof Arrival.Gone ? 1 : 0;
    }

    /// A channel that was deleted and made anew since the cut has other messages at the same positions, and one without
    /// stable positions cannot be continued at all.
    private void giveUpRecreated(Map<ChannelId, List<Checkpoint>> open, ArchiveFiller filler)
            throws FaultException, InterruptedException {
        for (ChannelStart channel : writer.run().channels()) {
            List<Checkpoint> left = open.getOrDefault(channel.channel(), List.of());
            boolean begun = left.stream().anyMatch(c -> !c.next().equals(c.begin()));
            if (!left.isEmpty() && left.stream().anyMatch(c -> c.end().isEmpty()) && begun) {
                open.remove(channel.channel());
                filler.lost(channel.channel(), "not-resumable", channel.channel()
                        + " has no stable positions: what was not read before the interruption is missing.");
            } else if (!left.isEmpty() && !incarnation(channel).equals(Optional.of(channel.incarnation()))) {
                open.remove(channel.channel());
                filler.lost(channel.channel(), "channel-gone", channel.channel()
                        + " was deleted since the backup began: what was not read before is missing.");
            }
        }
    }

    private Optional<String> incarnation(ChannelStart channel) throws FaultException, InterruptedException {
        try {
            return Optional.of(source.session().describe(channel.channel()).incarnation());
        } catch (FaultException e) {
            if (e.kind() == FaultKind.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
