package dev.brokerscope.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Tells the story to a script in the program's place, which notes its arguments and fails where it is told to.
@DisabledOnOs(OS.WINDOWS)
final class StoryTest {

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @TempDir
    private Path home = Path.of("");

    @BeforeEach
    void writeScript() throws IOException {
        Path script = Files.createDirectories(home.resolve("bin")).resolve("brokerscope");
        Files.writeString(script, """
                #!/bin/sh
                echo "$*" >> '%1$s/commands'
                echo "$XDG_CONFIG_HOME" > '%1$s/config'
                [ "$1" != "$(cat '%1$s/failing' 2>/dev/null)" ]
                """.formatted(home));
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void goesThroughTheWholeJob() throws Exception {
        tell();

        List<String> verbs = Files.readAllLines(home.resolve("commands")).stream()
                .map(line -> line.split(" ")[0]).distinct().toList();
        assertEquals(List.of("channels", "describe", "read", "backup", "info", "verify", "restore", "diff"), verbs);
    }

    @Test
    void stopsAtTheFirstStepThatFails() throws IOException {
        Files.writeString(home.resolve("failing"), "verify");

        DemoFailure failure = assertThrows(DemoFailure.class, this::tell);

        assertEquals(1, failure.exitCode());
        assertTrue(Files.readAllLines(home.resolve("commands")).getLast().startsWith("verify"));
    }

    @Test
    void printsEachCommandBeforeItRuns() throws Exception {
        tell();

        assertTrue(said.toString(StandardCharsets.UTF_8).contains("$ brokerscope read 'ugly[0,1]' -c demo\n"));
    }

    @Test
    void leavesTheSettingsOfTheUserAlone() throws Exception {
        tell();

        Path config = Path.of(Files.readString(home.resolve("config")).strip());
        assertTrue(config.startsWith(Path.of(System.getProperty("java.io.tmpdir"))), config.toString());
        assertTrue(Files.notExists(config.getParent() == null ? config : config.getParent()));
    }

    private void tell() throws IOException, InterruptedException {
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        try (Program program = Program.in(new Distribution(home), out)) {
            new Story(program, out).tell();
        }
    }
}
