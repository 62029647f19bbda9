package dev.brokerscope.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.archive.Verification.Level;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Blocks are checked by many threads; nobody can tell.
class ParallelCheckTest {

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void write() throws Exception {
        file = folder.resolve("a.msgdb");
        TestArchives.write(file, TestArchives.messages(20_000, 3), 3);
    }

    @Test
    void tellsProblemsOfTheFileFirstAndThenThoseOfBlocksInTheirOrder() throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.execute("UPDATE frame SET data = zeroblob(length(data)) WHERE kind = 'values'");
        }
        List<Verification.Problem> problems = Archive.verify(file, Level.DEEP, Verification.Listener.NONE).problems();
        assertEquals("file.hash", problems.getFirst().code());
        List<String> blocks = problems.stream().filter(p -> p.first().isPresent())
                .map(p -> "%d %09d".formatted(p.first().get().partition(), p.first().get().lo())).toList();
        assertTrue(blocks.size() > 10, "blocks: " + blocks);
        assertEquals(blocks.stream().sorted().toList(), blocks);
    }

    @Test
    void aCancelledCheckEnds() {
        Thread caller = Thread.currentThread();
        Verification.Listener cancel = (done, total) -> caller.interrupt();
        assertThrows(InterruptedException.class, () -> Archive.verify(file, Level.DEEP, cancel));
    }

    @Test
    void progressOnlyGrowsAndComesToItsTotal() throws Exception {
        List<Long> done = new ArrayList<>();
        long[] all = {0};
        Archive.verify(file, Level.DEEP, (now, total) -> {
            done.add(now);
            all[0] = total;
        });
        assertEquals(done.stream().sorted().toList(), done);
        assertEquals(all[0], done.getLast());
    }
}
