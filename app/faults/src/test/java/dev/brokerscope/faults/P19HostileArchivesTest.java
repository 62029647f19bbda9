package dev.brokerscope.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.faults.child.ReaderChild;
import dev.brokerscope.faults.harness.Campaign;
import dev.brokerscope.faults.harness.Child;
import dev.brokerscope.faults.mutation.ByteMutation;
import dev.brokerscope.faults.mutation.Forger;
import dev.brokerscope.faults.mutation.Poison;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// P19: hostile archives never crash the program, never exhaust it, and nothing in them runs.
class P19HostileArchivesTest {

    private static final List<String> LITTLE_MEMORY = List.of("-Xmx160m", Child.LONG_LIVED);
    private static final long LIVELY_MILLIS = 5 * 5_000;
    /// A JVM that has just started is slow, and what piles up in one is to be seen.
    private static final int FILES_PER_CHILD = Campaign.isLong() ? 500 : 100;

    @TempDir
    Path folder;

    @Test
    void changedBytesUnderARemadeTrailer() throws Exception {
        Sample sample = Sample.write(folder);
        lookAt("bytes changed, trailer remade", 200, 9_000, random -> {
            Path mutant = sample.copy(ByteMutation.any(sample.bytes(), random));
            Forger.trailer(mutant);
            return new Mutant(mutant, "bytes");
        });
    }

    @Test
    void absurdValues() throws Exception {
        Sample sample = Sample.write(folder);
        lookAt("absurd values", 300, 11_000, random -> {
            Path mutant = sample.copy();
            StringBuilder what = new StringBuilder();
            try (Connection db = Forger.open(mutant)) {
                for (int i = random.nextInt(3); i >= 0; i--) {
                    what.append(Poison.any(db, random)).append("; ");
                }
            }
            forge(mutant, random);
            return new Mutant(mutant, what.toString());
        });
    }

    private static void forge(Path mutant, SplittableRandom random) throws Exception {
        try {
            if (random.nextBoolean()) {
                Forger.rootAndTrailer(mutant);
                return;
            }
        } catch (FaultException | SQLException doesNotEvenOpen) {
            // the trailer alone
        }
        Forger.trailer(mutant);
    }

    private record Mutant(Path file, String what) {}

    /// Makes a file that somebody could send.
    private interface Maker {
        Mutant make(SplittableRandom random) throws Exception;
    }

    /// A reading process for each few hundred files, so that what piles up is seen and what ends it is known.
    private void lookAt(String counted, long everyBuild, long full, Maker maker) throws Exception {
        Campaign.of("P19", counted, everyBuild, full).run((random, tally) -> {
            try (Child reader = Child.start(List.of(), LITTLE_MEMORY, ReaderChild.class, List.of())) {
                reader.awaitReady();
                StringBuilder defects = new StringBuilder();
                for (int i = 0; i < FILES_PER_CHILD; i++) {
                    Mutant mutant = maker.make(random);
                    Path file = random.nextInt(8) == 0
                            ? Files.move(mutant.file(), Path.of(mutant.file() + ".partial")) : mutant.file();
                    int said = reader.lines().size();
                    reader.tell(file.toString());
                    long millis = Long.parseLong(reader.awaitNext("looked "));
                    tally.count(1);
                    reader.lines().stream().skip(said).filter(l -> !l.startsWith("looked "))
                            .forEach(l -> defects.append(mutant.what()).append(" → ").append(l).append('\n'));
                    if (millis > LIVELY_MILLIS) {
                        defects.append(mutant.what()).append(" took ").append(millis).append(" ms\n");
                    }
                    Held.delete(file.getParent());
                }
                assertEquals("", defects.toString());
                assertTrue(reader.alive());
            }
        });
    }
}
