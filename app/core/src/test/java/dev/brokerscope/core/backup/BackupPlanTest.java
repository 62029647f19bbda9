package dev.brokerscope.core.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.api.broker.Isolation;
import dev.brokerscope.api.channel.Count;
import dev.brokerscope.api.channel.Impact;
import dev.brokerscope.core.lab.Lab;
import dev.brokerscope.core.slice.Bound;
import dev.brokerscope.core.slice.Slice;
import dev.brokerscope.plugin.memory.MemoryBroker;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupPlanTest {

    @Test
    void showsTheCommandThatDoesTheSame() {
        Slice events = Slice.whole(MemoryBroker.id("order-events")).between(new Bound.Time("2026-11-01T00:00Z", 0),
                Bound.OPEN);
        BackupPlan plan = BackupPlan.of(List.of(Slice.whole(MemoryBroker.id("payments")), events),
                Path.of("my backups/payments.msgdb")).isolated(Isolation.ALL).consenting(Set.of(Impact.CONSUMES));

        assertEquals("brokerscope backup payments 'order-events@2026-11-01T00:00Z..' --connection orders-prod"
                + " --isolation all --consent consumes --verify full --out 'my backups/payments.msgdb'",
                plan.command(List.of("--connection", "orders-prod")));
    }

    @Test
    void theSameWordsHaveTheSameHashWhateverTheyMeanToday() {
        Slice yesterday = Slice.whole(MemoryBroker.id("a")).between(new Bound.Time("now-2h", 1_000), Bound.OPEN);
        Slice today = Slice.whole(MemoryBroker.id("a")).between(new Bound.Time("now-2h", 9_000), Bound.OPEN);
        Path file = Path.of("a.msgdb");

        assertEquals(PlanText.of(BackupPlan.of(List.of(yesterday), file)).hash(),
                PlanText.of(BackupPlan.of(List.of(today), file)).hash());
    }

    @Test
    void forecastsWhatABackupWouldRead(@TempDir Path folder) throws Exception {
        Lab lab = new Lab(folder);
        Lab.fill(lab.source(), "orders", 3, 100);
        lab.source().create("empty", 2);
        lab.source().groups().commit("billing", "orders", dev.brokerscope.api.message.Position.of(0, 1), "");

        BackupPreview preview = new BackupForecast(lab.backupSource()).look(lab.plan("orders", "empty"));

        assertEquals(5, preview.partitions());
        assertEquals(Count.exact(100), preview.messages());
        assertEquals(1, preview.groups());
        assertEquals(Set.of(), preview.impact());
        assertTrue(preview.bytes().orElse(0L) > 0);
        assertTrue(preview.archiveBytes().orElse(0L) > 0);
        assertTrue(preview.freeBytes().isPresent());
        assertEquals(List.of("empty holds no messages in this range."), preview.channels().get(1).warnings());
    }

    @Test
    void theForecastNamesTheConsentThatIsMissing(@TempDir Path folder) throws Exception {
        Lab lab = new Lab(folder);
        Lab.fill(lab.source(), "queue", 1, 5);
        lab.source().impact("queue", Set.of(Impact.CONSUMES, Impact.TRANSIENT_CONSUMER));

        BackupPreview preview = new BackupForecast(lab.backupSource()).look(lab.plan("queue"));

        assertEquals(Set.of(Impact.CONSUMES), preview.impact());
        assertEquals(Optional.empty(), preview.channels().getFirst().oldest());
    }
}
