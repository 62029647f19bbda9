package dev.brokerscope.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.archive.Verification;
import dev.brokerscope.cli.output.ExitCode;
import dev.brokerscope.core.job.JobContext;
import dev.brokerscope.faults.child.BackupChild;
import dev.brokerscope.faults.child.RaceChild;
import dev.brokerscope.faults.harness.Campaign;
import dev.brokerscope.faults.harness.Child;
import dev.brokerscope.faults.source.GeneratedSession;
import dev.brokerscope.faults.source.Workload;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// P15: of two writers on one archive the second is told at once, and the archive is that of the first.
class P15TwoWritersTest {

    private static final Workload WORKLOAD = new Workload(1, 2_000, 500, 97, 3_000);
    private static final long AT_ONCE_MILLIS = 5 * 1_000;

    @TempDir
    Path folder;

    @Test
    void oneIsToldAtOnce() throws Exception {
        Path whole = folder.resolve("whole.msgdb");
        BackupChild.run(new GeneratedSession(WORKLOAD), BackupChild.plan(whole), JobContext.direct());
        try (Child one = Child.start(List.of(), List.of(Child.LONG_LIVED), RaceChild.class, List.of());
                Child other = Child.start(List.of(), List.of(Child.LONG_LIVED), RaceChild.class, List.of())) {
            one.awaitReady();
            other.awaitReady();
            Campaign.of("P15", "races of two processes", 20, 500).runInTurn((random, _) -> {
                Path file = Files.createTempDirectory(folder, "race").resolve("a.msgdb");
                String order = file + " " + WORKLOAD.text();
                one.tell(order);
                Thread.sleep(random.nextInt(4) * random.nextInt(8));
                other.tell(order);
                List<String> ends = List.of(one.awaitNext("ended "), other.awaitNext("ended "));
                long done = ends.stream().filter(e -> e.startsWith("0 ")).count();
                assertTrue(done >= 1, ends + "\n" + one.text() + "\n" + other.text());
                for (String end : ends) {
                    String[] words = end.split(" ");
                    assertTrue(words[0].equals("0") || words[0].equals(ExitCode.LOCKED.number() + ""),
                            ends + "\n" + one.text() + "\n" + other.text());
                    assertTrue(words[0].equals("0") || Long.parseLong(words[1]) < AT_ONCE_MILLIS, ends.toString());
                }
                assertEquals(Verification.State.SOUND, Held.verify(file, Verification.Level.DEEP).state());
                assertEquals(Held.dump(whole), Held.dump(file));
                assertEquals(List.of(), Held.leftovers(file));
                Held.delete(file.getParent());
            });
        }
    }
}
