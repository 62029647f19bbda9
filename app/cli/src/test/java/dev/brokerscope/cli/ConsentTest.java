package dev.brokerscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.api.message.Message;
import dev.brokerscope.cli.Shell.Result;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Channels whose reading changes something on the broker.
class ConsentTest {

    private static final String SENTENCE = "Reading invoices would change something on the broker: messages are hidden"
            + " from other consumers while they are read; messages come back marked as redelivered.";
    private static final String REMEDY = "Accept that with --consent hides,redelivers.";

    @TempDir
    Path folder = Path.of("");

    private Shell shell = new Shell(folder);

    @BeforeEach
    void sitDown() throws Exception {
        shell = new Shell(folder);
        shell.broker().createQueue("invoices");
        shell.broker().createTap("tap", "invoices");
        for (int i = 0; i < 5; i++) {
            shell.broker().publish("invoices", Message.at(0, 0, 0)
                    .value(("invoice " + i).getBytes(StandardCharsets.UTF_8)).build());
        }
    }

    @Test
    void everyCommandThatReadsRefusesWithWhatItWouldDo() throws Exception {
        for (String command : new String[]{"read invoices", "read invoices --from oldest", "read invoices --follow",
            "backup invoices --out " + shell.file("a.msgdb"), "export invoices --out " + shell.file("a.jsonl"),
            "diff memory::invoices memory::invoices"}) {
            Result result = shell.line(command.startsWith("diff") ? saved(command) : command + " --broker memory");

            assertEquals(5, result.exit(), command + result.err());
            assertTrue(result.err().contains(SENTENCE) && result.err().contains(REMEDY), command + result.err());
        }
        assertFalse(Files.exists(folder.resolve("a.msgdb")));
        assertEquals(0, shell.broker().readers("invoices"));
    }

    private String saved(String command) {
        shell.line("connections add memory --broker memory");
        return command;
    }

    @Test
    void consentToOnePartIsNoConsentToTheRest() {
        Result result = shell.line("read invoices --broker memory --consent hides");
        assertEquals(5, result.exit());
        assertTrue(result.err().contains(REMEDY), result.err());
    }

    @Test
    void withConsentAQueueIsShownFromItsFront() {
        Result result = shell.line("read invoices --broker memory --consent hides,redelivers --format raw");
        assertEquals(0, result.exit(), result.err());
        assertTrue(result.out().startsWith("invoice 0"), result.out());
        assertTrue(result.err().contains("can only be read from its front"), result.err());
    }

    @Test
    void whatIsBackedUpWithConsentComesBackAndCanBeReadFreely() {
        String archive = shell.file("invoices.msgdb");
        Result made = shell.run("backup", "invoices", "--broker", "memory", "--consent", "hides,redelivers", "--out",
                archive);
        assertEquals(0, made.exit(), made.err());
        assertTrue(made.out().contains("5 messages"), made.out());
        assertEquals(5, shell.run("read", "invoices", "-c", archive, "--format", "jsonl").out().lines().count());
        Result back = shell.run("restore", archive, "--prefix", "r.", "--broker", "memory", "--stage", "test",
                "--write");
        assertEquals(0, back.exit(), back.err());
        assertTrue(shell.line("channels --broker memory").out().contains("r.invoices"));
    }

    @Test
    void aLiveChannelSaysThatThereIsNothingToLookBackAt() {
        Result read = shell.line("read tap --broker memory --from oldest");
        assertTrue(read.exit() != 0 && read.err().contains("Watch what arrives with --follow."), read.err());
        Result backup = shell.run("backup", "tap", "--broker", "memory", "--out", shell.file("t.msgdb"));
        assertTrue(backup.exit() != 0 && backup.err().contains("Keep what arrives with --follow"), backup.err());
    }

    @Test
    void describingNamesWhatReadingDoes() {
        String out = shell.line("describe invoices --broker memory").out();
        assertTrue(out.contains("needs --consent hides,redelivers") && out.contains("puts them back"), out);
    }
}
