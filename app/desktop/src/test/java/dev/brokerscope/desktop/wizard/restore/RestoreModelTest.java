package dev.brokerscope.desktop.wizard.restore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.api.settings.Settings;
import dev.brokerscope.archive.crypt.PassphraseKey;
import dev.brokerscope.core.Engine;
import dev.brokerscope.core.EngineOptions;
import dev.brokerscope.core.connection.Connection;
import dev.brokerscope.core.connection.Stage;
import dev.brokerscope.core.connection.WritePermit;
import dev.brokerscope.core.job.Outcome;
import dev.brokerscope.core.restore.DryRun;
import dev.brokerscope.core.restore.RestoreReport;
import dev.brokerscope.desktop.wizard.Away;
import dev.brokerscope.desktop.wizard.EncryptedShop;
import dev.brokerscope.desktop.wizard.ShopArchive;
import dev.brokerscope.desktop.wizard.ShopBroker;
import dev.brokerscope.desktop.wizard.restore.RestoreModel.Check;
import dev.brokerscope.desktop.wizard.restore.RestoreModel.Held;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestoreModelTest {

    @TempDir
    Path folder;

    private Engine engine;
    private Connection target;
    private RestoreModel model;
    private Path archive;

    @BeforeEach
    void setUp() throws Exception {
        engine = Engine.start(EngineOptions.under(folder, List.of(Path.of("target", "plugins"))));
        target = new Connection("staging", "memory", Settings.EMPTY.with("name", "staging"), Stage.TEST, false,
                Optional.empty(), Optional.empty(), true);
        model = new RestoreModel(engine, ZoneId.of("UTC"), new Away(Runnable::run, Runnable::run));
        archive = new ShopArchive(folder.resolve("shop.msgdb")).make();
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void offersEveryChannelOfTheArchive() {
        model.choose(archive);

        assertInstanceOf(Held.Read.class, model.heldProperty().get());
        assertEquals(3, model.channels().chosenCountProperty().get());
        assertTrue(model.channels().messages().value() > 7_000);
    }

    @Test
    void tellsThatAFileIsNoArchive() throws Exception {
        Path foreign = Files.writeString(folder.resolve("foreign.msgdb"), "hello");
        model.choose(foreign);

        assertInstanceOf(Held.Failed.class, model.heldProperty().get());
    }

    @Test
    void asksForTheKeyOfALockedArchiveAndOffersItsChannelsAfterwards() throws Exception {
        Path locked = new EncryptedShop(folder.resolve("locked.msgdb"), "right horse").make();
        model.choose(locked);
        assertInstanceOf(Held.Locked.class, model.heldProperty().get());
        assertEquals(0, model.channels().chosenCountProperty().get());
        engine.archiveKeys().unlock(locked, new PassphraseKey("right horse".toCharArray()));
        model.choose(locked);

        assertInstanceOf(Held.Read.class, model.heldProperty().get());
        assertEquals(1, model.channels().chosenCountProperty().get());
    }

    @Test
    void mapsPartitionsByAFile() throws Exception {
        Path map = Files.writeString(folder.resolve("map"), "0=1\n* 0\n");
        model.fineprint().partitionMapProperty().set(map.toString());

        assertTrue(checked().plan().writing().map().isPresent());
        model.fineprint().partitionMapProperty().set(folder.resolve("nowhere").toString());
        assertTrue(model.fineprint().partitionMapProblem().isPresent());
        assertEquals(false, model.mappingFits());
    }

    @Test
    void findsNothingAgainstAnEmptyTarget() {
        DryRun run = checked();

        assertTrue(run.preflight().blocker().isEmpty(), run.preflight().findings().toString());
        assertEquals(3, run.channels().size());
    }

    @Test
    void isBlockedByATargetThatHoldsMessagesUntilItIsRenamed() throws Exception {
        new ShopBroker(engine, target).channel("payments", 12, 24);

        assertTrue(checked().preflight().blocker().isPresent());
        assertTrue(model.possible().isEmpty());
        model.rename();
        assertTrue(model.possible().isPresent());
    }

    @Test
    void restoresOnlyTheChosenChannels() {
        model.choose(archive);
        model.channels().lines().forEach(line -> line.chosenProperty().set(line.id().name().equals("payments")));
        model.nameChosen();

        assertEquals(1, checkedAgain().channels().size());
    }

    @Test
    void writesWhatTheArchiveHolds() throws Exception {
        DryRun run = checked();
        RestoreReport report = new RestoreJob(engine, target, WritePermit.unlocked("test")).start(run.plan()).await();

        assertEquals(Outcome.COMPLETE, report.outcome(), report.summary());
        assertTrue(report.comparison().orElseThrow().equal());
    }

    @Test
    void refusesCopiesThatAreNoNumber() {
        model.replicationProperty().set("three");

        assertTrue(model.copies().isEmpty());
        assertEquals(false, model.mappingFits());
    }

    private DryRun checked() {
        model.choose(archive);
        return checkedAgain();
    }

    private DryRun checkedAgain() {
        model.targetProperty().set(Optional.of(target));
        model.check();
        return assertInstanceOf(Check.Checked.class, model.checkProperty().get()).dryRun();
    }
}
