package dev.brokerscope.archive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.testkit.Readout;
import java.io.IOException;
import dev.brokerscope.archive.crypt.Protection;
import dev.brokerscope.archive.crypt.SlotLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A run that is written into several volumes holds what one volume would, whenever it broke off.
class SetWritingTest {

    private static final Rotation SMALL = new Rotation(OptionalLong.of(300_000), Optional.empty());

    @TempDir
    Path folder;

    private List<Message> messages = List.of();
    private Path set = Path.of("");

    @BeforeEach
    void prepare() {
        messages = TestArchives.messages(12_000, 1);
        set = folder.resolve("set");
    }

    private void write(Path target) throws Exception {
        try (ArchiveWriter writer = ArchiveWriter.create(new SetTarget(target, SMALL), TestArchives.run(messages, 1),
                TestArchives.options())) {
            TestArchives.append(writer, messages);
            TestArchives.complete(writer);
        }
    }

    @Test
    void cutsBlocksAsASingleVolumeDoes() throws Exception {
        write(set);
        Path single = folder.resolve("single.msgdb");
        TestArchives.write(single, messages, 1);
        assertTrue(volumes(set).size() >= 3, () -> volumes(set).toString());
        try (Archive one = Archive.open(single); Archive several = Archive.open(set)) {
            assertEquals(one.contentCuts(TestArchives.ORDERS, 0), several.contentCuts(TestArchives.ORDERS, 0));
            assertEquals(coverage(one).contentHash(), coverage(several).contentHash());
            assertEquals(coverage(one).messages(), coverage(several).messages());
            assertEquals(Optional.empty(), Readout.difference(messages, TestArchives.read(several).messages()));
        }
    }

    @Test
    void isSoundAndNamesEachVolumeByItsNumber() throws Exception {
        write(set);
        Verification found = Archive.verify(set, Verification.Level.DEEP, Verification.Listener.NONE);
        assertEquals(List.of(), found.problems());
        assertEquals(Verification.State.SOUND, found.state());
        assertEquals("volume-0001.msgdb", volumes(set).getFirst());
        assertFalse(Files.exists(set.resolve("set.lock")));
    }

    /// Each volume has a key of its own, so that no hash goes over the blocks of several.
    @ParameterizedTest
    @EnumSource
    void isSoundWhenItsVolumesAreEncrypted(Verification.Level level) throws Exception {
        SlotLock lock = SlotLock.passphrase("secret".toCharArray(), 1_000);
        try (ArchiveWriter writer = ArchiveWriter.create(new SetTarget(set, SMALL), TestArchives.run(messages, 1),
                TestArchives.options().protectedBy(Protection.of(lock)))) {
            TestArchives.append(writer, messages);
            TestArchives.complete(writer);
        }
        assertTrue(volumes(set).size() >= 3, () -> volumes(set).toString());
        Verification found =
                Archive.verify(set, Protection.of(lock).opening(), level, Verification.Listener.NONE);
        assertEquals(List.of(), found.problems());
        assertEquals(Verification.State.SOUND, found.state());
    }

    @Test
    void saysInEachVolumeWhatItCoversOfTheRun() throws Exception {
        write(set);
        Position next = Position.of(0, 0);
        for (String name : volumes(set)) {
            try (Archive volume = Archive.open(set.resolve(name))) {
                ArchiveContents.Coverage coverage = coverage(volume);
                assertEquals(next, coverage.begin());
                assertEquals(messages.size(), coverage.end().orElseThrow().lo());
                assertTrue(coverage.contentHash().isPresent());
                next = coverage.next();
            }
        }
        assertEquals(messages.size(), next.lo());
    }

    @Test
    void isTheSameByteForByteWhereverItBrokeOff() throws Exception {
        write(set);
        Path broken = folder.resolve("broken");
        try (ArchiveWriter writer = ArchiveWriter.create(new SetTarget(broken, SMALL), TestArchives.run(messages, 1),
                TestArchives.options())) {
            TestArchives.append(writer, messages.subList(0, 5_000));
        }
        for (int upTo = 7_000; upTo <= 11_000; upTo += 2_000) {
            try (ArchiveWriter writer = resume(broken)) {
                appendFromCheckpoints(writer, messages.subList(0, upTo));
            }
        }
        complete(broken);
        assertSame(set, broken);
    }

    @Test
    void goesOnBetweenTwoVolumes() throws Exception {
        write(set);
        Path broken = folder.resolve("broken");
        Files.createDirectory(broken);
        Files.copy(set.resolve("volume-0001.msgdb"), broken.resolve("volume-0001.msgdb"));
        assertEquals(Verification.State.UNFINISHED,
                Archive.verify(broken, Verification.Level.FULL, Verification.Listener.NONE).state());
        complete(broken);
        assertSame(set, broken);
    }

    @Test
    void finishesSealingAVolumeThatIsNotTheLast() throws Exception {
        write(set);
        Path broken = folder.resolve("broken");
        Files.createDirectory(broken);
        byte[] sealed = Files.readAllBytes(set.resolve("volume-0001.msgdb"));
        Files.write(broken.resolve("volume-0001.msgdb.partial"), Arrays.copyOf(sealed, sealed.length - 5_000));
        complete(broken);
        assertSame(set, broken);
    }

    @Test
    void refusesToResumeAnotherPlanInAnyState() throws Exception {
        write(set);
        Path broken = folder.resolve("broken");
        Files.createDirectory(broken);
        Files.copy(set.resolve("volume-0001.msgdb"), broken.resolve("volume-0001.msgdb"));
        FaultException other = assertThrows(FaultException.class, () -> ArchiveWriter
                .resume(new SetTarget(broken, SMALL), Bytes.utf8("other"), TestArchives.options()).close());
        assertEquals("archive.other-plan", other.fault().code());
        FaultException done = assertThrows(FaultException.class, () -> resume(set).close());
        assertEquals("archive.sealed", done.fault().code());
    }

    @Test
    void refusesANewRunWhileOneHasNotEnded() throws Exception {
        ArchiveWriter.create(new SetTarget(set, SMALL), TestArchives.run(messages, 1), TestArchives.options()).close();
        FaultException refused = assertThrows(FaultException.class, () -> write(set));
        assertEquals(FaultKind.REFUSED, refused.kind());
        assertEquals("set.unfinished", refused.fault().code());
    }

    /// Nobody can make anything there, not even who may do everything.
    @Test
    @EnabledOnOs(OS.LINUX)
    void saysThatAFolderCannotBeWritten() {
        for (String folder : new String[]{"/proc", "/proc/set"}) {
            FaultException fault = assertThrows(FaultException.class, () -> write(Path.of(folder)));
            assertEquals(FaultKind.FILE_ACCESS, fault.kind());
            assertTrue(fault.fault().message().contains(folder), fault.fault().message());
        }
    }

    @Test
    void tellsASecondWriterAtOnce() throws Exception {
        try (ArchiveWriter writer = ArchiveWriter.create(new SetTarget(set, SMALL), TestArchives.run(messages, 1),
                TestArchives.options())) {
            assertFalse(writer.checkpoints().isEmpty());
            FaultException locked = assertThrows(FaultException.class, () -> resume(set).close());
            assertEquals(FaultKind.LOCKED, locked.kind());
        }
    }

    @Test
    void addsARunBehindThoseThatAreThere() throws Exception {
        write(set);
        int before = volumes(set).size();
        List<Message> more = messages.stream()
                .map(m -> m.movedTo(0, 0, m.positionLo() + messages.size()).build()).limit(3_000).toList();
        RangeStart range =
                TestArchives.range(Position.of(0, messages.size()), Position.of(0, messages.size() + more.size()));
        try (ArchiveWriter writer = ArchiveWriter.create(new SetTarget(set, Rotation.NEVER),
                TestArchives.run(TestArchives.channel(TestArchives.ORDERS, List.of(range))),
                TestArchives.otherIds())) {
            TestArchives.append(writer, more);
            TestArchives.complete(writer);
        }
        assertEquals(before + 1, volumes(set).size());
        try (Archive archive = Archive.open(set)) {
            assertEquals(2, archive.contents().runs().size());
            assertEquals(messages.size() + more.size(), TestArchives.read(archive).messages().size());
        }
        assertEquals(List.of(),
                Archive.verify(set, Verification.Level.DEEP, Verification.Listener.NONE).problems());
    }

    @Test
    void rotatesByAgeAndDoesNotMindAClockThatJumps() throws Exception {
        long[] jumps = {0, -86_400_000L, 500_000L, -2_000_000_000L};
        int[] asked = {0};
        WriterOptions pinned = TestArchives.options();
        WriterOptions jumping = new WriterOptions(2, pinned.compression(),
                () -> Instant.ofEpochMilli(TestArchives.NOW + jumps[asked[0]++ % jumps.length]), UUID::randomUUID);
        Rotation atOnce = new Rotation(OptionalLong.empty(), Optional.of(Duration.ofNanos(1)));
        try (ArchiveWriter writer = ArchiveWriter.create(new SetTarget(set, atOnce), TestArchives.run(messages, 1),
                jumping)) {
            TestArchives.append(writer, messages);
            TestArchives.complete(writer);
        }
        assertTrue(volumes(set).size() > 3, () -> volumes(set).toString());
        try (Archive archive = Archive.open(set)) {
            assertEquals(Optional.empty(), Readout.difference(messages, TestArchives.read(archive).messages()));
        }
        assertEquals(Verification.State.SOUND,
                Archive.verify(set, Verification.Level.DEEP, Verification.Listener.NONE).state());
    }

    private static ArchiveWriter resume(Path target) throws Exception {
        return ArchiveWriter.resume(new SetTarget(target, SMALL), TestArchives.PLAN_HASH, TestArchives.options());
    }

    private void complete(Path target) throws Exception {
        try (ArchiveWriter writer = resume(target)) {
            appendFromCheckpoints(writer, messages);
            TestArchives.complete(writer);
        }
    }

    private static void appendFromCheckpoints(ArchiveWriter writer, List<Message> messages) throws Exception {
        Map<Integer, Position> next = new HashMap<>();
        writer.checkpoints().forEach(c -> next.put(c.next().partition(), c.next()));
        for (Message message : messages) {
            if (message.position().compareTo(next.getOrDefault(message.partition(), message.position())) >= 0) {
                writer.append(TestArchives.ORDERS, message);
            }
        }
    }

    private static ArchiveContents.Coverage coverage(Archive archive) throws FaultException {
        return archive.contents().channels().getFirst().partitions().getFirst().coverage().getFirst();
    }

    private static List<String> volumes(Path target) {
        try (Stream<Path> files = Files.list(target)) {
            return files.map(f -> f.getFileName().toString()).filter(n -> n.contains(".msgdb")).sorted().toList();
        } catch (IOException e) {
            return List.of(e.toString());
        }
    }

    private static void assertSame(Path expected, Path found) throws Exception {
        assertEquals(volumes(expected), volumes(found));
        for (String name : volumes(expected)) {
            assertArrayEquals(Files.readAllBytes(expected.resolve(name)), Files.readAllBytes(found.resolve(name)),
                    name);
        }
    }
}
