package dev.brokerscope.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.brokerscope.api.broker.WritableSession;
import dev.brokerscope.api.channel.ChannelKind;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.core.drill.Drill;
import dev.brokerscope.core.drill.DrillPlan;
import dev.brokerscope.core.drill.Scratch;
import dev.brokerscope.core.job.JobContext;
import dev.brokerscope.core.job.Outcome;
import dev.brokerscope.core.restore.RestoreTarget;
import dev.brokerscope.faults.harness.Campaign;
import dev.brokerscope.faults.mutation.ByteMutation;
import dev.brokerscope.faults.mutation.Forger;
import dev.brokerscope.faults.mutation.Surgery;
import dev.brokerscope.plugin.memory.MemoryBroker;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// P23: the restore drill fails on a damaged archive, be it by accident or by a forger.
class P23DrillTest {

    private static final ChannelKind KIND = new ChannelKind("channel", "channel", "Channels", "layers");

    @TempDir
    Path folder;

    @Test
    void failsOnADamagedArchive() throws Exception {
        Sample sample = Sample.write(folder);
        assertEquals(Outcome.COMPLETE, drill(sample.copy()));
        Campaign.of("P23", "drills of mutants", 20, 150).run((random, _) -> {
            Path mutant;
            String what = "bytes";
            if (random.nextBoolean()) {
                mutant = sample.copy(ByteMutation.any(sample.bytes(), random));
            } else {
                mutant = sample.copy();
                try (Connection db = Forger.open(mutant)) {
                    what = Surgery.any(db, random);
                }
                try {
                    Forger.rootAndTrailer(mutant);
                } catch (FaultException doesNotEvenOpen) {
                    Forger.trailer(mutant);
                }
            }
            assertNotEquals(Outcome.COMPLETE, drill(mutant), what);
            Held.delete(mutant.getParent());
        });
    }

    private static Outcome drill(Path file) throws Exception {
        try (WritableSession session = new MemoryBroker("scratch").connect()) {
            Scratch scratch = new Scratch("scratch",
                    new RestoreTarget("memory", "scratch", List.of(KIND), session), session, OptionalLong.empty());
            return new Drill(scratch, file.resolveSibling("drills")).run(DrillPlan.of(file), JobContext.direct())
                    .outcome();
        } catch (FaultException refused) {
            return Outcome.DAMAGED;
        }
    }
}
