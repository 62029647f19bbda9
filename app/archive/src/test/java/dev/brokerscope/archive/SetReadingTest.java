package dev.brokerscope.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.testkit.Readout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A folder of volumes reads as one archive, or says why it is none.
class SetReadingTest {

    private static final int EACH = 700;

    @TempDir
    Path folder;

    private Path set;
    private List<Message> messages = List.of();

    /// Three volumes of one run over two partitions.
    @BeforeEach
    void write() throws Exception {
        messages = TestArchives.messages(EACH * 3, 2);
        set = Files.createDirectory(folder.resolve("set"));
        Optional<Bytes> previous = Optional.empty();
        for (int number = 1; number <= 3; number++) {
            previous = Optional.of(volume(number, previous));
        }
    }

    private Path file(int number) {
        return set.resolve("volume-000" + number + ".msgdb");
    }

    private Bytes volume(int number, Optional<Bytes> previous) throws Exception {
        List<Message> part = messages.subList((number - 1) * EACH, number * EACH);
        List<RangeStart> ranges = new ArrayList<>();
        for (int partition = 0; partition < 2; partition++) {
            int p = partition;
            Position begin = part.stream().filter(m -> m.partition() == p).findFirst().orElseThrow().position();
            Position end = part.stream().filter(m -> m.partition() == p).reduce((_, last) -> last).orElseThrow()
                    .position().next();
            ranges.add(TestArchives.range(begin, end));
        }
        Path file = file(number);
        ArchiveWriter.create(file, TestArchives.run(TestArchives.channel(TestArchives.ORDERS, ranges)),
                TestArchives.options()).close();
        try (Connection db = DriverManager.getConnection("jdbc:sqlite:" + file + ".partial");
                PreparedStatement place = db.prepareStatement("UPDATE archive SET volume_no = ?, volume_uuid = ?,"
                        + " previous_root = ?")) {
            place.setInt(1, number);
            place.setBytes(2, RunRows.uuid(new UUID(7, number)));
            place.setBytes(3, previous.map(Bytes::toArray).orElse(null));
            place.executeUpdate();
        }
        try (ArchiveWriter writer = ArchiveWriter.resume(file, TestArchives.PLAN_HASH, TestArchives.options())) {
            TestArchives.append(writer, part);
            writer.finish(RunOutcome.COMPLETE);
            return writer.seal();
        }
    }

    @Test
    void readsEveryMessageOnceAndInOrder() throws Exception {
        try (Archive archive = Archive.open(set)) {
            List<Message> read = TestArchives.read(archive).messages();
            assertEquals(messages.size(), read.size());
            for (int partition = 0; partition < 2; partition++) {
                int p = partition;
                assertEquals(Optional.empty(),
                        Readout.difference(messages.stream().filter(m -> m.partition() == p).toList(),
                                read.stream().filter(m -> m.partition() == p).toList()));
            }
        }
    }

    @Test
    void findsASingleMessageInWhicheverVolume() throws Exception {
        try (Archive archive = Archive.open(set)) {
            for (int at : new int[]{0, EACH, EACH * 3 - 1}) {
                Message wanted = messages.get(at);
                Message found = archive.message(TestArchives.ORDERS, wanted.position()).orElseThrow();
                assertEquals(Optional.empty(), Readout.difference(List.of(wanted), List.of(found)));
            }
        }
    }

    @Test
    void showsOneRunWithOneRangeForEachPartition() throws Exception {
        try (Archive archive = Archive.open(set)) {
            ArchiveContents contents = archive.contents();
            assertEquals(1, contents.runs().size());
            assertEquals(RunState.COMPLETE, contents.runs().getFirst().state());
            assertEquals(List.of(1L, 2L, 3L), contents.volumes().stream().map(ArchiveContents.Volume::number).toList());
            ArchiveContents.Coverage coverage =
                    contents.channels().getFirst().partitions().getFirst().coverage().getFirst();
            assertEquals(0, coverage.begin().lo());
            assertEquals(messages.stream().filter(m -> m.partition() == 0).count(), coverage.messages());
            assertTrue(coverage.contentHash().isPresent());
        }
    }

    @Test
    void isSoundWhenEachVolumeIsAndAllFit() throws Exception {
        Verification found = Archive.verify(set, Verification.Level.DEEP, Verification.Listener.NONE);
        assertEquals(List.of(), found.problems());
        assertEquals(Verification.State.SOUND, found.state());
        assertEquals(messages.size(), found.messages());
    }

    @Test
    void saysThatTheFirstVolumesAreAbsent() throws Exception {
        Files.delete(file(1));
        Verification found = Archive.verify(set, Verification.Level.FULL, Verification.Listener.NONE);
        assertEquals(Verification.State.SOUND, found.state());
        assertEquals(List.of("Volume 1 is not there: the set begins with volume 2."), found.remarks());
        try (Archive archive = Archive.open(set)) {
            assertEquals(EACH * 2, TestArchives.read(archive).messages().size());
        }
    }

    @Test
    void takesAHoleInTheMiddleForDamage() throws Exception {
        Files.delete(file(2));
        FaultException hole = assertThrows(FaultException.class, () -> Archive.open(set).close());
        assertEquals(FaultKind.CORRUPT, hole.kind());
        assertTrue(hole.fault().message().contains("Volume 2 "), hole.fault().message());
        assertEquals(List.of("set.hole"), Archive.verify(set, Verification.Level.QUICK, Verification.Listener.NONE)
                .problems().stream().map(Verification.Problem::code).toList());
    }

    @Test
    void refusesAFolderOfDifferentArchives() throws Exception {
        TestArchives.write(set.resolve("other.msgdb"), TestArchives.messages(10, 1), 1, TestArchives.otherIds());
        FaultException several = assertThrows(FaultException.class, () -> Archive.open(set).close());
        assertEquals("archive.several", several.fault().code());
        assertEquals(FaultKind.USAGE, several.kind());
    }

    @Test
    void refusesTheSameVolumeTwice() throws Exception {
        Files.copy(file(2), set.resolve("copy.msgdb"));
        FaultException twice = assertThrows(FaultException.class, () -> Archive.open(set).close());
        assertEquals("set.twice", twice.fault().code());
    }

    @Test
    void findsDamageInAnyVolumeAndSaysInWhich() throws Exception {
        byte[] bytes = Files.readAllBytes(file(2));
        bytes[bytes.length / 2] ^= 1;
        Files.write(file(2), bytes);
        Verification found = Archive.verify(set, Verification.Level.FULL, Verification.Listener.NONE);
        assertEquals(Verification.State.DAMAGED, found.state());
        assertTrue(found.problems().getFirst().message().startsWith("volume-0002.msgdb: "),
                () -> found.problems().toString());
    }
}
