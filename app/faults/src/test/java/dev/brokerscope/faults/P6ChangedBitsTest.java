package dev.brokerscope.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.brokerscope.archive.Verification;
import dev.brokerscope.faults.harness.Campaign;
import dev.brokerscope.faults.mutation.ByteMutation;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// P6: any changed bit of a sealed archive is found by `verify`.
class P6ChangedBitsTest {

    @TempDir
    Path folder;

    @Test
    void eachIsFound() throws Exception {
        Sample sample = Sample.write(folder);
        Campaign.of("P6", "mutants of bits and pages", 2_000, 20_000).run((random, _) -> {
            Path mutant = sample.copy(ByteMutation.any(sample.bytes(), random));
            assertEquals(Verification.State.DAMAGED, Held.verify(mutant, Verification.Level.FULL).state());
            Held.delete(mutant.getParent());
        });
    }
}
