package dev.brokerscope.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.archive.Verification;
import dev.brokerscope.faults.harness.Campaign;
import dev.brokerscope.faults.mutation.Forger;
import dev.brokerscope.faults.mutation.Surgery;
import java.nio.file.Path;
import java.sql.Connection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// P7: removed, swapped, repeated and inserted blocks are found: by *full* with the trailer left, by *deep* with trailer
/// and root remade.
class P7ForgedBlocksTest {

    @TempDir
    Path folder;

    @Test
    void isFoundByFullWithTheTrailerLeft() throws Exception {
        Sample sample = Sample.write(folder);
        Campaign.of("P7", "structured mutants, trailer left", 200, 2_000).run((random, _) -> {
            Path mutant = sample.copy();
            String what;
            try (Connection db = Forger.open(mutant)) {
                what = Surgery.any(db, random);
            }
            assertEquals(Verification.State.DAMAGED, Held.verify(mutant, Verification.Level.FULL).state(), what);
            Held.delete(mutant.getParent());
        });
    }

    @Test
    void isFoundByDeepWithTrailerAndRootRemade() throws Exception {
        Sample sample = Sample.write(folder);
        Campaign.of("P7", "structured mutants, trailer and root remade", 300, 3_000).run((random, _) -> {
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
            assertEquals(Verification.State.DAMAGED, Held.verify(mutant, Verification.Level.DEEP).state(), what);
            Held.delete(mutant.getParent());
        });
    }
}
