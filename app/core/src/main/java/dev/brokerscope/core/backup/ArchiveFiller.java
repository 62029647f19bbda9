package dev.brokerscope.core.backup;

import dev.brokerscope.api.broker.Batch;
import dev.brokerscope.api.broker.CursorEvent;
import dev.brokerscope.api.broker.GapReason;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.archive.ArchiveWriter;
import dev.brokerscope.archive.ChannelStart;
import dev.brokerscope.archive.Checkpoint;
import dev.brokerscope.archive.RunStart;
import dev.brokerscope.core.job.Note;
import dev.brokerscope.core.job.Progress;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Puts what readers bring into the archive, in the order of positions. The one writer's thread.
final class ArchiveFiller {

    private final ArchiveWriter writer;
    private final Completeness completeness;
    private final Progress progress;
    private final Set<ChannelId> dense = new HashSet<>();
    private final Map<ChannelId, Map<Integer, PartitionWatch>> watches = new HashMap<>();
    private final Set<String> told = new HashSet<>();

    ArchiveFiller(ArchiveWriter writer, Completeness completeness, Progress progress) {
        this.writer = writer;
        this.completeness = completeness;
        this.progress = progress;
        RunStart run = writer.run();
        run.channels().stream().filter(c -> c.profile().dense()).map(ChannelStart::channel).forEach(dense::add);
        for (Checkpoint checkpoint : writer.checkpoints()) {
            watches.computeIfAbsent(checkpoint.channel(), _ -> new HashMap<>())
                    .put(checkpoint.next().partition(), new PartitionWatch(checkpoint.channel(), checkpoint, progress));
        }
    }

    void read(Arrival.Read read) throws FaultException, InterruptedException {
        for (Sighting seen : read.schemas()) {
            writer.schema(seen.channel(), seen.side(), seen.schema(), 0);
        }
        Batch batch = read.batch();
        Map<Integer, ArrayDeque<CursorEvent.Gap>> gaps = gaps(batch);
        long bytes = 0;
        long unwatched = 0;
        List<Message> messages = batch.messages();
        for (int i = 0; i < messages.size(); i++) {
            Message message = messages.get(i);
            if (!gaps.isEmpty()) {
                gapsBefore(read.channel(), gaps.get(message.partition()), message);
            }
            writer.append(read.channel(), message);
            unwatched++;
            if (i + 1 == messages.size() || messages.get(i + 1).partition() != message.partition()) {
                watch(read.channel(), message.partition()).read(unwatched, message.position());
                unwatched = 0;
            }
            bytes += Math.max(0, message.keySize()) + (long) Math.max(0, message.valueSize());
        }
        for (ArrayDeque<CursorEvent.Gap> left : gaps.values()) {
            for (CursorEvent.Gap gap : left) {
                gap(read.channel(), gap, "");
            }
        }
        notices(read.channel(), batch);
        progress.add(batch.messages().size(), bytes);
    }

    private void gapsBefore(ChannelId channel, @Nullable ArrayDeque<CursorEvent.Gap> waiting, Message message)
            throws FaultException, InterruptedException {
        while (waiting != null && !waiting.isEmpty()
                && waiting.getFirst().from().compareTo(message.position()) < 0) {
            gap(channel, waiting.removeFirst(), "");
        }
    }

    void ended(Arrival.Ended ended) throws FaultException, InterruptedException {
        ChannelId channel = ended.task().channel();
        for (Position next : ended.next()) {
            PartitionWatch watch = watch(channel, next.partition());
            watch.reached(next);
            if (watch.end().filter(end -> next.compareTo(end) < 0).isPresent()) {
                lost(ended.task(), "cut-back", channel + ": partition " + next.partition()
                        + " now ends before the position that it ended at when the backup began.");
            }
        }
        writer.checkpoint(channel, ended.next());
        done(ended.task());
    }

    /// The rest of the task's partitions is gone for good: gaps say so.
    void gone(Arrival.Gone gone) throws FaultException, InterruptedException {
        lost(gone.task(), "channel-gone", gone.why().fault().message());
        done(gone.task());
    }

    /// Gives up what is left of a task and says why, once.
    void lost(ReadTask task, String kind, String why) throws FaultException, InterruptedException {
        for (int partition : task.partitions()) {
            PartitionWatch watch = watch(task.channel(), partition);
            Position next = watch.next();
            if (watch.end().isEmpty() || next.compareTo(watch.end().get()) < 0) {
                watch.failed(why);
                if (dense.contains(task.channel()) && watch.end().isPresent()) {
                    gap(task.channel(), new CursorEvent.Gap(next, watch.end().get(), GapReason.TRUNCATED, true), why);
                }
            }
        }
        if (told.add(why)) {
            writer.event(kind, why);
            completeness.add(why);
            progress.note(Note.Level.BAD, why);
        }
    }

    private void done(ReadTask task) {
        Map<Integer, PartitionWatch> all = watches.getOrDefault(task.channel(), Map.of());
        task.partitions().forEach(p -> watch(task.channel(), p).ended());
        if (all.values().stream().allMatch(PartitionWatch::whole)) {
            progress.note(Note.Level.GOOD, task.channel() + " is read.");
        }
    }

    private void gap(ChannelId channel, CursorEvent.Gap gap, String detail)
            throws FaultException, InterruptedException {
        writer.gap(channel, gap, detail);
        completeness.gap(channel, gap);
        watch(channel, gap.from().partition()).reached(gap.next());
    }

    private void notices(ChannelId channel, Batch batch) throws FaultException {
        for (CursorEvent event : batch.events()) {
            if (event instanceof CursorEvent.Notice notice && told.add(channel + ": " + notice.text())) {
                if (notice.kind() != CursorEvent.Notice.Kind.RECONNECTED) {
                    writer.event(channel, notice);
                }
                completeness.notice(channel, notice);
                progress.note(Note.Level.WARNING, channel + ": " + notice.text());
            }
        }
    }

    private PartitionWatch watch(ChannelId channel, int partition) {
        PartitionWatch watch = watches.getOrDefault(channel, Map.of()).get(partition);
        if (watch == null) {
            throw new IllegalStateException("a message of " + channel + " in partition " + partition
                    + ", which was not asked for");
        }
        return watch;
    }

    private static Map<Integer, ArrayDeque<CursorEvent.Gap>> gaps(Batch batch) {
        Map<Integer, ArrayDeque<CursorEvent.Gap>> gaps = new HashMap<>();
        List<CursorEvent> events = batch.events();
        for (CursorEvent event : events) {
            if (event instanceof CursorEvent.Gap gap) {
                gaps.computeIfAbsent(gap.from().partition(), _ -> new ArrayDeque<>()).add(gap);
            }
        }
        return gaps;
    }
}
