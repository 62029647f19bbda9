package dev.brokerscope.archive;

import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.archive.sqlite.Database;
import dev.brokerscope.archive.sqlite.WriterLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A set that several processes write together: its first volume holds the plan of the run alone, and each further one
/// what one worker read of some partitions, a shard. Nobody reads a volume that another one writes: what counts is what
/// is sealed, and a lock per partition says who reads it now. One thread.
public final class Shards {

    private static final long PLAN = 1;

    private final SetTarget target;
    private final Bytes planHash;
    private final WriterOptions options;
    /// What sealed volumes say, which never changes.
    private final Map<Path, List<Checkpoint>> known = new HashMap<>();

    private Shards(SetTarget target, Bytes planHash, WriterOptions options) {
        this.target = target;
        this.planHash = planHash;
        this.options = options;
    }

    /// Takes the cut where nobody has, else finds the plan that another one made.
    ///
    /// @throws FaultException `REFUSED` where the folder holds another plan, `LOCKED` while another worker takes the cut
    public static Shards open(SetTarget target, Bytes planHash, Cut cut, WriterOptions options)
            throws FaultException, InterruptedException {
        Shards shards = new Shards(target, planHash, options);
        if (!Files.exists(target.volume(PLAN))) {
            shards.plan(cut);
        }
        shards.demandSamePlan();
        return shards;
    }

    /// Takes the cut.
    public interface Cut {
        RunStart take() throws FaultException, InterruptedException;
    }

    private void plan(Cut cut) throws FaultException, InterruptedException {
        try {
            Files.createDirectories(target.folder());
        } catch (IOException e) {
            throw new FaultException(FaultKind.FILE_ACCESS, "archive.folder",
                    "The folder " + target.folder() + " cannot be made.", "Choose a folder that you may write to.", e);
        }
        try (WriterLock _ = WriterLock.take(target.lock(), target.folder())) {
            Path file = target.volume(PLAN);
            if (Files.exists(file)) {
                return;
            }
            VolumeWriter volume = Files.exists(new VolumeFiles(file).partial())
                    ? VolumeWriter.resume(file, planHash, options.protection())
                    : VolumeWriter.create(file, cut.take(), VolumePlace.first(options), options);
            seal(volume);
        }
    }

    /// Seals a volume whose run goes on elsewhere.
    private void seal(VolumeWriter volume) throws FaultException {
        try (volume) {
            volume.seal(options.clock().millis(),
                    WriterState.load(volume.db(), volume.secrets(), volume.run()).all());
        }
    }

    private void demandSamePlan() throws FaultException {
        VolumeHead head = planHead();
        try (Database db = head.opener().connect();
                VolumeSecrets secrets = VolumeSecrets.open(db, options.protection().opening())) {
            Bytes stored = new RunRows(db).read().start().planHash();
            if (!stored.equals(Bytes.wrap(secrets.hashes().plan(planHash.toArray())))) {
                throw new FaultException(FaultKind.REFUSED, "archive.other-plan", target.folder()
                        + " holds a backup of something else.",
                        "Give all workers the same channels and options, or choose another folder.");
            }
        }
    }

    private VolumeHead planHead() throws FaultException {
        return VolumeHead.read(VolumeOpener.find(target.volume(PLAN)));
    }

    /// The run that all of them share.
    public RunStart run() throws FaultException {
        try (Database db = planHead().opener().connect()) {
            return new RunRows(db).read().start();
        }
    }

    /// How far each range of the run is, as far as it is sealed.
    public List<Checkpoint> progress() throws FaultException {
        Map<List<Object>, Checkpoint> furthest = new LinkedHashMap<>();
        for (Path file : VolumeSet.files(target.folder())) {
            if (!VolumeFiles.unfinished(file)) {
                for (Checkpoint checkpoint : sealed(file)) {
                    furthest.merge(List.of(checkpoint.channel(), checkpoint.begin().partition()), checkpoint,
                            (a, b) -> a.next().compareTo(b.next()) >= 0 ? a : b);
                }
            }
        }
        return List.copyOf(furthest.values());
    }

    private List<Checkpoint> sealed(Path file) throws FaultException {
        List<Checkpoint> checkpoints = known.get(file);
        if (checkpoints == null) {
            checkpoints = read(file);
            known.put(file, checkpoints);
        }
        return checkpoints;
    }

    private static List<Checkpoint> read(Path file) throws FaultException {
        try (Database db = VolumeOpener.find(file).connect()) {
            ManifestRows rows = new ManifestRows(db);
            List<Checkpoint> checkpoints = new ArrayList<>();
            for (ManifestRows.ChannelRow channel : rows.channels()) {
                for (ManifestRows.RangeRow range : rows.ranges(channel.id())) {
                    checkpoints.add(
                            new Checkpoint(channel.channel(), range.begin(), range.next(), range.start().end()));
                }
            }
            return checkpoints;
        }
    }

    /// Makes a partition this worker's own; whoever had it before has sealed what it read, or is dead.
    ///
    /// @return absent while another one has it
    public Optional<Claim> claim(ChannelId channel, int partition) throws FaultException {
        return claim(target.claim(channel.text(), partition));
    }

    private Optional<Claim> claim(Path file) throws FaultException {
        try {
            return Optional.of(new Claim(WriterLock.take(file, target.folder())));
        } catch (FaultException e) {
            if (e.kind() == FaultKind.LOCKED) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /// For what one worker does for all.
    ///
    /// @return absent while another one has it
    public Optional<Claim> claimAll() throws FaultException {
        return claim(target.lock());
    }

    /// Something that nobody else does meanwhile.
    public static final class Claim implements AutoCloseable {

        private final WriterLock lock;

        private Claim(WriterLock lock) {
            this.lock = lock;
        }

        @Override
        public void close() {
            lock.close();
        }
    }

    /// Seals what dead workers left. Once a worker has claimed partitions and called this, all that was saved of them is
    /// in sealed volumes.
    ///
    /// @return names of the volumes that were sealed
    /// @throws FaultException `LOCKED` while another worker does the same
    public List<String> recover() throws FaultException, InterruptedException {
        List<String> recovered = new ArrayList<>();
        try (WriterLock _ = WriterLock.take(target.recovery(), target.folder())) {
            for (Path file : VolumeSet.files(target.folder())) {
                if (VolumeFiles.unfinished(file) && recover(file)) {
                    recovered.add(String.valueOf(file.getFileName()));
                }
            }
        }
        return recovered;
    }

    private boolean recover(Path partial) throws FaultException, InterruptedException {
        String name = String.valueOf(partial.getFileName());
        Path file = partial.resolveSibling(name.substring(0, name.length() - ".partial".length()));
        try (ArchiveWriter writer = ArchiveWriter.resume(file, planHash, options)) {
            writer.sealShard();
            return true;
        } catch (FaultException e) {
            if (e.kind() == FaultKind.LOCKED || !Files.exists(partial)) {
                return false;
            }
            throw e;
        }
    }

    /// A volume for partitions that were claimed, from where sealed volumes end.
    ///
    /// @param worker who writes it, for people
    public ArchiveWriter shard(String worker, List<Checkpoint> claimed) throws FaultException {
        VolumeHead plan = planHead();
        Path file = target.shard(plan.number() + 1, options.ids().get());
        VolumePlace place = new VolumePlace(plan.set(), options.ids().get(), plan.number() + 1, plan.root());
        try (Database from = plan.opener().connect()) {
            RunRows.StoredRun run = new RunRows(from).read();
            return ArchiveWriter.over(VolumeWriter.shard(file, planHash, to -> {
                new RunRows(to).writeVolume(run.start().writer(), place, options);
                new SuccessorRows(from, to, run.id()).write(planHash);
                ShardRows.narrow(to, run.id(), worker, claimed);
            }, options.protection()), options);
        }
    }
}
