package dev.brokerscope.archive;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.archive.block.Sha;
import dev.brokerscope.archive.sqlite.Database;
import dev.brokerscope.archive.sqlite.FileHeader;
import dev.brokerscope.archive.sqlite.ManifestDump;
import dev.brokerscope.archive.sqlite.Origin;
import dev.brokerscope.archive.sqlite.Tables;
import dev.brokerscope.archive.sqlite.Trailer;
import java.util.Arrays;
import java.util.Optional;

/// Checks one volume; changes nothing. One thread, used once.
final class VolumeCheck {

    private final VolumeOpener volume;
    private final Verification.Level level;
    private final CheckReport report;

    VolumeCheck(VolumeOpener volume, Verification.Level level, Verification.Listener listener) {
        this.volume = volume;
        this.level = level;
        this.report = new CheckReport(listener);
    }

    Verification run() throws InterruptedException {
        try {
            if (volume.sealed()) {
                checkFile();
            }
            checkDatabase();
        } catch (FaultException e) {
            report.problem(e);
        }
        return report.result(volume, level, volume.sealed());
    }

    private void checkFile() throws FaultException {
        FileHeader header = FileHeader.read(volume.file());
        header.check(volume.file());
        if (level == Verification.Level.QUICK) {
            if (!Trailer.present(volume.file(), header)) {
                report.problem("file.trailer", "The trailer that seals the file is missing or damaged.");
            }
            return;
        }
        report.expect(header.databaseSize());
        Trailer.check(volume.file(), header, Sha.start(), report::progressed)
                .ifPresent(what -> report.problem("file.hash", what));
    }

    private void checkDatabase() throws FaultException, InterruptedException {
        try (Database db = volume.connect()) {
            Origin.check(db);
            Tables.check(db);
            Origin.checkFeatures(db);
            checkSeal(db);
            if (level != Verification.Level.QUICK) {
                checkPages(db);
            }
            Catalog catalog = Catalog.load(db);
            new ManifestCheck(db, report).run(catalog);
            if (level != Verification.Level.QUICK) {
                new BlockCheck(db, level == Verification.Level.DEEP, report).run(catalog);
            }
        }
    }

    private void checkSeal(Database db) throws FaultException {
        String state = db.first("SELECT state FROM archive", row -> row.text(1)).orElse("");
        Optional<byte[]> root = db.first("SELECT root FROM seal", row -> row.blob(1));
        if (volume.sealed() && !state.equals("sealed") || state.equals("sealed") != root.isPresent()) {
            report.problem("seal", "The file has its final name, but was never sealed.");
        }
        if (root.isPresent() && !Arrays.equals(root.get(), ManifestDump.root(db, Sha.start()))) {
            report.problem("root",
                    "The manifest was changed after the archive was sealed: its root hash does not match.");
        }
    }

    private void checkPages(Database db) throws FaultException {
        for (String line : db.list("PRAGMA integrity_check(20)", row -> row.text(1))) {
            if (!line.equals("ok")) {
                report.problem("sqlite", "SQLite finds: " + line.replace('\n', ' '));
            }
        }
        for (String table : db.list("PRAGMA foreign_key_check", row -> row.text(1))) {
            report.problem("reference", "A row of the table " + table + " belongs to nothing.");
        }
    }
}
