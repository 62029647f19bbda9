package dev.brokerscope.core.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.api.decode.RegisteredSchema;
import dev.brokerscope.api.decode.Sample.Side;
import dev.brokerscope.api.decode.SchemaId;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.archive.Archive;
import dev.brokerscope.archive.ArchiveContents;
import dev.brokerscope.core.decode.DecoderChain;
import dev.brokerscope.core.job.Outcome;
import dev.brokerscope.core.lab.LabelDecoder;
import dev.brokerscope.core.lab.Lab;
import dev.brokerscope.core.lab.Tripwire;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupSchemasTest {

    @TempDir
    Path folder;

    private final AtomicInteger asked = new AtomicInteger();
    private Lab lab;
    private boolean down;

    @BeforeEach
    void setUp() throws Exception {
        lab = new Lab(folder);
        lab.decodeWith(new DecoderChain(List.of(new LabelDecoder())), this::find);
        lab.source().create("orders", 1);
    }

    @Test
    void embedsEachSchemaOnceWithItsReferences() throws Exception {
        publish(300, "schema 42: hello");

        BackupReport report = lab.backup(lab.plan("orders"));

        assertEquals(Outcome.COMPLETE, report.outcome(), report.summary());
        assertEquals(1, asked.get());
        try (Archive archive = Archive.open(lab.file())) {
            RegisteredSchema kept = archive.schemas().find(SchemaId.of("id", 42));
            assertEquals("schema of id:42", kept.content());
            assertEquals("common", kept.references().getFirst().name());
            assertEquals("orders-value", kept.subjects().getFirst().subject());
        }
    }

    @Test
    void countsHowManyMessagesUseASchema() throws Exception {
        publish(300, "schema 42: hello");
        publish(5, "schema 7: hello");

        lab.backup(lab.plan("orders"));

        assertEquals(300, use("id:42").count());
        assertEquals(5, use("id:7").count());
        assertEquals(Side.VALUE, use("id:7").side());
    }

    @Test
    void aRegistryThatIsDownCostsNoMessage() throws Exception {
        publish(50, "schema 42: hello");
        down = true;

        BackupReport report = lab.backup(lab.plan("orders"));

        assertEquals(Outcome.INCOMPLETE, report.outcome());
        assertEquals(50, report.messages());
        assertTrue(report.summary().contains("The registry is down."), report.summary());
        try (Archive archive = Archive.open(lab.file())) {
            assertEquals("registry-unavailable",
                    archive.contents().runs().getFirst().events().getFirst().kind());
            assertEquals(50, use("id:42").count());
        }
    }

    @Test
    void aSchemaThatDoesNotFitItsMessagesIsAnEvent() throws Exception {
        publish(3, "schema 13: hello");
        publish(3, "schema 42: hello");

        BackupReport report = lab.backup(lab.plan("orders"));

        assertEquals(6, report.messages());
        try (Archive archive = Archive.open(lab.file())) {
            List<ArchiveContents.Event> events = archive.contents().runs().getFirst().events();
            assertEquals(List.of("schema-misfit"), events.stream().map(ArchiveContents.Event::kind).toList());
            assertTrue(events.getFirst().detail().startsWith("The schema id:13 that http://registry gave does not fit"),
                    events.getFirst().detail());
        }
    }

    @Test
    void aSchemaThatNobodyKnowsIsNoted() throws Exception {
        publish(3, "schema 404: hello");

        BackupReport report = lab.backup(lab.plan("orders"));

        assertEquals(Outcome.COMPLETE, report.outcome(), report.summary());
        try (Archive archive = Archive.open(lab.file())) {
            assertTrue(archive.contents().schemas().stream()
                    .anyMatch(s -> s.id().equals(SchemaId.of("id", 404)) && !s.known()));
        }
    }

    @Test
    void countsRightAcrossAnInterruption() throws Exception {
        publish(3_000, "schema 42: " + "x".repeat(2_000));
        assertThrows(InterruptedException.class, () -> lab.backup(lab.plan("orders"), new Tripwire(1_500)));

        lab.backup(lab.plan("orders").resuming(true));

        assertEquals(3_000, use("id:42").count());
    }

    private void publish(int count, String value) throws Exception {
        for (int i = 0; i < count; i++) {
            lab.source().publish("orders", Message.at(0, 0, 0).value(Bytes.utf8(value).toArray()).build());
        }
    }

    private ArchiveContents.SchemaUse use(String id) throws Exception {
        try (Archive archive = Archive.open(lab.file())) {
            return archive.contents().channels().getFirst().schemas().stream()
                    .filter(u -> u.id().notation().equals(id)).findFirst().orElseThrow();
        }
    }

    private RegisteredSchema find(SchemaId id) throws FaultException {
        asked.incrementAndGet();
        if (down) {
            throw new FaultException(FaultKind.UNREACHABLE, "registry.down", "The registry is down.", "");
        }
        if (id.value().equals("404")) {
            throw new FaultException(FaultKind.NOT_FOUND, "schema.unknown", "No such schema.", "");
        }
        RegisteredSchema common = new RegisteredSchema(SchemaId.of("id", 1), "http://registry", "AVRO", "common",
                List.of(), List.of(new RegisteredSchema.SubjectVersion("common-value", 1)));
        return new RegisteredSchema(id, "http://registry", "AVRO",
                id.value().equals("13") ? "wrong" : "schema of " + id,
                List.of(new RegisteredSchema.Reference("common", common)),
                List.of(new RegisteredSchema.SubjectVersion("orders-value", 3)));
    }
}
