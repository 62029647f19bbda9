package dev.brokerscope.desktop.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.settings.Settings;
import dev.brokerscope.core.connection.Connection;
import dev.brokerscope.core.connection.OpenConnection;
import dev.brokerscope.core.connection.Stage;
import dev.brokerscope.core.schema.SchemaChain;
import dev.brokerscope.plugin.memory.MemoryBroker;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SourceTest {

    private final Connection shop = Connection.adHoc("shop", "memory", Settings.EMPTY).at(Stage.DEVELOPMENT);
    private final List<Runnable> work = new ArrayList<>();

    @Test
    void opensOnceForAllWhoAsk() {
        List<OpenConnection> given = new ArrayList<>();
        Source source = source(shop, this::open);

        source.whenOpen(given::add);
        source.whenOpen(given::add);
        runWork();
        source.whenOpen(given::add);

        assertEquals(3, given.size());
        assertEquals(1, given.stream().distinct().count());
    }

    @Test
    void keepsTheFaultAndTriesAgainWhenAsked() {
        Source source = source(shop, () -> {
            throw new FaultException(FaultKind.UNREACHABLE, "broker.unreachable", "shop did not answer.", "Check it.");
        });
        source.whenOpen(open -> {
        });
        runWork();

        assertEquals("shop did not answer.",
                assertInstanceOf(SourceState.Failed.class, source.state()).fault().message());

        source.whenOpen(open -> {
        });
        assertInstanceOf(SourceState.Opening.class, source.state());
    }

    @Test
    void staysClosedWhenItWasClosedWhileOpening() {
        Source source = source(shop, this::open);
        source.whenOpen(open -> {
        });
        source.close();
        runWork();

        assertInstanceOf(SourceState.Closed.class, source.state());
    }

    @Test
    void mayWriteOnlyWhereTheProfileAllowsAndTheWindowWasUnlocked() {
        Source readOnly = source(shop, this::open);
        Source writable = source(shop.readOnly(false), this::open);

        readOnly.unlock(true);
        assertFalse(readOnly.mayWrite());
        assertFalse(writable.mayWrite());
        writable.unlock(true);
        assertTrue(writable.mayWrite());
    }

    @Test
    void anArchiveIsNotTheConnectionWhoseNameItBears() {
        Source archive =
                new Source(Connection.ofArchive("shop"), Optional.of(Path.of("shop.msgdb")), this::open, work::add,
                        Runnable::run);

        assertEquals(archive.name(), source(shop, this::open).name());
        assertNotEquals(archive.key(), source(shop, this::open).key());
    }

    private Source source(Connection connection, Source.Opening opening) {
        return new Source(connection, Optional.empty(), opening, work::add, Runnable::run);
    }

    private OpenConnection open() throws FaultException {
        return new OpenConnection(shop, new MemoryBroker("shop").connect(), new SchemaChain(List.of()),
                Optional.empty(), () -> {
                });
    }

    private void runWork() {
        List<Runnable> now = List.copyOf(work);
        work.clear();
        now.forEach(Runnable::run);
    }
}
