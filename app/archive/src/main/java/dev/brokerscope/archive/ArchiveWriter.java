package dev.brokerscope.archive;

import dev.brokerscope.api.broker.CursorEvent;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.decode.RegisteredSchema;
import dev.brokerscope.api.decode.Sample;
import dev.brokerscope.api.decode.SchemaId;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.archive.sqlite.WriterLock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Writes a run into a new volume, or, where runs of other archives are taken over, several one after another.
/// Everything is called from one thread; compressing and hashing happen on a small
/// pool behind it. Until sealed the file is `X.msgdb.partial`: valid, readable and resumable at any moment.
///
/// Faults: `DISK_FULL` (what was committed stays valid), `FILE_ACCESS`, `LOCKED`, `REFUSED`, `CORRUPT`.
public final class ArchiveWriter implements AutoCloseable {

    private VolumeWriter volume;
    private final Optional<SetFolder> set;
    private final WriterOptions options;
    private WriterState state;
    private final BlockQueue queue;
    private boolean finished;
    private Written before = new Written(0, 0, 0);

    private ArchiveWriter(VolumeWriter volume, Optional<SetFolder> set, WriterOptions options) throws FaultException {
        this.volume = volume;
        this.set = set;
        this.options = options;
        this.state = WriterState.load(volume.db(), volume.secrets(), volume.run());
        this.queue = new BlockQueue(options);
        this.finished = volume.run().state() != RunState.RUNNING;
    }

    /// @param target the final name; refused where it, or its `.partial`, exists
    public static ArchiveWriter create(Path target, RunStart run, WriterOptions options) throws FaultException {
        return over(VolumeWriter.create(target, run, VolumePlace.first(options), options), Optional.empty(), options);
    }

    /// A new run in a set: in a new volume, and in further ones when the rotation says so. Blocks are cut as they were in
    /// a single volume.
    ///
    /// @throws FaultException `LOCKED` where another program writes the set, `REFUSED` where a run in it has not ended
    public static ArchiveWriter create(SetTarget target, RunStart run, WriterOptions options) throws FaultException {
        return inSet(SetFolder.take(target, options), folder -> folder.begin(run), options);
    }

    /// Continues the run of a set that broke off: within a volume or between two.
    public static ArchiveWriter resume(SetTarget target, Bytes planHash, WriterOptions options) throws FaultException {
        return inSet(SetFolder.take(target, options), folder -> folder.resume(planHash), options);
    }

    /// @throws FaultException `LOCKED` where another program writes this volume
    public static void demandUnlocked(Path target) throws FaultException {
        WriterLock.take(new VolumeFiles(target).lock(), target).close();
    }

    /// @throws FaultException `LOCKED` where another program writes the set
    public static void demandUnlocked(SetTarget target) throws FaultException {
        WriterLock.take(target.lock(), target.folder()).close();
    }

    private interface Beginning {
        VolumeWriter in(SetFolder folder) throws FaultException;
    }

    private static ArchiveWriter inSet(SetFolder folder, Beginning beginning, WriterOptions options)
            throws FaultException {
        try {
            return over(beginning.in(folder), Optional.of(folder), options);
        } catch (FaultException e) {
            folder.close();
            throw e;
        }
    }

    /// Takes over runs of other archives: this is the first, others follow by `next`.
    ///
    /// @param program name and version of the program that writes
    public static ArchiveWriter create(Path target, RunCopy first, String program, WriterOptions options)
            throws FaultException {
        return create(target, VolumePlace.first(options), first, program, options);
    }

    /// The same, for the first or a later volume of a set.
    ///
    /// @param number of the volume in the set, from 1
    /// @param previous root of the volume before it; absent for the first
    public static ArchiveWriter create(Path target, UUID set, long number, Optional<Bytes> previous, RunCopy first,
            String program, WriterOptions options) throws FaultException {
        return create(target, new VolumePlace(set, options.ids().get(), number, previous), first, program, options);
    }

    private static ArchiveWriter create(Path target, VolumePlace place, RunCopy first, String program,
            WriterOptions options) throws FaultException {
        return over(VolumeWriter.create(target, db -> {
            new RunRows(db).writeVolume(program, place, options);
            RunCopyRows.write(first, db);
        }, options.protection()), Optional.empty(), options);
    }

    /// Begins another run, once the one before has ended.
    public void next(RunCopy run) throws FaultException {
        if (!finished) {
            throw new IllegalStateException("a run must be finished before the next begins");
        }
        volume.nextRun(db -> RunCopyRows.write(run, db));
        state = WriterState.load(volume.db(), volume.secrets(), volume.run());
        finished = false;
    }

    /// More of the run that was begun last, which another archive holds; before its first message.
    public void also(RunCopy more) throws FaultException {
        volume.nextRun(db -> RunCopyRows.extend(more, db));
        state = WriterState.load(volume.db(), volume.secrets(), volume.run());
    }

    /// Continues what a run of the same plan left behind. Where the run had ended, only `seal` is left to do.
    ///
    /// @throws FaultException `REFUSED` for another plan or a sealed file, `NOT_FOUND` where there is no `.partial`,
    /// `WRONG_KEY` where it is encrypted and the protection has no key that opens it
    public static ArchiveWriter resume(Path target, Bytes planHash, WriterOptions options) throws FaultException {
        return over(VolumeWriter.resume(target, planHash, options.protection()), Optional.empty(), options);
    }

    static ArchiveWriter over(VolumeWriter shard, WriterOptions options) throws FaultException {
        return over(shard, Optional.empty(), options);
    }

    private static ArchiveWriter over(VolumeWriter volume, Optional<SetFolder> set, WriterOptions options)
            throws FaultException {
        try {
            return new ArchiveWriter(volume, set, options);
        } catch (FaultException e) {
            volume.close();
            throw e;
        }
    }

    /// The run as it was started, with the ends captured then.
    public RunStart run() {
        return volume.run().start();
    }

    /// What is safely on disk, for every range of the run.
    public List<Checkpoint> checkpoints() {
        List<Checkpoint> checkpoints = new ArrayList<>();
        state.partitions().forEach((channel, partitions) -> partitions.values().forEach(p -> checkpoints.add(
                new Checkpoint(channel, p.range().begin(), p.stored().committed(), p.range().end()))));
        return checkpoints;
    }

    /// Messages of a partition come in the order of their positions.
    public void append(ChannelId channel, Message message) throws FaultException, InterruptedException {
        Optional<PartitionWriter.Closed> closed = partition(channel, message.partition()).append(message);
        if (closed.isPresent()) {
            queue.add(closed.get());
            storeReady();
        }
    }

    /// Positions without messages; comes in order with the messages of its partition.
    ///
    /// @param detail for people; may be empty
    public void gap(ChannelId channel, CursorEvent.Gap gap, String detail)
            throws FaultException, InterruptedException {
        partition(channel, gap.from().partition())
                .gap(new PendingGap(gap.from(), gap.next(), gap.reason(), gap.measured(), detail));
    }

    /// Something worth knowing about the run or a channel that the archive keeps.
    public void event(ChannelId channel, CursorEvent.Notice notice) throws FaultException {
        Optional<Long> partition = notice.partition().isPresent()
                ? Optional.ofNullable(state.partitions().getOrDefault(channel, Map.of())
                        .get(notice.partition().getAsInt())).map(p -> p.stored().partitionId())
                : Optional.empty();
        checkRunning();
        long id = channelId(channel);
        volume.write(db -> db.update("INSERT INTO event (run_id, channel_id, partition_id, kind, detail)"
                + " VALUES (?, ?, ?, ?, ?)", volume.run().id(), id, partition, Words.of(notice.kind()), notice.text()));
    }

    /// The same, of our own: `registry-unavailable`.
    public void event(String kind, String detail) throws FaultException {
        checkRunning();
        volume.write(
                db -> db.update("INSERT INTO event (run_id, kind, detail) VALUES (?, ?, ?)", volume.run().id(), kind,
                        detail));
    }

    /// Embeds a schema, its references and subjects, and notes that messages of the channel use it.
    ///
    /// @param count messages that use it, added to what was said before; 0 where not counted
    public void schema(ChannelId channel, Sample.Side side, RegisteredSchema schema, long count)
            throws FaultException {
        checkRunning();
        long id = channelId(channel);
        volume.write(db -> {
            SchemaRows rows = new SchemaRows(db);
            rows.use(id, side, rows.embed(schema), count);
        });
    }

    /// Notes that messages name a schema that could not be fetched.
    public void missingSchema(ChannelId channel, Sample.Side side, String registry, SchemaId id, long count)
            throws FaultException {
        checkRunning();
        long channelId = channelId(channel);
        volume.write(db -> {
            SchemaRows rows = new SchemaRows(db);
            rows.use(channelId, side, rows.missing(registry, id), count);
        });
    }

    /// How far partitions are really read, past trailing holes that no message closes. Of a partition whose end is
    /// reached the rest is written; others go on where they are.
    public void checkpoint(ChannelId channel, List<Position> next) throws FaultException, InterruptedException {
        if (finished) {
            return;
        }
        for (Position position : next) {
            PartitionWriter partition = partition(channel, position.partition());
            if (partition.reached(position)) {
                end(partition);
            }
        }
        storeReady();
    }

    /// How far a partition was read, where nothing says why no message stands in between: runs of other archives that
    /// ended before their end.
    public void skipTo(ChannelId channel, Position next) {
        partition(channel, next.partition()).skipTo(next);
    }

    /// Brings everything that stands in closed blocks safely to disk; open blocks stay open.
    public void commit() throws FaultException, InterruptedException {
        storeAll();
        volume.commit(state.all());
    }

    /// Closes open blocks that hold a message for so long, so that `commit` saves them too. Blocks are cut by chance then,
    /// and only their sequence can be compared.
    public void flush(Duration olderThan) {
        for (PartitionWriter partition : state.all()) {
            if (partition.openFor().compareTo(olderThan) >= 0) {
                partition.closeOpen().ifPresent(queue::add);
            }
        }
    }

    /// Messages, and bytes of keys, values and headers, that are safely on disk (of this process's part of the run).
    public Written written() {
        return before.plus(volume.written());
    }

    /// @param fileBytes the size of the file
    public record Written(long messages, long bytes, long fileBytes) {

        Written plus(Written other) {
            return new Written(messages + other.messages, bytes + other.bytes, fileBytes + other.fileBytes);
        }
    }

    /// Ends the run: nothing can be appended afterwards. A run that is said to be complete, but has gaps that matter, is
    /// stored as complete with gaps.
    public void finish(RunOutcome outcome) throws FaultException, InterruptedException {
        finish(outcome, options.clock().millis());
    }

    /// @param at when the run ended, milliseconds since the epoch
    public void finish(RunOutcome outcome, long at) throws FaultException, InterruptedException {
        if (finished) {
            return;
        }
        for (PartitionWriter partition : state.all()) {
            end(partition);
        }
        storeAll();
        boolean whole = state.all().stream().allMatch(p -> p.stored().harmless());
        RunState result =
                outcome.state() == RunState.COMPLETE && !whole ? RunState.COMPLETE_WITH_GAPS : outcome.state();
        volume.finish(new RunOutcome(result, outcome.error()), state.all(), at);
        finished = true;
    }

    /// Closes the volume for good and gives it its final name.
    ///
    /// @return the root hash
    public Bytes seal() throws FaultException, InterruptedException {
        if (!finished) {
            throw new IllegalStateException("a run must be finished before its volume is sealed");
        }
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        queue.close();
        Bytes root = volume.seal(options.clock().millis());
        set.ifPresent(SetFolder::close);
        return root;
    }

    /// Seals what a worker read of its share of a run: closed blocks only, so that blocks are cut as one reader would.
    /// Where the whole share was read, `finish` and `seal` do it.
    public void sealShard() throws FaultException, InterruptedException {
        if (finished) {
            seal();
            return;
        }
        storeAll();
        queue.close();
        volume.seal(options.clock().millis(), state.all());
    }

    /// Without `seal`: drops open blocks and leaves a `.partial` that can be resumed. Never throws.
    @Override
    public void close() {
        queue.close();
        volume.close();
        set.ifPresent(SetFolder::close);
    }

    /// Instead of `close`: deletes what was written. Never throws.
    public void discard() {
        queue.close();
        volume.discard();
        set.ifPresent(SetFolder::close);
    }

    private void end(PartitionWriter partition) {
        partition.closeOpen().ifPresent(queue::add);
        queue.add(new BlockQueue.Item.Tail(partition, partition.takeTrailing(), partition.expected()));
    }

    private void storeReady() throws FaultException, InterruptedException {
        rotateIfDue();
        for (Optional<BlockQueue.Item> item = queue.ready(); item.isPresent(); item = queue.ready()) {
            volume.store(item.get(), state);
            rotateIfDue();
        }
    }

    private void storeAll() throws FaultException, InterruptedException {
        rotateIfDue();
        for (Optional<BlockQueue.Item> item = queue.next(); item.isPresent(); item = queue.next()) {
            volume.store(item.get(), state);
            rotateIfDue();
        }
    }

    /// Before a block that the volume has no room or no time for; never for the last words of a run.
    private void rotateIfDue() throws FaultException {
        if (set.isPresent() && queue.blockWaits() && set.get().due(volume, state.all())) {
            Written all = written();
            volume = set.get().next(volume, state.all());
            before = all;
            state = state.continuedIn(WriterState.load(volume.db(), volume.secrets(), volume.run()));
            if (volume.secrets().encrypted()) {
                queue.sealAgain();
            }
        }
    }

    private PartitionWriter partition(ChannelId channel, int number) {
        checkRunning();
        return state.partition(channel, number);
    }

    private long channelId(ChannelId channel) {
        Long id = state.channelIds().get(channel);
        if (id == null) {
            throw new IllegalArgumentException(channel + " is not part of the run");
        }
        return id;
    }

    private void checkRunning() {
        if (finished) {
            throw new IllegalStateException("the run has ended: nothing can be added to it");
        }
    }
}
