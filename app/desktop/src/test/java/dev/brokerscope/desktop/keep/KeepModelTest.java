package dev.brokerscope.desktop.keep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.archive.Archive;
import dev.brokerscope.core.backup.BackupSource;
import dev.brokerscope.core.backup.Provenance;
import dev.brokerscope.core.backup.Selection;
import dev.brokerscope.core.backup.SelectionBackup;
import dev.brokerscope.core.decode.DecoderChain;
import dev.brokerscope.core.job.JobContext;
import dev.brokerscope.core.query.Query;
import dev.brokerscope.core.query.QueryRun;
import dev.brokerscope.desktop.wizard.Away;
import dev.brokerscope.desktop.wizard.backup.Destination;
import dev.brokerscope.plugin.memory.MemoryBroker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeepModelTest {

    @TempDir
    Path folder = Path.of("");

    private final MemoryBroker broker = new MemoryBroker("keep");
    private Optional<QueryRun> found = Optional.empty();
    private Optional<Session> session = Optional.empty();

    @BeforeEach
    void find() throws Exception {
        ChannelId orders = broker.create("orders", 1);
        for (int i = 0; i < 5; i++) {
            broker.publish("orders", Message.at(0, 0, 0).value(new byte[]{(byte) i}).build());
        }
        Session open = broker.connect();
        QueryRun run = QueryRun.open(open, Query.newest(orders), folder.resolve("cache"), 10, _ -> "");
        run.readMore(10);
        session = Optional.of(open);
        found = Optional.of(run);
    }

    @AfterEach
    void close() {
        found.ifPresent(QueryRun::close);
        session.ifPresent(Session::close);
    }

    @Test
    void namesTheArchiveAfterTheChannelAndTheDay() {
        assertEquals("orders-found-2026-11-22", model().destination().nameProperty().get());
    }

    @Test
    void neverWritesOverAnArchive() throws Exception {
        KeepModel model = model();
        Path taken = model.target().orElseThrow();
        Files.createFile(taken);
        model.destination().nameProperty().set("other");
        model.destination().nameProperty().set("orders-found-2026-11-22");

        assertEquals(Destination.State.TAKEN, model.placeProperty().get());
        assertEquals(Optional.empty(), model.target());
    }

    @Test
    void keepsTheWholeResultUnlessOneMessageIsWanted() {
        KeepModel model = model();
        assertSame(model.findings().whole(), model.selection());
        model.onlyChosenProperty().set(true);

        assertEquals(1, model.selection().size());
    }

    @Test
    void whatIsKeptOpensAsAnArchive() throws Exception {
        KeepModel model = model();
        Path file = model.target().orElseThrow();
        new SelectionBackup(model.findings().source(), Provenance.ofSystem("test")).run(model.findings().channel(),
                model.findings().words(), model.selection(), file, JobContext.direct());

        try (Archive archive = Archive.open(file)) {
            assertEquals(5, archive.contents().channels().getFirst().partitions().getFirst().coverage().stream()
                    .mapToLong(c -> c.messages()).sum());
        }
    }

    private KeepModel model() {
        QueryRun run = found.orElseThrow();
        BackupSource source = new BackupSource("memory", "keep", session.orElseThrow(), _ -> {
            throw new AssertionError("no schema is named");
        }, new DecoderChain(List.of()));
        Findings findings = new Findings(source, run.query().channel(), "orders, newest first", run.matched(),
                Selection.all(run.rows()), Optional.of(Selection.of(run.rows(), List.of(2L))), run.ended());
        return new KeepModel(findings, folder, LocalDate.of(2026, 11, 22), new Away(Runnable::run, Runnable::run));
    }
}
