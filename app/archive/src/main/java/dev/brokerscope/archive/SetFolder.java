package dev.brokerscope.archive;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.archive.sqlite.Database;
import dev.brokerscope.archive.sqlite.WriterLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The folder of a set under its one writer; who else comes is told at once. One thread.
final class SetFolder implements AutoCloseable {

    private static final long PAUSE_NANOS = 1_000_000_000L;

    private final SetTarget target;
    private final WriterOptions options;
    private final WriterLock lock;
    private long triedAt = System.nanoTime() - PAUSE_NANOS;
    private VolumeAge age = new VolumeAge(Duration.ZERO, 0);

    private SetFolder(SetTarget target, WriterOptions options, WriterLock lock) {
        this.target = target;
        this.options = options;
        this.lock = lock;
    }

    /// @throws FaultException `LOCKED` where another program writes it
    static SetFolder take(SetTarget target, WriterOptions options) throws FaultException {
        try {
            Files.createDirectories(target.folder());
        } catch (IOException e) {
            throw new FaultException(FaultKind.FILE_ACCESS, "archive.folder", "The folder " + target.folder()
                    + " cannot be made.", "Choose a folder that you may write to.", e);
        }
        return new SetFolder(target, options, WriterLock.take(target.lock(), target.folder()));
    }

    /// A new run, in a volume behind those that are there.
    ///
    /// @throws FaultException `REFUSED` where a run there has not ended
    VolumeWriter begin(RunStart run) throws FaultException {
        Optional<VolumeSet> set = volumes();
        if (set.isEmpty()) {
            return opened(VolumeWriter.create(target.volume(1), run, VolumePlace.first(options), options));
        }
        if (!set.get().sealed() || running(set.get().volumes().getLast())) {
            throw new FaultException(FaultKind.REFUSED, "set.unfinished", "A run in " + target.folder()
                    + " has not ended.", "Resume it first.");
        }
        VolumePlace place = VolumePlace.behind(set.get().volumes().getLast());
        return opened(VolumeWriter.create(target.volume(place.number()), run, place, options));
    }

    /// Goes on wherever the run broke off: within a volume, while one was sealed, or between two.
    VolumeWriter resume(Bytes planHash) throws FaultException {
        VolumeSet set = volumes().orElseThrow(() -> new FaultException(FaultKind.NOT_FOUND,
                "archive.nothing-to-resume", "There is no unfinished archive in " + target.folder() + ".",
                "Start the backup without resuming."));
        List<VolumeHead> open = set.volumes().stream().filter(v -> !v.opener().sealed()).toList();
        if (open.size() > 1) {
            throw new FaultException(FaultKind.REFUSED, "set.several-open", target.folder() + " holds "
                    + open.size() + " unfinished volumes.", "Resume it as the workers that wrote it.");
        }
        VolumeHead last = set.volumes().getLast();
        if (open.isEmpty()) {
            if (running(last)) {
                demandPlan(last, planHash);
                return opened(VolumeWriter.follow(last, target.volume(last.number() + 1), planHash, options));
            }
            throw new FaultException(FaultKind.REFUSED, "archive.sealed", target.folder() + " is finished already.",
                    "There is nothing left to resume.");
        }
        VolumeWriter volume = VolumeWriter.resume(finalName(open.getFirst()), planHash, options.protection());
        return volume.rotated() ? next(volume, List.of()) : opened(volume);
    }

    /// The name that an unfinished volume is going to have.
    private static Path finalName(VolumeHead unfinished) {
        String name = unfinished.name();
        return unfinished.opener().file().resolveSibling(name.substring(0, name.length() - ".partial".length()));
    }

    /// Whether the next volume is to be begun. While somebody reads the one that is written, it grows on: a set that is
    /// looked at goes on all the same.
    ///
    /// @param partitions to be committed before
    boolean due(VolumeWriter volume, List<PartitionWriter> partitions) throws FaultException {
        boolean full = volume.holdsBlocks() && target.rotation().due(volume.fileBytes(), age.now());
        if (!full || System.nanoTime() - triedAt < PAUSE_NANOS) {
            return false;
        }
        volume.commit(partitions);
        boolean ready = volume.readyToSeal();
        triedAt = ready ? System.nanoTime() - PAUSE_NANOS : System.nanoTime();
        return ready;
    }

    /// Seals a volume whose run goes on, and begins the next.
    VolumeWriter next(VolumeWriter full, List<PartitionWriter> partitions) throws FaultException {
        Bytes planHash = full.run().start().planHash();
        full.seal(options.clock().millis(), partitions);
        VolumeHead sealed = VolumeHead.read(VolumeOpener.find(full.target()));
        return opened(VolumeWriter.follow(sealed, target.volume(sealed.number() + 1), planHash, options));
    }

    private VolumeWriter opened(VolumeWriter volume) throws FaultException {
        age = VolumeAge.of(volume.createdAt(), options.clock());
        return volume;
    }

    /// @throws FaultException `REFUSED` for another plan
    private void demandPlan(VolumeHead last, Bytes planHash) throws FaultException {
        try (Database db = last.opener().connect();
                VolumeSecrets secrets = VolumeSecrets.open(db, options.protection().opening())) {
            Bytes stored = new RunRows(db).read().start().planHash();
            if (!stored.equals(Bytes.wrap(secrets.hashes().plan(planHash.toArray())))) {
                throw new FaultException(FaultKind.REFUSED, "archive.other-plan", target.folder()
                        + " was begun by a backup of something else.",
                        "Resume it with the same channels and options, or choose another folder.");
            }
        }
    }

    private Optional<VolumeSet> volumes() throws FaultException {
        return VolumeSet.holdsVolumes(target.folder())
                ? Optional.of(VolumeSet.find(target.folder()))
                : Optional.empty();
    }

    private static boolean running(VolumeHead volume) throws FaultException {
        try (Database db = volume.opener().connect()) {
            return db.number("SELECT count(*) FROM run WHERE state = 'running'") > 0;
        }
    }

    @Override
    public void close() {
        lock.close();
    }
}
