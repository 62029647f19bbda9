package dev.brokerscope.desktop.wizard.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.channel.Impact;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.core.backup.BackupPlan;
import dev.brokerscope.core.backup.BackupSource;
import dev.brokerscope.core.decode.DecoderChain;
import dev.brokerscope.core.schema.SchemaChain;
import dev.brokerscope.desktop.wizard.Away;
import dev.brokerscope.desktop.wizard.backup.BackupModel.Look;
import dev.brokerscope.plugin.memory.MemoryBroker;
import dev.brokerscope.plugin.memory.MemorySession;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupModelTest {

    @TempDir
    Path folder;

    private final MemoryBroker broker = new MemoryBroker("shop");
    private MemorySession session;
    private BackupModel model;

    @BeforeEach
    void setUp() throws Exception {
        for (String channel : List.of("orders", "payments", "audit")) {
            broker.create(channel, 2);
            for (int i = 0; i < 10; i++) {
                broker.publish(channel, Message.at(i % 2, 0, 0).value(new byte[]{1, 2, 3}).build());
            }
        }
        session = broker.connect();
        BackupSource source = new BackupSource("memory", "shop", session, new SchemaChain(List.of()),
                new DecoderChain(List.of()));
        model = new BackupModel(() -> source, List.of(MemoryBroker.id("orders")), folder, ZoneId.of("UTC"),
                new Away(Runnable::run, Runnable::run));
        model.list();
    }

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void listsChannelsWithTheirCountsAndTheChosenOneTicked() {
        assertEquals(3, model.channels().lines().size());
        assertEquals(List.of(MemoryBroker.id("orders")), model.channels().chosen());
        assertEquals(10, model.channels().messages().value());
    }

    @Test
    void choosesAllThatFitTheFilter() {
        model.channels().filterProperty().set("pay");
        model.channels().choose(true);

        assertEquals(List.of("orders", "payments"),
                model.channels().chosen().stream().map(ChannelId::text).sorted().toList());
    }

    @Test
    void namesTheArchiveAfterTheOneChannel() {
        model.suggestName("shop");

        assertTrue(model.destination().nameProperty().get().startsWith("orders-20"));
    }

    @Test
    void keepsANameThatWasTyped() {
        model.destination().nameProperty().set("mine");
        model.suggestName("shop");

        assertEquals(folder.resolve("mine.msgdb"), model.destination().file().orElseThrow());
    }

    @Test
    void plansWhatTheFineprintSays() {
        model.fineprint().filterProperty().set(" key:PAY-904 ");
        model.fineprint().limitProperty().set("20MB/s");
        model.fineprint().compressionProperty().set(CompressionChoice.SMALL);
        model.objectsProperty().set(false);
        model.suggestName("shop");
        model.look();

        String command = model.agreed().orElseThrow().command(List.of("--connection", "shop"));
        assertTrue(command.contains("--filter key:PAY-904 "), command);
        assertTrue(command.contains("--limit 20MB/s"), command);
        assertTrue(command.contains("--compress zstd:6"), command);
    }

    @Test
    void saysWhatIsWrongWithAFilterOrALimit() {
        assertTrue(model.fineprint().filterProblem().isEmpty() && model.fineprint().limitProblem().isEmpty());
        model.fineprint().filterProperty().set("/(/");
        model.fineprint().limitProperty().set("fast");

        assertTrue(model.fineprint().filterProblem().isPresent());
        assertEquals("\"fast\" is no rate. Write it like 20MB/s, 5000msg/s or 20MB/s,5000msg/s.",
                model.fineprint().limitProblem().orElseThrow());
    }

    @Test
    void refusesANameThatIsTaken() throws Exception {
        Files.createFile(folder.resolve("taken.msgdb"));
        model.destination().nameProperty().set("taken");
        model.lookAtPlace();

        assertFalse(model.placeFits());
    }

    @Test
    void continuesAnUnfinishedBackupOnlyWhenAsked() throws Exception {
        Files.createFile(folder.resolve("half.msgdb.partial"));
        model.destination().nameProperty().set("half");
        model.lookAtPlace();

        assertFalse(model.placeFits());
        model.destination().resumeProperty().set(true);
        assertTrue(model.placeFits());
    }

    @Test
    void addsARunOfWhatIsNewToAFolderThatHoldsVolumes() throws Exception {
        model.destination().volumesProperty().set(true);
        model.destination().nameProperty().set("nightly");
        model.lookAtPlace();
        assertFalse(looked("nightly").plan().sinceLast());
        Files.createFile(Files.createDirectory(folder.resolve("nightly")).resolve("volume-0001.msgdb"));
        model.lookAtPlace();

        assertEquals(Destination.State.VOLUMES, model.placeProperty().get());
        assertTrue(model.placeFits());
        assertTrue(looked("nightly").plan().sinceLast());
        assertEquals(folder.resolve("nightly"), looked("nightly").plan().output());
        model.destination().sinceLastProperty().set(false);
        assertFalse(looked("nightly").plan().sinceLast());
    }

    @Test
    void aFolderIsNoPlaceForOneFile() throws Exception {
        Files.createFile(Files.createDirectory(folder.resolve("nightly.msgdb")).resolve("volume-0001.msgdb"));
        model.destination().nameProperty().set("nightly");
        model.lookAtPlace();

        assertFalse(model.placeFits());
    }

    @Test
    void encryptsWithWhatWasTyped() {
        model.encryption().kindProperty().set(EncryptionKind.PASSPHRASE);
        model.encryption().passphraseProperty().set("correct horse battery staple");
        model.encryption().againProperty().set("correct horse battery staple");

        BackupPlan plan = looked().plan();
        assertTrue(plan.storing().encryption().protection().encrypts());
        assertTrue(plan.command(List.of()).contains("--encrypt-passphrase '@ask'"), plan.command(List.of()));
    }

    @Test
    void tellsTheConsequencesChannelByChannel() throws Exception {
        broker.impact("orders", Set.of(Impact.COUNTS_DELIVERIES));

        assertEquals(List.of("orders"),
                looked().preview().consequences().stream().map(c -> c.channel().name()).toList());
    }

    @Test
    void tellsWhatWouldBeRead() {
        BackupPlan plan = looked().plan();

        assertEquals(folder.resolve("mine.msgdb"), plan.output());
        assertEquals(10, looked().preview().messages().value());
        assertEquals(plan, model.agreed().orElseThrow());
    }

    @Test
    void startsOnlyWithConsentWhereReadingChangesTheBroker() throws Exception {
        broker.impact("orders", Set.of(Impact.COUNTS_DELIVERIES));
        looked();

        assertFalse(model.mayStart());
        model.consentedProperty().set(true);
        assertEquals(Set.of(Impact.COUNTS_DELIVERIES), model.agreed().orElseThrow().consent());
    }

    @Test
    void tellsThatTheBrokerCannotBeReached() {
        broker.reachable(false);
        model.destination().nameProperty().set("mine");
        model.look();

        assertInstanceOf(Look.Failed.class, model.lookProperty().get());
        assertTrue(model.agreed().isEmpty());
    }

    private Look.Seen looked() {
        return looked("mine");
    }

    private Look.Seen looked(String name) {
        model.destination().nameProperty().set(name);
        model.look();
        return assertInstanceOf(Look.Seen.class, model.lookProperty().get());
    }
}
