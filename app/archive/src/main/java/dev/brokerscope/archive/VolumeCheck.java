package dev.brokerscope.archive;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.archive.block.Sha;
import dev.brokerscope.archive.crypt.ArchiveKeys;
import dev.brokerscope.archive.sqlite.Database;
import dev.brokerscope.archive.sqlite.FileHeader;
import dev.brokerscope.archive.sqlite.ManifestDump;
import dev.brokerscope.archive.sqlite.Origin;
import dev.brokerscope.archive.sqlite.Tables;
import dev.brokerscope.archive.sqlite.Trailer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Checks one volume; changes nothing. One thread, used once.
final class VolumeCheck {

    private final VolumeOpener volume;
    private final ArchiveKeys keys;
    private final Verification.Level level;
    private final CheckReport report;

    VolumeCheck(VolumeOpener volume, ArchiveKeys keys, Verification.Level level, CheckReport report) {
        this.volume = volume;
        this.keys = keys;
        this.level = level;
        this.report = report;
    }

    /// What needs the whole file, its hash and SQLite's own check, runs beside the check of the blocks.
    ///
    /// @throws FaultException of kind `WRONG_KEY` where a deep check lacks the key
    void run() throws FaultException, InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(2,
                Thread.ofPlatform().daemon().name("check-file-", 0).factory());
        List<Future<List<Verification.Problem>>> beside = new ArrayList<>();
        try {
            checkHere(pool, beside);
            for (Future<List<Verification.Problem>> found : beside.reversed()) {
                CheckPool.valueOf(found).reversed().forEach(report::first);
            }
        } catch (FaultException e) {
            if (e.kind() == FaultKind.WRONG_KEY) {
                throw e;
            }
            report.problem(e);
        } finally {
            pool.shutdownNow();
        }
    }

    /// Damage that ends this part does not end what runs beside it.
    private void checkHere(ExecutorService pool, List<Future<List<Verification.Problem>>> beside)
            throws FaultException, InterruptedException {
        try {
            if (volume.sealed()) {
                checkFile(pool, beside);
            }
            checkDatabase(pool, beside);
        } catch (FaultException e) {
            if (e.kind() == FaultKind.WRONG_KEY) {
                throw e;
            }
            report.problem(e);
        }
    }

    private void checkFile(ExecutorService pool, List<Future<List<Verification.Problem>>> beside)
            throws FaultException {
        FileHeader header = FileHeader.read(volume.file());
        header.check(volume.file());
        if (level == Verification.Level.QUICK) {
            if (!Trailer.present(volume.file(), header)) {
                report.problem("file.trailer", "The trailer that seals the file is missing or damaged.");
            }
            return;
        }
        report.expect(header.databaseSize());
        beside.add(pool.submit(() -> Trailer.check(volume.file(), header, Sha.start(), this::hashed)
                .map(what -> List.of(plain("file.hash", what))).orElse(List.of())));
    }

    private void hashed(long bytes) {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("the check was cancelled");
        }
        report.progressed(bytes);
    }

    private static Verification.Problem plain(String code, String message) {
        return new Verification.Problem(code, message, Optional.empty(), Optional.empty());
    }

    private void checkDatabase(ExecutorService pool, List<Future<List<Verification.Problem>>> beside)
            throws FaultException, InterruptedException {
        try (Database db = volume.connect()) {
            Origin.check(db);
            Tables.check(db);
            Origin.checkFeatures(db);
            try (VolumeSecrets secrets = VolumeSecrets.open(db, keys)) {
                checkDatabase(db, secrets, pool, beside);
            }
        }
    }

    private void checkDatabase(Database db, VolumeSecrets secrets, ExecutorService pool,
            List<Future<List<Verification.Problem>>> beside) throws FaultException, InterruptedException {
        if (level == Verification.Level.DEEP) {
            secrets.demand();
        }
        if (level != Verification.Level.QUICK) {
            beside.add(pool.submit(this::checkPages));
        }
        checkSeal(db, secrets);
        Catalog catalog = Catalog.load(db);
        new ManifestCheck(db, report).run(catalog);
        new ManifestCheck(db, report).frames();
        if (level != Verification.Level.QUICK) {
            new BlockCheck(db, secrets, level == Verification.Level.DEEP, report).run(catalog);
        }
    }

    private void checkSeal(Database db, VolumeSecrets secrets) throws FaultException {
        String state = db.first("SELECT state FROM archive", row -> row.text(1)).orElse("");
        Optional<byte[]> root = db.first("SELECT root FROM seal", row -> row.blob(1));
        if (volume.sealed() && !state.equals("sealed") || state.equals("sealed") != root.isPresent()) {
            report.problem("seal", "The file has its final name, but was never sealed.");
        }
        if (root.isPresent() && !Arrays.equals(root.get(), ManifestDump.root(db, Sha.start()))) {
            report.problem("root",
                    "The manifest was changed after the archive was sealed: its root hash does not match.");
        }
        if (root.isPresent() && secrets.key().isPresent()) {
            byte[] signed = db.first("SELECT value FROM signature WHERE signer = ?", row -> row.blob(1),
                    VolumeSecrets.SIGNER).orElse(new byte[0]);
            if (!MessageDigest.isEqual(signed, secrets.key().get().signature(root.get()))) {
                report.problem("root.signature",
                        "The manifest was sealed by somebody who did not have the archive's key.");
            }
        }
    }

    private List<Verification.Problem> checkPages() throws FaultException {
        List<Verification.Problem> problems = new ArrayList<>();
        try (Database db = volume.connect()) {
            for (String line : db.list("PRAGMA integrity_check(20)", row -> row.text(1))) {
                if (!line.equals("ok")) {
                    problems.add(plain("sqlite", "SQLite finds: " + line.replace('\n', ' ')));
                }
            }
            for (String table : db.list("PRAGMA foreign_key_check", row -> row.text(1))) {
                problems.add(plain("reference", "A row of the table " + table + " belongs to nothing."));
            }
        }
        return problems;
    }
}
