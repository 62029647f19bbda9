package dev.brokerscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.brokerscope.cli.Shell.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForgetTest {

    @TempDir
    Path folder = Path.of("");

    private Shell shell = new Shell(folder);

    @BeforeEach
    void backUpTwice() throws Exception {
        shell = new Shell(folder);
        shell.broker().create("orders", 1);
        Files.createDirectory(folder.resolve("backups"));
        for (String name : new String[]{"b", "a"}) {
            assertEquals(0, shell.run("backup", "orders", "--broker", "memory", "--out",
                    shell.file("backups/" + name + ".msgdb")).exit());
        }
    }

    private boolean there(String name) {
        return Files.exists(folder.resolve("backups/" + name + ".msgdb"));
    }

    @Test
    void aDryRunTellsWhatStaysAndWhy() throws Exception {
        Result shown = shell.run("forget", shell.file("backups"), "--keep-last", "1", "--dry-run");
        assertEquals(0, shown.exit(), shown.err());
        assertTrue(shown.out().contains("last snapshot") && shown.out().contains("Would forget 1 archive"),
                shown.out());
        JsonNode json = new JsonMapper().readTree(
                shell.run("forget", shell.file("backups"), "--keep-last", "1", "--dry-run", "--json").out());
        assertEquals(1, json.path("forgotten").asInt());
        assertTrue(there("a") && there("b"));
    }

    @Test
    void nothingGoesWithoutYes() {
        assertEquals(5, shell.run("forget", shell.file("backups"), "--keep-last", "1").exit());
        assertTrue(there("a") && there("b"));
        assertEquals(0, shell.run("forget", shell.file("backups"), "--keep-last", "1", "--yes").exit());
        assertTrue(there("a") && !there("b"));
    }

    @Test
    void nothingGoesWithoutAPolicy() {
        assertEquals(2, shell.run("forget", shell.file("backups"), "--yes").exit());
        assertEquals(2, shell.run("forget", shell.file("backups"), "--keep-last", "few", "--yes").exit());
        assertEquals(2, shell.run("forget", shell.file("backups"), "--keep-within", "a week", "--yes").exit());
        assertEquals(10, shell.run("forget", shell.file("nowhere"), "--keep-last", "1", "--yes").exit());
        assertTrue(there("a") && there("b"));
    }
}
