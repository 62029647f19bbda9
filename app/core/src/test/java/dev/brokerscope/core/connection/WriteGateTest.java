package dev.brokerscope.core.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.api.broker.ChannelCreation;
import dev.brokerscope.api.broker.WritableSession;
import dev.brokerscope.api.channel.ChannelDefinition;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.settings.Settings;
import dev.brokerscope.core.Engine;
import dev.brokerscope.core.EngineOptions;
import dev.brokerscope.core.audit.AuditEntry;
import dev.brokerscope.core.plugin.PluginHost;
import dev.brokerscope.plugin.memory.MemoryBroker;
import dev.brokerscope.plugin.memory.MemoryPlugin;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriteGateTest {

    private static final long SEED = 20261122;

    @TempDir
    Path folder = Path.of("");

    private Engine engine = Engine.start(EngineOptions.under(folder, List.of()));

    @BeforeEach
    void start() {
        engine = Engine.start(EngineOptions.under(folder, List.of()),
                PluginHost.of(List.of(new MemoryPlugin()), List.of()));
    }

    @AfterEach
    void stop() {
        engine.close();
    }

    private static Connection connection(Stage stage, boolean readOnly) {
        return Connection.adHoc("shop", "memory", Settings.EMPTY).at(stage).readOnly(readOnly);
    }

    private Optional<String> refusal(Connection connection, WritePermit permit) {
        return engine.writeGate().refusal(connection, permit).map(e -> e.fault().code());
    }

    @Test
    void opensOnlyWhatWasUnlockedAndInProductionNamed() {
        WritePermit none = WritePermit.none("test");
        WritePermit unlocked = WritePermit.unlocked("test");
        assertEquals(Optional.of("write.read-only"), refusal(connection(Stage.TEST, true), none));
        assertEquals(Optional.of("write.not-asked"), refusal(connection(Stage.TEST, false), none));
        assertEquals(Optional.empty(), refusal(connection(Stage.TEST, true), unlocked));
        assertEquals(Optional.of("write.unconfirmed"), refusal(connection(Stage.PRODUCTION, false), unlocked));
        assertEquals(Optional.of("write.unconfirmed"),
                refusal(connection(Stage.PRODUCTION, false), unlocked.typed("Shop")));
        assertEquals(Optional.empty(), refusal(connection(Stage.PRODUCTION, true), unlocked.typed("shop")));
        assertEquals(Optional.of("write.archive"),
                refusal(Connection.ofArchive("a.msgdb"), unlocked.typed("a.msgdb")));
    }

    @Test
    void twoHundredMistakesWriteNothing() throws Exception {
        Random random = new Random(SEED);
        String[] names = {"", "Shop", "shop ", "shp", "production", "SHOP", "shop\n"};
        for (int i = 0; i < 200; i++) {
            Stage stage = random.nextBoolean() ? Stage.PRODUCTION : Stage.TEST;
            boolean unlocked = stage == Stage.PRODUCTION && random.nextBoolean();
            WritePermit permit = new WritePermit(unlocked, random.nextBoolean()
                    ? Optional.of(names[random.nextInt(names.length)])
                    : Optional.empty(), "mistake");
            Connection connection = connection(stage, random.nextBoolean());
            FaultException e = assertThrows(FaultException.class, () -> engine.writeGate().open(connection, permit));
            assertEquals(FaultKind.REFUSED, e.kind(), "mistake " + i + " of seed " + SEED);
        }
        assertEquals(List.of(), engine.audit().entries());
    }

    @Test
    void everyChangeStandsInTheAuditLog() throws Exception {
        try (WritableSession session = engine.writeGate().open(connection(Stage.TEST, true),
                WritePermit.unlocked("a test"))) {
            session.writeExtension(ChannelCreation.class).orElseThrow()
                    .create(MemoryBroker.id("new"), new ChannelDefinition(1, Optional.empty(), List.of()));
        }
        List<AuditEntry> entries = engine.audit().entries();
        assertEquals(List.of("write.open", "ChannelCreation.create"),
                entries.stream().map(AuditEntry::action).toList());
        assertEquals("new", entries.getLast().details().get("channel"));
        assertTrue(engine.audit().firstBroken().isEmpty());
    }

    @Test
    void withoutAnAuditLogNothingIsWritten() throws Exception {
        java.nio.file.Files.createDirectories(folder);
        java.nio.file.Files.writeString(folder.resolve("state"), "in the way");
        FaultException e = assertThrows(FaultException.class, () -> engine.writeGate()
                .open(connection(Stage.TEST, true), WritePermit.unlocked("a test")));
        assertEquals(FaultKind.FILE_ACCESS, e.kind());
    }

    @Test
    void malformedSettingsAreNamedOneByOne() {
        Connection wrong = Connection.adHoc("x", "memory", Settings.EMPTY.with("nmae", "x").with("name", "a b"));
        FaultException e = assertThrows(FaultException.class, () -> engine.connector().open(wrong));
        assertEquals(FaultKind.INVALID_SETTINGS, e.kind());
        assertTrue(e.fault().message().contains("nmae") && e.fault().message().contains("Did you mean name?")
                && e.fault().message().contains("\"a b\""), e.fault().message());
    }
}
