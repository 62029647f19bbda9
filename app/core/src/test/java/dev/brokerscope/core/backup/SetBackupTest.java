package dev.brokerscope.core.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.api.broker.GapReason;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.archive.Archive;
import dev.brokerscope.archive.ArchiveContents;
import dev.brokerscope.archive.ArchiveWriter;
import dev.brokerscope.archive.Rotation;
import dev.brokerscope.archive.RunKind;
import dev.brokerscope.archive.RunState;
import dev.brokerscope.archive.SetTarget;
import dev.brokerscope.archive.Verification;
import dev.brokerscope.archive.WriterOptions;
import dev.brokerscope.core.job.Outcome;
import dev.brokerscope.core.lab.Lab;
import dev.brokerscope.core.lab.Tripwire;
import dev.brokerscope.core.slice.Slice;
import dev.brokerscope.plugin.memory.MemoryBroker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs that are put into a set, one behind the other.
class SetBackupTest {

    private static final Rotation SMALL = new Rotation(OptionalLong.of(400_000), Optional.empty());

    @TempDir
    Path folder;

    private Lab lab;
    private Path set;
    private int published;

    @BeforeEach
    void setUp() throws Exception {
        lab = new Lab(folder);
        set = folder.resolve("set");
        lab.source().create("orders", 2);
        publish(1_000);
    }

    private void publish(int count) throws FaultException {
        Random random = new Random(published);
        for (int i = 0; i < count; i++) {
            byte[] value = new byte[1_000];
            random.nextBytes(value);
            String key = "k" + published++;
            lab.source().publish("orders",
                    Message.at(i % 2, 0, 0).key(Bytes.utf8(key).toArray()).value(value).build());
        }
    }

    private BackupPlan plan(SetOptions options) {
        return BackupPlan.of(List.of(Slice.whole(MemoryBroker.id("orders"))), set).into(options);
    }

    private BackupReport sinceLast() throws Exception {
        return lab.backup(plan(SetOptions.STANDARD.sinceLast(true)));
    }

    @Test
    void theFirstRunSinceTheLastIsAWholeOneAndTheNextOnlyWhatCameSince() throws Exception {
        assertEquals(1_000, sinceLast().messages());
        publish(300);

        BackupReport second = sinceLast();

        assertEquals(300, second.messages());
        assertEquals(Outcome.COMPLETE, second.outcome(), second.summary());
        assertEquals(List.of(RunKind.SNAPSHOT, RunKind.INCREMENTAL),
                contents().runs().stream().map(ArchiveContents.Run::kind).toList());
        assertHoldsEverythingOnce();
    }

    @Test
    void aRunThatFindsNothingNewIsComplete() throws Exception {
        sinceLast();
        BackupReport second = sinceLast();
        assertEquals(0, second.messages());
        assertEquals(Outcome.COMPLETE, second.outcome(), second.summary());
        assertHoldsEverythingOnce();
    }

    @Test
    void aSecondWholeRunIsRefused() throws Exception {
        lab.backup(plan(SetOptions.STANDARD));
        FaultException refused = assertThrows(FaultException.class, () -> lab.backup(plan(SetOptions.STANDARD)));
        assertEquals(FaultKind.REFUSED, refused.kind());
        assertTrue(refused.fault().remedy().contains("--since-last"), refused.fault().remedy());
    }

    @Test
    void whatRetentionTookSinceTheLastRunIsMissingAndSaid() throws Exception {
        sinceLast();
        publish(400);
        lab.source().trim("orders", Position.of(0, 600));

        BackupReport second = sinceLast();

        assertEquals(Outcome.INCOMPLETE, second.outcome(), second.summary());
        assertEquals(100, second.channels().getFirst().gaps().get(GapReason.RETENTION));
        assertEquals(RunState.COMPLETE_WITH_GAPS, contents().runs().getLast().state());
        assertSound();
    }

    @Test
    void whatRetentionTookOfWhatIsThereAlreadyIsNoLoss() throws Exception {
        sinceLast();
        publish(400);
        lab.source().trim("orders", Position.of(0, 500));
        assertEquals(Outcome.COMPLETE, sinceLast().outcome());
        assertSound();
    }

    @Test
    void aRecreatedChannelIsReadFromItsBeginningAsAnotherIncarnation() throws Exception {
        sinceLast();
        lab.source().delete("orders");
        lab.source().create("orders", 2);
        publish(50);

        BackupReport second = sinceLast();

        assertEquals(50, second.messages());
        ArchiveContents contents = contents();
        assertEquals(List.of("orders", "orders~1"), contents.channels().stream().map(c -> c.id().name()).toList());
        assertEquals(List.of("channel-recreated"),
                contents.runs().getLast().events().stream().map(ArchiveContents.Event::kind).toList());
        assertSound();
    }

    @Test
    void aBeginningAndSinceTheLastExcludeEachOther() throws Exception {
        sinceLast();
        BackupPlan newest = BackupPlan.of(List.of(Slice.whole(MemoryBroker.id("orders")).newest(10)), set)
                .into(SetOptions.STANDARD.sinceLast(true));
        assertEquals(FaultKind.USAGE, assertThrows(FaultException.class, () -> lab.backup(newest)).kind());
    }

    @Test
    void aCancelledRunInASetIsResumedWhereItWas() throws Exception {
        SetOptions small = SetOptions.STANDARD.rotating(SMALL);
        assertThrows(InterruptedException.class, () -> lab.backup(plan(small), new Tripwire(700)));
        FaultException unfinished = assertThrows(FaultException.class, () -> lab.backup(plan(small)));
        assertEquals("output.unfinished", unfinished.fault().code());

        BackupReport report = lab.backup(plan(small).resuming(true));

        assertEquals(1_000, report.messages());
        assertTrue(report.resumed());
        assertTrue(contents().volumes().size() > 1);
        assertEquals(1, contents().runs().size());
        assertHoldsEverythingOnce();
        assertSound();
    }

    @Test
    void goesOnBetweenTwoVolumesAndBehindAFinishedRun() throws Exception {
        SetOptions small = SetOptions.STANDARD.rotating(SMALL).sinceLast(true);
        lab.backup(plan(small));
        try (Stream<Path> files = Files.list(set)) {
            for (Path later : files.filter(f -> !f.endsWith("volume-0001.msgdb")).toList()) {
                Files.delete(later);
            }
        }
        assertEquals(1_000, lab.backup(plan(small).resuming(true)).messages());
        publish(200);
        assertEquals(200, lab.backup(plan(small).resuming(true)).messages());
        assertHoldsEverythingOnce();
        assertSound();
    }

    @Test
    void aSecondProgramIsToldAtOnce() throws Exception {
        SetTarget target = new SetTarget(set, Rotation.NEVER);
        lab.backup(plan(SetOptions.STANDARD));
        ArchiveContents.Run run = contents().runs().getFirst();
        publish(10);
        Cut cut = new Cut(lab.backupSource(), new Provenance("", "", ""), plan(SetOptions.STANDARD.sinceLast(true)),
                LastRuns.read(set, lab.backupSource()), java.time.InstantSource.system(),
                new dev.brokerscope.core.job.Progress());
        try (ArchiveWriter busy = ArchiveWriter.create(target, cut.take(), WriterOptions.standard())) {
            assertTrue(busy.checkpoints().stream().noneMatch(c -> c.begin().lo() == 0), run::toString);
            assertEquals(FaultKind.LOCKED, assertThrows(FaultException.class, this::sinceLast).kind());
            assertEquals(FaultKind.LOCKED, assertThrows(FaultException.class,
                    () -> lab.backup(plan(SetOptions.STANDARD.sinceLast(true)).resuming(true))).kind());
        }
    }

    private ArchiveContents contents() throws FaultException {
        try (Archive archive = Archive.open(set)) {
            return archive.contents();
        }
    }

    private void assertSound() throws Exception {
        Verification found = Archive.verify(set, Verification.Level.DEEP, Verification.Listener.NONE);
        assertEquals(List.of(), found.problems());
        assertEquals(Verification.State.SOUND, found.state());
    }

    private void assertHoldsEverythingOnce() throws Exception {
        List<String> keys = new ArrayList<>();
        try (Archive archive = Archive.open(set)) {
            for (Message message : Lab.read(archive.session(), MemoryBroker.id("orders"))) {
                keys.add(message.key().orElseThrow().utf8());
            }
        }
        assertEquals(published, keys.size());
        assertEquals(published, keys.stream().distinct().count());
    }
}
