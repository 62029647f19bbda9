package dev.brokerscope.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A full disk costs nothing that was saved. Needs a mount of its own: left out where the system permits none.
class DiskFullTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {800, 1_800, 2_600})
    void leavesAnArchiveThatCanBeResumed(int kibibytes) throws Exception {
        Assumptions.assumeTrue(run(List.of("unshare", "-Urm", "mount", "-t", "tmpfs", "tmpfs", folder.toString()))
                .code() == 0, "this system does not permit mounts, so a full disk was not tried");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Outcome outcome = run(List.of("unshare", "-Urm", "sh", "-c", "mount -t tmpfs -o size=" + kibibytes
                + "k tmpfs \"$1\" && shift && exec \"$@\"", "sh", folder.toString(), java,
                "--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp",
                System.getProperty("java.class.path"), SmallDisk.class.getName(), folder.toString()));
        assertEquals("DISK_FULL\nUNFINISHED\nSOUND true\n", outcome.text());
    }

    private record Outcome(int code, String text) {}

    private Outcome run(List<String> command) throws Exception {
        Path out = Files.createTempFile("disk-full", ".out");
        try {
            Process process = new ProcessBuilder(command).redirectOutput(out.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD).start();
            if (!process.waitFor(2, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                return new Outcome(-1, "it did not end");
            }
            return new Outcome(process.exitValue(), Files.readString(out, StandardCharsets.UTF_8));
        } catch (java.io.IOException noSuchProgram) {
            return new Outcome(-1, noSuchProgram.toString());
        } finally {
            Files.delete(out);
        }
    }
}
