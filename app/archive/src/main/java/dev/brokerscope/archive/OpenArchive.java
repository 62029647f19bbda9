package dev.brokerscope.archive;

import dev.brokerscope.api.broker.GroupStates.GroupState;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.archive.crypt.ArchiveKeys;
import dev.brokerscope.archive.sqlite.Database;
import dev.brokerscope.archive.sqlite.Format;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// What everybody who reads one open archive shares: its manifest, and where its blocks are. Any thread.
final class OpenArchive implements AutoCloseable {

    private final VolumeSet set;
    private final Database db;
    private final SetSecrets secrets;
    private final VolumeSecrets firstSecrets;
    private final SetFrames frames;
    private final Catalog catalog;
    private final String title;
    private final Optional<String> clusterId;
    private final Map<Long, BlockIndex> indexes = new ConcurrentHashMap<>();
    private final Map<Long, List<GapRows.GapRow>> gaps = new ConcurrentHashMap<>();

    private OpenArchive(VolumeSet set, Database db, SetSecrets secrets) throws FaultException {
        this.firstSecrets = secrets.first();
        this.set = set;
        this.db = db;
        this.secrets = secrets;
        this.frames = new SetFrames(set, secrets);
        this.catalog = Catalog.load(db);
        record Source(String broker, Optional<String> cluster, String label) {}
        List<Source> sources = db.list("SELECT broker, cluster_id, label FROM source ORDER BY source_id",
                row -> new Source(row.text(1), row.textIfAny(2), row.text(3)));
        String from = String.join(", ", sources.stream().map(s -> s.broker() + " " + s.label()).toList());
        this.title = "Archive " + Format.text(Format.VERSION) + " of " + from;
        this.clusterId = sources.size() == 1 ? sources.getFirst().cluster() : Optional.empty();
    }

    static OpenArchive open(Path path, ArchiveKeys keys) throws FaultException {
        VolumeSet set = VolumeSet.find(path);
        SetSecrets secrets = new SetSecrets(set, keys);
        secrets.first();
        Database db =
                set.several() ? new SetManifest(set).open() : set.volumes().getFirst().opener().connect();
        try {
            return new OpenArchive(set, db, secrets);
        } catch (FaultException e) {
            secrets.close();
            db.close();
            throw e;
        }
    }

    /// The only volume, or the folder.
    Path file() {
        return set.file();
    }

    boolean sealed() {
        return set.sealed();
    }

    VolumeSet set() {
        return set;
    }

    /// The manifest; of a set, the one manifest made of those of its volumes. It holds no frames of a set.
    Database db() {
        return db;
    }

    /// Those of the first volume: what they say holds for the others too.
    VolumeSecrets firstSecrets() {
        return firstSecrets;
    }

    SetSecrets secrets() {
        return secrets;
    }

    Catalog catalog() {
        return catalog;
    }

    String title() {
        return title;
    }

    Optional<String> clusterId() {
        return clusterId;
    }

    /// For reading a single message now and then.
    FrameSource frames() {
        return frames;
    }

    /// For a reader of its own; to be closed by it.
    SetFrames connect() {
        return new SetFrames(set, secrets);
    }

    BlockIndex index(Catalog.Part part) throws FaultException {
        BlockIndex known = indexes.get(part.id());
        if (known == null) {
            known = BlockIndex.load(db, part);
            indexes.put(part.id(), known);
        }
        return known;
    }

    List<GapRows.GapRow> gaps(Catalog.Part part) throws FaultException {
        List<GapRows.GapRow> known = gaps.get(part.id());
        if (known == null) {
            known = GapRows.load(db, part);
            gaps.put(part.id(), known);
        }
        return known;
    }

    List<GroupState> groups(Catalog.Entry entry) throws FaultException {
        return new ManifestRows(db).groups(entry.row().id(), entry.lastRun());
    }

    @Override
    public void close() {
        frames.close();
        secrets.close();
        try {
            db.close();
        } catch (FaultException e) {
            // nothing was written
        }
    }
}
