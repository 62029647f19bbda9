package dev.brokerscope.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.archive.sqlite.WriterLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriterLockTest {

    @TempDir
    Path folder;

    /// Tries to take a lock, in a process of its own.
    static final class Probe {
        public static void main(String[] words) throws Exception {
            try (WriterLock _ = WriterLock.take(Path.of(words[0]), Path.of("a.msgdb"))) {
                System.out.print("free");
            } catch (FaultException e) {
                System.out.print(e.kind() + " " + e.getMessage());
            }
        }
    }

    private String anotherProcess() throws Exception {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"),
                Probe.class.getName(), folder.resolve("a.lock").toString()).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void keepsAnotherProcessAway() throws Exception {
        try (WriterLock _ = WriterLock.take(folder.resolve("a.lock"), Path.of("a.msgdb"))) {
            String told = anotherProcess();
            assertTrue(told.startsWith("LOCKED"), told);
            assertTrue(told.contains("process " + ProcessHandle.current().pid()), told);
        }
    }

    @Test
    void isNotLostWhenThisProcessTriesAgain() throws Exception {
        try (WriterLock _ = WriterLock.take(folder.resolve("a.lock"), Path.of("a.msgdb"))) {
            FaultException again = assertThrows(FaultException.class,
                    () -> WriterLock.take(folder.resolve("a.lock"), Path.of("a.msgdb")));
            assertEquals(FaultKind.LOCKED, again.kind());
            assertTrue(anotherProcess().startsWith("LOCKED"));
        }
    }

    @Test
    void isFreeAndGoneAfterwards() throws Exception {
        WriterLock.take(folder.resolve("a.lock"), Path.of("a.msgdb")).close();
        assertTrue(Files.notExists(folder.resolve("a.lock")));
        assertEquals("free", anotherProcess());
    }
}
