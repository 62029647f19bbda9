package dev.brokerscope.archive;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.archive.crypt.ArchiveKeys;
import dev.brokerscope.archive.sqlite.Database;
import dev.brokerscope.archive.sqlite.Origin;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Checks each volume of an archive, and whether they fit together; changes nothing. One thread, used once.
final class SetCheck {

    private final Path path;
    private final List<VolumeOpener> volumes;
    private final ArchiveKeys keys;
    private final Verification.Level level;
    private final CheckReport report;

    private SetCheck(Path path, List<VolumeOpener> volumes, ArchiveKeys keys, Verification.Level level,
            Verification.Listener listener) {
        this.path = path;
        this.volumes = volumes;
        this.keys = keys;
        this.level = level;
        this.report = new CheckReport(listener);
    }

    /// @throws FaultException where there is nothing to look at
    static SetCheck of(Path path, ArchiveKeys keys, Verification.Level level, Verification.Listener listener)
            throws FaultException {
        List<VolumeOpener> volumes = new ArrayList<>();
        for (Path file : Files.isDirectory(path) ? VolumeSet.files(path) : List.of(path)) {
            volumes.add(VolumeOpener.find(file));
        }
        return new SetCheck(path, volumes, keys, level, listener);
    }

    /// @throws FaultException of kind `WRONG_KEY` where a deep check lacks the key
    Verification run() throws FaultException, InterruptedException {
        boolean several = volumes.size() > 1;
        for (VolumeOpener volume : volumes) {
            report.about(several ? String.valueOf(volume.file().getFileName()) : "");
            new VolumeCheck(volume, keys, level, report).run();
        }
        report.about("");
        boolean running = false;
        if (report.clean()) {
            running = together();
        }
        boolean sealed = !running && volumes.stream().allMatch(VolumeOpener::sealed);
        return report.result(several ? path : volumes.getFirst().file(), level, sealed);
    }

    /// @return whether a run is not at its end yet
    private boolean together() throws FaultException, InterruptedException {
        List<VolumeHead> heads = new ArrayList<>();
        for (VolumeOpener volume : volumes) {
            heads.add(VolumeHead.read(volume));
        }
        VolumeSet set = VolumeSet.of(path, heads);
        set.beginning().ifPresent(report::remark);
        Optional<String> hole = set.hole();
        if (hole.isPresent()) {
            report.problem("set.hole", hole.get());
            return false;
        }
        if (!set.several()) {
            return running(set);
        }
        try (Database db = new SetManifest(set).open()) {
            Catalog catalog = Catalog.load(db);
            pieces(db, catalog);
            if (report.clean()) {
                boolean encrypted = db.number("SELECT count(*) FROM feature WHERE name = ?", Origin.ENCRYPTION) > 0;
                new ManifestCheck(db, report, !encrypted).run(catalog);
            }
            return running(db);
        } catch (FaultException e) {
            report.problem(e);
            return false;
        }
    }

    private static boolean running(VolumeSet set) throws FaultException {
        try (Database db = set.volumes().getFirst().opener().connect()) {
            return running(db);
        }
    }

    private static boolean running(Database db) throws FaultException {
        return db.number("SELECT count(*) FROM run WHERE state = 'running'") > 0;
    }

    /// What the volumes hold of one partition in one run must follow each other without a hole and without an overlap.
    private void pieces(Database db, Catalog catalog) throws FaultException {
        record Piece(long run, Position begin, Position next) {}
        for (Catalog.Entry entry : catalog.all()) {
            for (Catalog.Part part : entry.partitions()) {
                int number = part.number();
                Optional<Piece> before = Optional.empty();
                for (Piece piece : db.list("SELECT run_id, begin_hi, begin_lo, next_hi, next_lo FROM range_part"
                        + " WHERE partition_id = ? ORDER BY run_id, begin_hi, begin_lo, next_hi, next_lo, base",
                        row -> new Piece(row.whole(1), new Position(number, row.whole(2), row.whole(3)),
                                new Position(number, row.whole(4), row.whole(5))),
                        part.id())) {
                    if (before.isPresent() && before.get().run() == piece.run()
                            && !before.get().next().equals(piece.begin())) {
                        boolean overlap = piece.begin().compareTo(before.get().next()) < 0;
                        report.problem(overlap ? "range.overlap" : "range.missing", entry.id(), piece.begin(),
                                overlap ? "two volumes cover the same positions."
                                        : "positions from " + before.get().next().lo() + " on are in no volume.");
                    }
                    before = Optional.of(piece);
                }
            }
        }
    }
}
