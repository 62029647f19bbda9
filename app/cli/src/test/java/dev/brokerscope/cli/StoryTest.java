package dev.brokerscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.cli.Shell.Result;
import dev.brokerscope.testkit.SeededMessages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The main job on a saved connection, with the memory broker.
class StoryTest {

    @TempDir
    Path folder = Path.of("");

    private Shell shell = new Shell(folder);

    @BeforeEach
    void sitDown() throws Exception {
        shell = new Shell(folder);
        shell.broker().create("orders", 3);
        shell.broker().create("empty", 1);
        for (Message message : SeededMessages.ofThisRun().generate(500, 3)) {
            shell.broker().publish("orders", message);
        }
        done("connections", "add", "shop", "--broker", "memory", "--stage", "test");
    }

    private Result done(String... words) {
        Result result = shell.run(words);
        assertEquals(0, result.exit(), String.join(" ", words) + ": " + result.err() + result.out());
        return result;
    }

    @Test
    void whatIsBackedUpIsWholeAndComesBackEqual() {
        String archive = shell.file("shop.msgdb");
        assertTrue(done("backup", "--all", "--out", archive, "-c", "shop").out().contains("500 messages"));
        assertTrue(done("info", archive).out().contains("orders"));
        assertTrue(done("verify", archive, "--deep").out().contains("is whole"));
        assertEquals("500", Long.toString(done("read", "orders", "--from", "oldest", "--format", "jsonl", "-c", archive)
                .out().lines().count()));
        done("restore", archive, "--prefix", "r.", "--write", "-c", "shop");
        assertTrue(done("diff", archive, "::", "--prefix", "r.", "-c", "shop").out().startsWith("Equal"));
        assertTrue(done("diff", archive + "::orders", "shop::r.orders").out().startsWith("Equal"));
    }

    @Test
    void aDryRunWritesNothingAndPrintsTheCommandThatDoes() {
        String archive = shell.file("shop.msgdb");
        done("backup", "orders", "--out", archive, "-c", "shop");
        Result result = done("restore", archive, "--dry-run", "--rename", "orders=copy", "-c", "shop");
        assertTrue(result.out().contains("--rename orders=copy") && result.out().contains("-c shop"), result.out());
        assertFalse(done("channels", "-c", "shop").out().contains("copy"));
    }

    @Test
    void aRestoreSaysTheCommandThatTakesItBack() {
        String archive = shell.file("shop.msgdb");
        done("backup", "orders", "--out", archive, "-c", "shop");
        String said = done("restore", archive, "--prefix", "r.", "--write", "-c", "shop").err();
        String command = said.lines().filter(l -> l.startsWith("To take it back: ")).findFirst().orElseThrow();
        String[] words = command.replaceFirst(".*brokerscope ", "").split(" ");
        assertTrue(done(words).out().contains("r.orders"), command);
        words[words.length - 1] = "--write";
        done(Stream.concat(Stream.of(words), Stream.of("--yes")).toArray(String[]::new));
        assertFalse(done("channels", "-c", "shop").out().contains("r.orders"));
    }

    @Test
    void aSliceIsRestoredAlone() {
        String archive = shell.file("shop.msgdb");
        done("backup", "orders", "--out", archive, "-c", "shop");
        done("restore", archive, "orders[1]@0..5", "--rename", "orders=five", "--write", "-c", "shop");
        assertEquals(5, done("read", "five", "--from", "oldest", "--json", "-c", "shop").out().lines()
                .filter(l -> !l.startsWith("{\"gap\"")).count());
    }

    @Test
    void jsonLinesAreRestoredToo() {
        String lines = shell.file("orders.jsonl");
        done("export", "orders", "--out", lines, "-c", "shop");
        done("restore", lines, "--prefix", "r.", "--write", "-c", "shop");
        done("diff", "::orders", "::r.orders", "-c", "shop");
    }

    @Test
    void reportsAreForMachinesToo() throws Exception {
        JsonMapper json = new JsonMapper();
        String archive = shell.file("shop.msgdb");
        JsonNode backup = json.readTree(done("backup", "orders", "--out", archive, "-c", "shop", "--json").out());
        assertEquals(500, backup.path("messages").asInt());
        JsonNode info = json.readTree(done("info", archive, "--json").out());
        assertEquals("orders", info.path("channels").path(0).path("channel").asText());
        assertEquals("sound", json.readTree(done("verify", archive, "--json").out()).path("state").asText());
        JsonNode dry = json.readTree(done("restore", archive, "--dry-run", "--prefix", "r.", "-c", "shop", "--json")
                .out());
        assertFalse(dry.path("blocked").asBoolean(true));
        Path report = folder.resolve("report.html");
        JsonNode restore = json.readTree(done("restore", archive, "--prefix", "r.", "--write", "-c", "shop", "--json",
                "--report", report.toString()).out());
        assertTrue(restore.path("comparison").path("equal").asBoolean());
        assertTrue(Files.readString(report).contains("r.orders"));
        JsonNode diff = json.readTree(done("diff", archive, "::", "--prefix", "r.", "-c", "shop", "--json").out());
        assertTrue(diff.path("equal").asBoolean());
        JsonNode describe = json.readTree(done("describe", "orders", "-c", "shop", "--json").out());
        assertEquals(3, describe.path("partitions").size());
        assertTrue(json.readTree(done("channels", "-c", "shop", "--json").out()).path("channels").size() >= 3);
        assertEquals("memory", json.readTree(done("plugins", "--json").out()).path("plugins").path(0).path("brokers")
                .path(0).path("broker").asText());
        assertTrue(json.readTree(done("decoders", "--json").out()).path("decoders").size() >= 2);
    }

    @Test
    void connectionsAreKeptShownCopiedTriedAndRemoved() throws Exception {
        assertTrue(done("connections", "test", "shop").out().contains("ok"));
        done("connections", "duplicate", "shop", "copy");
        assertTrue(done("connections").out().contains("copy"));
        assertTrue(done("connections", "show", "copy", "--json").out().contains("\"stage\" : \"test\""));
        done("connections", "remove", "copy");
        assertFalse(done("connections", "list", "--json").out().contains("copy"));
        Files.writeString(folder.resolve("uri.txt"), "memory://other");
        done("connections", "import", shell.file("uri.txt"), "--name", "imported");
        assertTrue(done("connections", "show", "imported").out().contains("production"));
        assertEquals(13, failedTest());
    }

    private int failedTest() {
        shell.broker().reachable(false);
        return shell.line("connections test shop").exit();
    }

    @Test
    void aTypedSecretIsKeptEncryptedAndUsed() throws Exception {
        shell.broker("locked").demandToken("s3cret");
        shell.answering("s3cret").with("BROKERSCOPE_VAULT_PASSPHRASE", "open sesame");
        done("connections", "add", "locked", "--broker", "memory", "--set", "name=locked", "--set", "token=@ask");
        done("channels", "-c", "locked");
        assertFalse(Files.readString(folder.resolve("home/config/connections/locked.json")).contains("s3cret"));
        assertFalse(Files.readString(folder.resolve("home/data/vault.json")).contains("s3cret"));
    }

    @Test
    void theVariableSaysWhereToo() {
        shell.with("BROKERSCOPE_CONNECTION", "shop");
        assertTrue(done("channels").out().contains("orders"));
    }
}
