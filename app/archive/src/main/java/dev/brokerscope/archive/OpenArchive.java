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

    private final VolumeOpener opener;
    private final Database db;
    private final VolumeSecrets secrets;
    private final Catalog catalog;
    private final String title;
    private final Optional<String> clusterId;
    private final Map<Long, BlockIndex> indexes = new ConcurrentHashMap<>();
    private final Map<Long, List<GapRows.GapRow>> gaps = new ConcurrentHashMap<>();

    private OpenArchive(VolumeOpener opener, Database db, VolumeSecrets secrets) throws FaultException {
        this.secrets = secrets;
        this.opener = opener;
        this.db = db;
        this.catalog = Catalog.load(db);
        record Source(String broker, Optional<String> cluster, String label) {}
        List<Source> sources = db.list("SELECT broker, cluster_id, label FROM source ORDER BY source_id",
                row -> new Source(row.text(1), row.textIfAny(2), row.text(3)));
        String from = String.join(", ", sources.stream().map(s -> s.broker() + " " + s.label()).toList());
        this.title = "Archive " + Format.text(Format.VERSION) + " of " + from;
        this.clusterId = sources.size() == 1 ? sources.getFirst().cluster() : Optional.empty();
    }

    static OpenArchive open(Path path, ArchiveKeys keys) throws FaultException {
        VolumeOpener opener = VolumeOpener.find(path);
        Database db = opener.open();
        try {
            return new OpenArchive(opener, db, VolumeSecrets.open(db, keys));
        } catch (FaultException e) {
            db.close();
            throw e;
        }
    }

    Path file() {
        return opener.file();
    }

    boolean sealed() {
        return opener.sealed();
    }

    Database db() {
        return db;
    }

    VolumeSecrets secrets() {
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

    Database connect() throws FaultException {
        return opener.connect();
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
        secrets.close();
        try {
            db.close();
        } catch (FaultException e) {
            // nothing was written
        }
    }
}
