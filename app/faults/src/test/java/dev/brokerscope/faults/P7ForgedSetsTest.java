package dev.brokerscope.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.archive.Verification;
import dev.brokerscope.archive.crypt.ArchiveKeys;
import dev.brokerscope.archive.crypt.FileKey;
import dev.brokerscope.core.backup.StoreOptions;
import dev.brokerscope.core.job.JobContext;
import dev.brokerscope.faults.child.BackupChild;
import dev.brokerscope.faults.harness.Campaign;
import dev.brokerscope.faults.mutation.ByteMutation;
import dev.brokerscope.faults.mutation.Forger;
import dev.brokerscope.faults.mutation.Surgery;
import dev.brokerscope.faults.source.GeneratedSession;
import dev.brokerscope.faults.source.Workload;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// P6 and P7 for what is encrypted, and for sets: bits and blocks changed, volumes removed, doubled, cut, and taken from
/// another set.
class P7ForgedSetsTest {

    private static final Workload SMALL = new Workload(2, 1_500, 400, 97, 0);
    private static final Workload LARGE = new Workload(1, 12_000, 700, 97, 0);
    private static final Workload OTHER = new Workload(1, 12_000, 690, 97, 0);

    @TempDir
    Path folder;

    private Path keyFile;

    @BeforeEach
    void makeKey() throws Exception {
        byte[] bytes = new byte[64];
        new SplittableRandom(7).nextBytes(bytes);
        keyFile = Files.write(folder.resolve("key"), bytes);
    }

    @Test
    void changedBitsOfAnEncryptedArchiveAreFoundWithoutItsKey() throws Exception {
        Sample sample = encrypted();
        Campaign.of("P6", "mutants of bits and pages, encrypted", 150, 2_000).run((random, _) -> {
            Path mutant = sample.copy(ByteMutation.any(sample.bytes(), random));
            assertEquals(Verification.State.DAMAGED, Held.verify(mutant, Verification.Level.FULL).state());
            Held.delete(mutant.getParent());
        });
    }

    /// Whoever has no key can remake the trailer, but no block and no root.
    @Test
    void forgedBlocksOfAnEncryptedArchiveAreFoundWithItsKey() throws Exception {
        Sample sample = encrypted();
        Campaign.of("P7", "structured mutants, encrypted, trailer remade", 100, 1_000).run((random, _) -> {
            Path mutant = sample.copy();
            String what;
            try (Connection db = Forger.open(mutant)) {
                what = Surgery.any(db, random);
            }
            try {
                Forger.rootAndTrailer(mutant);
            } catch (FaultException doesNotEvenOpen) {
                Forger.trailer(mutant);
            }
            assertEquals(Verification.State.DAMAGED, state(mutant), what);
            Held.delete(mutant.getParent());
        });
    }

    @Test
    void mutilatedSetsAreNotTakenForWhole() throws Exception {
        mutilated("mutilated sets", BackupChild.PLAIN);
    }

    @Test
    void mutilatedEncryptedSetsAreNotTakenForWhole() throws Exception {
        mutilated("mutilated encrypted sets", keyFile.toString());
    }

    private void mutilated(String counted, String secret) throws Exception {
        Path set = set("sound", secret, LARGE);
        Path other = set("other", secret, OTHER);
        assertEquals(List.of(), Held.verify(set, keys(), Verification.Level.DEEP).problems());
        Campaign.of("P7", counted, 30, 500).run((random, _) -> {
            Path mutant = copy(set);
            String what = SetSurgery.values()[random.nextInt(SetSurgery.values().length)].on(mutant, other, random);
            assertTrue(noticed(mutant), what);
            Held.delete(mutant);
        });
    }

    /// The oldest volumes of a set may have been deleted: that is said, and no damage. What does not even open is noticed.
    private boolean noticed(Path set) throws Exception {
        try {
            Verification found = Held.verify(set, keys(), Verification.Level.DEEP);
            return found.state() != Verification.State.SOUND || !found.remarks().isEmpty();
        } catch (FaultException refused) {
            assertTrue(List.of(FaultKind.CORRUPT, FaultKind.USAGE, FaultKind.WRONG_KEY).contains(refused.kind()),
                    refused.toString());
            return true;
        }
    }

    /// What can happen to the files of a set.
    private enum SetSurgery {
        REMOVED, FOREIGN, CUT, CHANGED, FORGED;

        String on(Path set, Path other, SplittableRandom random) throws Exception {
            List<Path> volumes = volumes(set);
            int at = random.nextInt(volumes.size());
            Path volume = volumes.get(at);
            byte[] bytes = Files.readAllBytes(volume);
            switch (this) {
                case REMOVED -> Files.delete(volume);
                case FOREIGN -> Files.write(volume, Files.readAllBytes(volumes(other).get(at % volumes(other).size())));
                case CUT -> Files.write(volume, java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length)));
                case CHANGED -> Files.write(volume, ByteMutation.any(bytes, random));
                case FORGED -> {
                    try (Connection db = Forger.open(volume)) {
                        Surgery.any(db, random);
                    }
                    Forger.trailer(volume);
                }
            }
            return this + " " + volume.getFileName() + " of " + volumes.size();
        }
    }

    /// By whoever has the key.
    private Verification.State state(Path archive) throws Exception {
        return Held.verify(archive, keys(), Verification.Level.DEEP).state();
    }

    private ArchiveKeys keys() throws Exception {
        return ArchiveKeys.of(FileKey.read(keyFile));
    }

    private Sample encrypted() throws Exception {
        Path file = folder.resolve("encrypted.msgdb");
        BackupChild.run(new GeneratedSession(SMALL), BackupChild.plan(file)
                .storing(StoreOptions.STANDARD.encrypted(BackupChild.encryption(keyFile))), JobContext.direct());
        assertEquals(Verification.State.SOUND, state(file));
        return new Sample(file, Files.readAllBytes(file));
    }

    private Path set(String name, String secret, Workload workload) throws Exception {
        Path set = folder.resolve(name);
        BackupChild.run(new GeneratedSession(workload), BackupChild.setPlan(set, secret), JobContext.direct());
        assertTrue(volumes(set).size() > 2, "several volumes: " + volumes(set));
        return set;
    }

    private Path copy(Path set) throws Exception {
        Path copy = Files.createTempDirectory(folder, "mutant");
        for (Path volume : volumes(set)) {
            Files.copy(volume, copy.resolve(volume.getFileName()));
        }
        return copy;
    }

    private static List<Path> volumes(Path set) throws Exception {
        try (Stream<Path> files = Files.list(set)) {
            return files.filter(f -> f.toString().endsWith(".msgdb")).sorted().toList();
        }
    }
}
