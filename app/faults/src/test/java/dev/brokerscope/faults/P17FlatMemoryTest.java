package dev.brokerscope.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.faults.child.BackupChild;
import dev.brokerscope.faults.child.VerifyChild;
import dev.brokerscope.faults.harness.Campaign;
import dev.brokerscope.faults.harness.Child;
import dev.brokerscope.faults.source.Workload;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// P17: memory stays flat: a topic of ten gigabytes is backed up and checked in 256 MB of heap. A build tries a
/// smaller one in a quarter of that.
class P17FlatMemoryTest {

    private static final int SIZE = 1_000;
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(30);

    @TempDir
    Path folder;

    @Test
    void whateverTheSizeOfTheTopic() throws Exception {
        long messages = Campaign.isLong() ? 10_000_000 : 300_000;
        List<String> heap = List.of(Campaign.isLong() ? "-Xmx256m" : "-Xmx96m", "-XX:+ExitOnOutOfMemoryError");
        Workload workload = new Workload(4, messages / 4, SIZE, 1_000, 0);
        Campaign.of("P17", "messages of 1 kB", messages, messages).runInTurn((_, tally) -> {
            Path file = folder.resolve("large.msgdb");
            try (Child child = Child.start(List.of(), heap, BackupChild.class,
                    List.of(file.toString(), workload.text()))) {
                assertEquals(0, child.await(LONG_ENOUGH), child.text());
            }
            assertEquals(workload.total(), Held.messages(file));
            try (Child child = Child.start(List.of(), heap, VerifyChild.class, List.of(file.toString()))) {
                assertEquals(0, child.await(LONG_ENOUGH), child.text());
                assertTrue(child.text().contains("SOUND"), child.text());
            }
            tally.count(messages);
            Files.delete(file);
        });
    }
}
