package dev.brokerscope.archive;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.archive.block.EncodedBlock;
import dev.brokerscope.archive.block.Sha;
import dev.brokerscope.archive.crypt.Protection;
import dev.brokerscope.archive.sqlite.Database;
import dev.brokerscope.archive.sqlite.Databases;
import dev.brokerscope.archive.sqlite.Format;
import dev.brokerscope.archive.sqlite.Origin;
import dev.brokerscope.archive.sqlite.Tables;
import dev.brokerscope.archive.sqlite.Trailer;
import dev.brokerscope.archive.sqlite.WriteAheadLog;
import dev.brokerscope.archive.sqlite.WriterLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The file under a writer: its lock, its transactions, its seal. One thread.
final class VolumeWriter implements AutoCloseable {

    private static final int BLOCKS_PER_COMMIT = 64;
    private static final long NANOS_PER_COMMIT = 5_000_000_000L;
    /// With others who read what is to be sealed.
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final VolumeFiles files;
    private final WriterLock lock;
    private final Database db;
    private final VolumeSecrets secrets;
    private RunRows.StoredRun run;
    private boolean open = true;
    private boolean inTransaction;
    private boolean broken;
    private boolean holdsBlocks;
    private long begunAt;
    private int blocks;
    private long messages;
    private long bytes;
    private ArchiveWriter.Written written;

    private VolumeWriter(VolumeFiles files, WriterLock lock, Database db, VolumeSecrets secrets,
            RunRows.StoredRun run) throws FaultException {
        this.secrets = secrets;
        this.files = files;
        this.lock = lock;
        this.db = db;
        this.run = run;
        this.written = new ArchiveWriter.Written(0, 0, files.size());
        this.holdsBlocks = db.number("SELECT EXISTS (SELECT 1 FROM block)") > 0;
    }

    static VolumeWriter create(Path target, RunStart start, VolumePlace place, WriterOptions options)
            throws FaultException {
        VolumeWriter volume = create(target, db -> new RunRows(db).write(start, place, options), options.protection());
        volume.run = volume.run.planned(start.planHash());
        return volume;
    }

    /// The volume behind another whose run goes on.
    static VolumeWriter follow(VolumeHead before, Path target, Bytes planHash, WriterOptions options)
            throws FaultException {
        try (Database from = before.opener().connect()) {
            RunRows.StoredRun run = new RunRows(from).read();
            VolumeWriter volume = create(target, to -> {
                new RunRows(to).writeVolume(run.start().writer(), VolumePlace.behind(before), options);
                new SuccessorRows(from, to, run.id()).write(planHash);
            }, options.protection());
            volume.run = volume.run.planned(planHash);
            return volume;
        }
    }

    /// @param manifest of what one worker reads of a run
    static VolumeWriter shard(Path target, Bytes planHash, RowWriter manifest, Protection protection)
            throws FaultException {
        VolumeWriter volume = create(target, manifest, protection);
        volume.run = volume.run.planned(planHash);
        return volume;
    }

    /// @param manifest writes the volume's own row and its first run
    static VolumeWriter create(Path target, RowWriter manifest, Protection protection) throws FaultException {
        VolumeFiles files = new VolumeFiles(target);
        files.checkFolder();
        files.checkUnsealed();
        WriterLock lock = WriterLock.take(files.lock(), target); // first: who writes now is told apart from leftovers
        try {
            files.checkNew();
            return begin(files, lock, manifest, protection);
        } catch (FaultException e) {
            lock.close();
            throw e;
        }
    }

    /// The manifest is complete before the file gets the name under which a resume looks for it.
    private static VolumeWriter begin(VolumeFiles files, WriterLock lock, RowWriter manifest, Protection protection)
            throws FaultException {
        files.discardBegun();
        VolumeSecrets secrets;
        try {
            try (Database db = Databases.create(files.begun())) {
                db.execute("BEGIN IMMEDIATE");
                Tables.create(db);
                manifest.write(db);
                secrets = VolumeSecrets.create(db, protection);
                hidePlan(db, secrets, new RunRows(db).read().id());
                db.execute("COMMIT");
            }
            files.rename(files.begun(), files.partial());
        } catch (FaultException e) {
            files.discardBegun();
            throw e;
        }
        return open(files, lock, _ -> secrets);
    }

    /// Nothing that was searched for stands in the manifest of an encrypted volume.
    private static void hidePlan(Database db, VolumeSecrets secrets, long run) throws FaultException {
        if (secrets.encrypted()) {
            PlanRows.hide(db, run, secrets.hashes());
        }
    }

    /// Finds the key of a volume.
    private interface Opening {
        VolumeSecrets of(Database db) throws FaultException;
    }

    private static VolumeWriter open(VolumeFiles files, WriterLock lock, Opening opening) throws FaultException {
        Database db = Databases.openWritable(files.partial());
        try {
            Origin.check(db);
            Tables.check(db);
            VolumeSecrets secrets = opening.of(db);
            secrets.demand();
            return new VolumeWriter(files, lock, db, secrets, new RunRows(db).read());
        } catch (FaultException e) {
            db.close();
            throw e;
        }
    }

    static VolumeWriter resume(Path target, Bytes planHash, Protection protection) throws FaultException {
        VolumeFiles files = new VolumeFiles(target);
        files.checkFolder();
        WriterLock lock = WriterLock.take(files.lock(), target);
        try {
            checkThere(files);
            VolumeWriter volume = open(files, lock, db -> VolumeSecrets.open(db, protection.opening()));
            Bytes stored = Bytes.wrap(volume.secrets.hashes().plan(planHash.toArray()));
            if (volume.run().start().planHash().equals(stored)) {
                volume.demandAsEncrypted(protection);
                volume.run = volume.run.planned(planHash);
            } else {
                volume.close();
                throw new FaultException(FaultKind.REFUSED, "archive.other-plan", files.partial()
                        + " was begun by a backup of something else.",
                        "Resume it with the same channels and options, or choose another name.");
            }
            return volume;
        } catch (FaultException e) {
            lock.close();
            throw e;
        }
    }

    private static void checkThere(VolumeFiles files) throws FaultException {
        if (!Files.exists(files.partial())) {
            throw Files.exists(files.target())
                    ? new FaultException(FaultKind.REFUSED, "archive.sealed", files.target() + " is finished already.",
                            "There is nothing left to resume.")
                    : new FaultException(FaultKind.NOT_FOUND, "archive.nothing-to-resume", "There is no unfinished "
                            + files.partial() + ".", "Start the backup without resuming.");
        }
    }

    /// A plain file is not continued as if it were encrypted.
    private void demandAsEncrypted(Protection protection) throws FaultException {
        if (protection.encrypts() && !secrets.encrypted()) {
            close();
            throw new FaultException(FaultKind.REFUSED, "archive.not-encrypted", files.partial()
                    + " was begun without encryption.", "Resume it without --encrypt, or choose another name.");
        }
    }

    VolumeSecrets secrets() {
        return secrets;
    }

    Database db() {
        return db;
    }

    RunRows.StoredRun run() {
        return run;
    }

    Path target() {
        return files.target();
    }

    /// Whether an attempt before sealed it for the sake of the next volume: only its name is left to be given.
    boolean rotated() throws FaultException {
        return run.state() == RunState.RUNNING && db.number("SELECT count(*) FROM seal") > 0;
    }

    /// Makes ready for the seal, if nobody else has the file open.
    boolean readyToSeal() throws FaultException {
        return guardedResult(() -> WriteAheadLog.leave(db, Duration.ZERO));
    }

    boolean holdsBlocks() {
        return holdsBlocks;
    }

    /// Pages of the database, in its file or its log: the same for the same rows, however often it was interrupted.
    long fileBytes() throws FaultException {
        return db.number("PRAGMA page_count") * Format.PAGE_SIZE;
    }

    long createdAt() throws FaultException {
        return db.number("SELECT created_at FROM archive");
    }

    ArchiveWriter.Written written() {
        return written;
    }

    /// Another run behind the one that has ended.
    void nextRun(RowWriter manifest) throws FaultException {
        write(manifest);
        run = new RunRows(db).read();
        guarded(() -> hidePlan(db, secrets, run.id()));
        commit(List.of());
    }

    /// Something else than blocks, in the running transaction.
    void write(RowWriter writer) throws FaultException {
        begin();
        guarded(() -> writer.write(db));
    }

    /// Writes rows.
    interface RowWriter {
        void write(Database db) throws FaultException;
    }

    private void begin() throws FaultException {
        if (!inTransaction) {
            guarded(() -> db.execute("BEGIN IMMEDIATE"));
            inTransaction = true;
            begunAt = System.nanoTime();
        }
    }

    void store(BlockQueue.Item item, WriterState state) throws FaultException, InterruptedException {
        begin();
        BlockRows rows = new BlockRows(db);
        switch (item) {
            case BlockQueue.Item.Tail tail -> guarded(() -> rows.tail(tail.partition(), tail.gaps(), tail.reached()));
            case BlockQueue.Item.Block block -> {
                EncodedBlock encoded = BlockQueue.result(block);
                guarded(() -> rows.block(block.closed(), encoded));
                messages += encoded.count();
                bytes += encoded.rawBytes();
                blocks++;
                holdsBlocks = true;
            }
        }
        if (blocks >= BLOCKS_PER_COMMIT || System.nanoTime() - begunAt > NANOS_PER_COMMIT) {
            commit(state.all());
        }
    }

    void commit(List<PartitionWriter> partitions) throws FaultException {
        if (inTransaction) {
            guarded(() -> db.execute("COMMIT"));
            inTransaction = false;
            blocks = 0;
            partitions.forEach(p -> p.stored().commit());
            written = new ArchiveWriter.Written(messages, bytes, files.size());
        }
    }

    void finish(RunOutcome outcome, List<PartitionWriter> partitions, long at) throws FaultException {
        begin();
        guarded(() -> {
            new SealRows(db, secrets).contentHashes(partitions);
            db.update("UPDATE run SET state = ?, error = ?, finished_at = ? WHERE run_id = ?",
                    Words.of(outcome.state()), outcome.error(), at, run.id());
        });
        commit(partitions);
    }

    Bytes seal(long at) throws FaultException {
        return seal(at, List.of());
    }

    /// @param partitions of a run that goes on in another volume
    Bytes seal(long at, List<PartitionWriter> partitions) throws FaultException {
        commit(partitions);
        Bytes root = guardedResult(() -> new SealRows(db, secrets).root(at, partitions));
        guarded(() -> {
            if (!WriteAheadLog.leave(db, PATIENCE)) {
                throw new FaultException(FaultKind.LOCKED, "archive.in-use", files.partial()
                        + " cannot be sealed while another program reads it.", "Close it there, then resume.");
            }
            db.close();
        });
        open = false;
        secrets.close();
        Trailer.write(files.partial(), Sha.start());
        files.publish();
        lock.close();
        return root;
    }

    /// Something that writes.
    private interface Write<T> {
        T run() throws FaultException;
    }

    /// Something that writes and gives nothing back.
    private interface Action {
        void run() throws FaultException;
    }

    private void guarded(Action action) throws FaultException {
        guardedResult(() -> {
            action.run();
            return true;
        });
    }

    /// After a failed write the connection is dead: nothing is written through it any more.
    private <T> T guardedResult(Write<T> write) throws FaultException {
        if (broken) {
            throw new FaultException(FaultKind.CLOSED, "archive.broken", files.partial()
                    + " takes no more messages after an error.", "Resume it.");
        }
        try {
            return write.run();
        } catch (FaultException e) {
            broken = true;
            throw e;
        }
    }

    /// Deletes what was written, for work that is cheap to begin anew.
    void discard() {
        close();
        files.discardPartial();
    }

    @Override
    public void close() {
        if (!open) {
            return;
        }
        open = false;
        secrets.close();
        try {
            if (inTransaction) {
                db.execute(broken ? "ROLLBACK" : "COMMIT");
            }
        } catch (FaultException e) {
            // what was committed before is safe, the rest is read again by a resume
        }
        try {
            db.close();
        } catch (FaultException e) {
            // the same
        }
        lock.close();
    }
}
