package dev.brokerscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.api.channel.Impact;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.TimestampType;
import dev.brokerscope.cli.Shell.Result;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Each reason to refuse or fail has its number.
class GuardsTest {

    @TempDir
    Path folder = Path.of("");

    private Shell shell = new Shell(folder);

    @BeforeEach
    void sitDown() throws Exception {
        shell = new Shell(folder);
        shell.broker().create("orders", 2);
        for (int i = 0; i < 50; i++) {
            shell.broker().publish("orders", message(i % 2, "key-" + i, "value " + i, i));
        }
    }

    private static Message message(int partition, String key, String value, long time) {
        return Message.at(partition, 0, 0).key(key.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .value(value.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .timestamp(1_700_000_000_000L + time, TimestampType.CREATE).build();
    }

    private String backedUp() {
        String archive = shell.file("shop.msgdb");
        Result result = shell.run("backup", "orders", "--broker", "memory", "--out", archive);
        assertEquals(0, result.exit(), result.err());
        return archive;
    }

    private void assertEnds(int exit, String saying, Result result) {
        assertEquals(exit, result.exit(), result.err() + result.out());
        assertTrue(result.err().contains(saying), result.err());
    }

    @Test
    void whatIsMissingEndsWith10AndNamesTheNearest() {
        assertEnds(10, "Did you mean orders?", shell.line("read order --broker memory"));
        assertEnds(10, "There is no connection \"shop\"", shell.line("channels -c shop"));
        assertEnds(10, "Did you mean memory?", shell.line("channels --broker memroy"));
        assertEnds(10, "nowhere.msgdb", shell.run("info", shell.file("nowhere.msgdb")));
        assertEnds(10, "is number 7", shell.line("read orders[7] --from oldest --broker memory"));
    }

    @Test
    void aBrokerThatCannotBeReachedEndsWith13() {
        shell.broker().reachable(false);
        assertEnds(13, "", shell.line("channels --broker memory"));
    }

    @Test
    void aWrongPasswordEndsWith13AndIsNotShown() {
        shell.broker().demandToken("right");
        Result result = shell.with("TOKEN", "hunter2").line("channels --broker memory --set token=@env:TOKEN");
        assertEnds(13, "", result);
        assertFalse(result.err().contains("hunter2"));
    }

    @Test
    void aRightPasswordFromAFileOpens() throws Exception {
        shell.broker().demandToken("right");
        Files.writeString(folder.resolve("token"), "right\n");
        Result result = shell.run("channels", "--broker", "memory", "--set", "token=@file:" + shell.file("token"));
        assertEquals(0, result.exit(), result.err());
    }

    @Test
    void readingThatChangesTheBrokerNeedsConsent() throws Exception {
        shell.broker().impact("orders", Set.of(Impact.MARKS_REDELIVERED));
        assertEnds(5, "", shell.line("read orders --broker memory"));
        assertEquals(0, shell.line("read orders --broker memory --consent redelivers").exit());
    }

    @Test
    void writingNeedsToBeAskedFor() {
        String archive = backedUp();
        assertEnds(5, "read-only", shell.run("restore", archive, "--prefix", "r.", "--broker", "memory"));
        assertFalse(shell.line("channels --broker memory").out().contains("r.orders"));
    }

    @Test
    void writingToProductionNeedsItsNameTypedOut() {
        String archive = backedUp();
        assertEnds(5, "--confirm 'memory'", shell.run("restore", archive, "--prefix", "r.", "--broker", "memory",
                "--write"));
        assertEnds(5, "is not that of", shell.run("restore", archive, "--prefix", "r.", "--broker", "memory",
                "--write", "--confirm", "Memory"));
        assertFalse(shell.line("channels --broker memory").out().contains("r.orders"));
        Result done = shell.run("restore", archive, "--prefix", "r.", "--broker", "memory", "--write", "--confirm",
                "memory");
        assertEquals(0, done.exit(), done.err());
    }

    @Test
    void theDryRunOnProductionPrintsACommandThatIsNotRefused() {
        String archive = backedUp();
        String[] out = shell.run("restore", archive, "--dry-run", "--prefix", "r.", "--broker", "memory").out()
                .split("To do it: brokerscope ");
        Result done = shell.line(out[1].strip());
        assertEquals(0, done.exit(), out[1] + done.err());
    }

    @Test
    void whatWasWrittenStandsInTheAuditLog() throws Exception {
        String archive = backedUp();
        shell.run("restore", archive, "--prefix", "r.", "--broker", "memory", "--stage", "test", "--write");
        String log = Files.readString(folder.resolve("home/state/audit.jsonl"));
        assertTrue(log.contains("write.open") && log.contains("ChannelCreation.create")
                && log.contains("\"messages\":\"50\""), log);
    }

    @Test
    void anExistingOutputIsNeverOverwritten() throws Exception {
        String archive = backedUp();
        assertEnds(5, "shop.msgdb", shell.run("backup", "orders", "--broker", "memory", "--out", archive));
        Files.writeString(folder.resolve("old.jsonl"), "precious");
        assertEnds(5, "exists already", shell.run("export", "orders", "--broker", "memory", "--out",
                shell.file("old.jsonl")));
        assertEquals("precious", Files.readString(folder.resolve("old.jsonl")));
    }

    @Test
    void aTargetThatHoldsMessagesIsRefused() {
        String archive = backedUp();
        assertEnds(5, "orders", shell.run("restore", archive, "--broker", "memory", "--stage", "test", "--write"));
    }

    @Test
    void aForeignFileEndsWith4() throws Exception {
        Path foreign = folder.resolve("foreign.msgdb");
        Files.writeString(foreign, "This is no archive, but it is long enough to be one. ".repeat(100));
        assertEnds(4, "foreign.msgdb", shell.run("info", foreign.toString()));
    }

    @Test
    void aChangedByteIsFound() throws Exception {
        Path archive = Path.of(backedUp());
        try (RandomAccessFile file = new RandomAccessFile(archive.toFile(), "rw")) {
            long at = Files.size(archive) * 2 / 3;
            file.seek(at);
            int b = file.read();
            file.seek(at);
            file.write(b ^ 0x10);
        }
        Result result = shell.run("verify", archive.toString());
        assertEquals(4, result.exit(), result.out() + result.err());
    }

    @Test
    void aTopicThatIsDeletedWhileBeingReadEndsWith3() {
        shell.broker().script().deleteWhileReading("orders", 10);
        assertEnds(3, "deleted", shell.line("read orders --from oldest --broker memory"));
    }

    @Test
    void aTopicThatIsDeletedWhileBeingBackedUpLeavesAWholeArchiveAndEndsWith3() {
        shell.broker().script().deleteWhileReading("orders", 10);
        String archive = shell.file("part.msgdb");
        Result result = shell.run("backup", "orders", "--broker", "memory", "--out", archive);
        assertEquals(3, result.exit(), result.err() + result.out());
        assertTrue(result.out().contains("Incomplete"), result.out());
        assertEquals(0, shell.run("verify", archive, "--deep").exit());
    }

    @Test
    void anEmptyOrCutArchiveEndsWith4() throws Exception {
        Path archive = Path.of(backedUp());
        Files.createFile(folder.resolve("empty.msgdb"));
        assertEnds(4, "is empty", shell.run("info", shell.file("empty.msgdb")));
        try (RandomAccessFile file = new RandomAccessFile(archive.toFile(), "rw")) {
            file.setLength(file.length() / 2);
        }
        assertEnds(4, "is cut short", shell.run("read", "orders", "-c", archive.toString()));
    }

    @Test
    void aBackupIntoAFolderThatIsNotThereEndsWith5() {
        assertEnds(5, "There is no folder", shell.run("backup", "orders", "--broker", "memory", "--out",
                shell.file("nowhere/x.msgdb")));
    }

    @Test
    void differencesEndWith6() throws Exception {
        String archive = backedUp();
        shell.broker().publish("orders", message(0, "late", "one more", 99));
        Result result = shell.run("diff", archive, "::", "--broker", "memory");
        assertEquals(6, result.exit(), result.err());
        assertTrue(result.out().startsWith("Different"), result.out());
    }

    @Test
    void aWrongVaultPassphraseEndsWith12() {
        shell.answering("s3cret").with("BROKERSCOPE_VAULT_PASSPHRASE", "right");
        assertEquals(0, shell.line("connections add shop --broker memory --set token=@ask").exit());
        shell.with("BROKERSCOPE_VAULT_PASSPHRASE", "wrong");
        assertEnds(12, "does not open the vault", shell.line("channels -c shop"));
    }

    @Test
    void anArchiveThatIsBeingWrittenEndsWith11() throws Exception {
        String archive = shell.file("busy.msgdb");
        shell.broker().script().slow("orders", java.time.Duration.ofSeconds(30));
        Thread first = Thread.ofPlatform()
                .start(() -> shell.run("backup", "orders", "--broker", "memory", "--out", archive));
        while (first.isAlive() && !Files.exists(Path.of(archive + ".partial"))) {
            Thread.sleep(20);
        }
        Result second = shell.run("backup", "orders", "--broker", "memory", "--out", archive, "--resume");
        first.interrupt();
        first.join();
        assertEnds(11, "busy.msgdb", second);
    }

    @Test
    void aFolderThatCannotBeWrittenEndsWith5() throws Exception {
        Files.writeString(folder.resolve("file"), "in the way");
        assertEnds(5, "", shell.run("export", "orders", "--broker", "memory", "--out", shell.file("file/x.jsonl")));
    }

    @Test
    void aBrokenLineOfAnImportLeavesNothingBehind() throws Exception {
        shell.run("export", "orders", "--broker", "memory", "--out", shell.file("orders.jsonl"));
        Path broken = folder.resolve("broken.jsonl");
        Files.writeString(broken, Files.readString(folder.resolve("orders.jsonl")) + "{\"channel\":\n");
        assertEnds(4, "Line 51", shell.run("import", broken.toString(), "--into", "copy", "--broker", "memory",
                "--stage", "test", "--write"));
        assertFalse(shell.line("channels --broker memory").out().contains("copy"));
    }

    @Test
    void theDemoSaysHowToGetItWhereItIsAbsent() {
        assertEnds(10, "mvn -q -Pdemo", shell.line("demo --serve"));
    }
}
