package dev.brokerscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.brokerscope.cli.Shell.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {

    @TempDir
    Path folder = Path.of("");

    private Shell shell = new Shell(folder);

    @BeforeEach
    void sitDown() throws Exception {
        shell = new Shell(folder);
        shell.broker().create("orders", 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "chanels | Did you mean channels?",
        "read orders --formt text | Did you mean --format?",
        "read orders --broker memory --last x | --last",
        "read orders --broker memory --last 0 | at least 1",
        "read orders --broker memory --from yesterday-ish | neither a time nor a position",
        "read orders[a] --broker memory | is no slice",
        "read orders --broker memory --last 3 --from now | cannot be combined",
        "read orders --broker memory --filter /(/ | cannot be read",
        "read orders --broker memory --decode value=nope | no decoder \"nope\"",
        "read orders --broker memory --fields nope | no field \"nope\"",
        "read --broker memory | No channel was named",
        "read orders --broker memory --consent everything | nothing called \"everything\"",
        "read orders --broker memory --timeout soon | --timeout",
        "channels | It was not said where",
        "channels -c shop --broker memory | Both -c and --broker",
        "channels -c shop --stage test | --broker is missing",
        "channels --broker memory --set nmae=x | Did you mean name?",
        "channels --broker memory --registry nonsense | The registry cannot be used",
        "backup orders --broker memory --out shop.zip | must end in .msgdb",
        "backup orders --broker memory | --out",
        "verify x.msgdb --quick --deep | exclude each other",
        "export orders --broker memory --out x --format csv | no export format",
        "connections add a/b --broker memory | must not look like a path",
        "connections add shop | The kind of broker is missing"})
    void aCommandLineThatMakesNoSenseIsSaidSo(String example) {
        String[] parts = example.split(" \\| ");
        Result result = shell.line(parts[0]);
        assertEquals(2, result.exit(), result.err());
        assertTrue(result.err().contains(parts[1]), result.err());
        assertEquals("", result.out());
    }

    @Test
    void aPlainSecretIsRefusedAndNotRepeated() {
        Result result = shell.line("channels --broker memory --set token=hunter2");
        assertEquals(2, result.exit());
        assertTrue(result.err().contains("@env:NAME"), result.err());
        assertFalse(result.err().contains("hunter2"));
    }

    @Test
    void withJsonAnErrorIsOneLineForMachines() throws Exception {
        Result result = shell.line("read nowhere --broker memory --json");
        JsonNode error = new JsonMapper().readTree(result.err()).path("error");
        assertEquals(10, result.exit());
        assertEquals(10, error.path("exit").asInt());
        assertEquals("channel.unknown", error.path("code").asText());
        assertEquals(1, result.err().lines().count());
    }

    @Test
    void helpBeginsWithExamples() {
        Result result = shell.line("backup --help");
        assertEquals(0, result.exit());
        assertTrue(result.out().indexOf("Examples:") < result.out().indexOf("Usage:"), result.out());
    }

    @Test
    void theVersionIsOneLine() {
        Result result = shell.line("--version");
        assertEquals(0, result.exit());
        assertTrue(result.out().matches("Brokerscope \\S+\n"), result.out());
    }

    @Test
    void noCommandAtAllShowsTheHelp() {
        Result result = shell.run();
        assertEquals(2, result.exit());
        assertTrue(result.err().contains("Commands:"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh", "fish"})
    void everyShellGetsACompletionWithTheCommands(String name) {
        Result result = shell.run("completion", name);
        assertEquals(0, result.exit());
        assertTrue(result.out().contains("backup") && result.out().contains("into-existing"));
    }

    @Test
    void everyCommandGetsAManualPage() throws Exception {
        Path pages = folder.resolve("man1");
        assertEquals(0, shell.run("man", pages.toString()).exit());
        String backup = Files.readString(pages.resolve("brokerscope-backup.1"));
        assertTrue(backup.startsWith(".TH \"BROKERSCOPE-BACKUP\" 1"), backup);
        assertTrue(backup.contains("\\fB\\-\\-out\\fR"), backup);
        assertTrue(Files.exists(pages.resolve("brokerscope-connections-add.1")));
        assertFalse(Files.exists(pages.resolve("brokerscope-reference.1")), "hidden commands have none");
    }

    @Test
    void noLineOfAManualPageIsTakenForAnInstruction() throws Exception {
        Path pages = folder.resolve("man1");
        shell.run("man", pages.toString());
        for (String line : Files.readString(pages.resolve("brokerscope-read.1")).lines().toList()) {
            assertTrue(line.matches("(?s)\\.(TH|SH|TP|PP|nf|fi)\\b.*|[^.'].*"), line);
        }
    }
}
