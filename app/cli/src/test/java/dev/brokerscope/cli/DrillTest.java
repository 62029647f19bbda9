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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrillTest {

    @TempDir
    Path folder = Path.of("");

    private Shell shell = new Shell(folder);
    private String archive = "";

    @BeforeEach
    void backUp() throws Exception {
        shell = new Shell(folder);
        archive = shell.file("shop.msgdb");
        shell.broker().create("orders", 3);
        for (Message message : SeededMessages.ofThisRun().generate(300, 3)) {
            shell.broker().publish("orders", message);
        }
        shell.line("connections add shop --broker memory --stage test");
        assertEquals(0, shell.run("backup", "orders", "--out", archive, "-c", "shop").exit());
    }

    @Test
    void withoutAConnectionItRestoresIntoMemory() throws Exception {
        Result result = shell.run("drill", archive, "--json");
        assertEquals(0, result.exit(), result.err());
        JsonNode json = new JsonMapper().readTree(result.out());
        assertEquals(300, json.path("written").asInt());
        assertTrue(json.path("inMemory").asBoolean());
        assertTrue(json.path("channels").path(0).path("equal").asBoolean());
        assertEquals("sound", json.path("check").path("state").asText());
    }

    @Test
    void theVariableDoesNotSendItToABroker() {
        shell.with("BROKERSCOPE_CONNECTION", "shop");
        assertTrue(shell.run("drill", archive).out().contains("Tried in memory"));
    }

    @Test
    void onAConnectionItNeedsLeaveToWriteAndLeavesNothing() {
        Result refused = shell.run("drill", archive, "-c", "shop");
        assertEquals(5, refused.exit());
        Path page = folder.resolve("drill.html");
        Result done = shell.run("drill", archive, "-c", "shop", "--write", "--report", page.toString());
        assertEquals(0, done.exit(), done.err());
        assertTrue(done.out().contains("came back equal from shop"), done.out());
        assertTrue(Files.exists(page));
        assertFalse(shell.run("channels", "-c", "shop").out().contains("drill-"));
    }

    @Test
    void aDamagedArchiveIsExitCode4() throws Exception {
        byte[] bytes = Files.readAllBytes(Path.of(archive));
        bytes[bytes.length / 2] ^= 1;
        Files.write(Path.of(archive), bytes);
        Result result = shell.run("drill", archive);
        assertEquals(4, result.exit(), result.out());
        assertTrue(result.out().contains("is damaged, so nothing was restored"), result.out());
    }

    @Test
    void thereIsNothingToCleanAfterADrillThatEnded() {
        shell.run("drill", archive, "-c", "shop", "--write");
        assertEquals("Nothing was left behind.", shell.run("drill", "--clean", "-c", "shop", "--write").out().strip());
        assertEquals(2, shell.run("drill").exit());
        assertEquals(2, shell.run("drill", "--clean").exit());
    }
}
