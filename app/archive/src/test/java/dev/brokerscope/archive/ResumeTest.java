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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A run that broke off goes on where the file says, and ends as if nothing had happened.
class ResumeTest {

    @TempDir
    Path folder;

    @Test
    void endsLikeARunThatWasNeverInterrupted() throws Exception {
        List<Message> messages = TestArchives.messages(6_000, 3);
        Path whole = folder.resolve("whole.msgdb");
        TestArchives.write(whole, messages, 3);
        Path broken = folder.resolve("broken.msgdb");
        try (ArchiveWriter writer = ArchiveWriter.create(broken, TestArchives.run(messages, 3),
                TestArchives.options())) {
            TestArchives.append(writer, messages.subList(0, 2_500));
        }
        for (int upTo = 3_000; upTo <= 5_000; upTo += 1_000) {
            try (ArchiveWriter writer = ArchiveWriter.resume(broken, TestArchives.PLAN_HASH, TestArchives.options())) {
                appendFromCheckpoints(writer, messages.subList(0, upTo));
                writer.commit();
            }
        }
        try (ArchiveWriter writer = ArchiveWriter.resume(broken, TestArchives.PLAN_HASH, TestArchives.options())) {
            appendFromCheckpoints(writer, messages);
            TestArchives.complete(writer);
        }
        assertEquals(dump(whole), dump(broken));
    }

    @Test
    void isTheSameFileByteForByteWhenOnePartitionIsRead() throws Exception {
        List<Message> messages = TestArchives.messages(4_000, 1);
        Path whole = folder.resolve("whole.msgdb");
        TestArchives.write(whole, messages, 1);
        Path broken = folder.resolve("broken.msgdb");
        try (ArchiveWriter writer = ArchiveWriter.create(broken, TestArchives.run(messages, 1),
                TestArchives.options())) {
            TestArchives.append(writer, messages.subList(0, 2_500));
            writer.commit();
        }
        try (ArchiveWriter writer = ArchiveWriter.resume(broken, TestArchives.PLAN_HASH, TestArchives.options())) {
            appendFromCheckpoints(writer, messages);
            TestArchives.complete(writer);
        }
        assertArrayEquals(Files.readAllBytes(whole), Files.readAllBytes(broken));
    }

    @Test
    void neverChecksInAheadOfWhatIsSaved() throws Exception {
        List<Message> messages = TestArchives.messages(2_000, 1);
        Path file = folder.resolve("a.msgdb");
        try (ArchiveWriter writer = ArchiveWriter.create(file, TestArchives.run(messages, 1),
                TestArchives.options())) {
            TestArchives.append(writer, messages.subList(0, 1_990));
            writer.checkpoint(TestArchives.ORDERS, List.of(Position.of(0, 1_990)));
            writer.commit();
            long saved = writer.checkpoints().getFirst().next().lo();
            assertTrue(saved < 1_990, () -> "the open block is not saved, but " + saved + " is");
            assertEquals(saved, writer.written().messages());
        }
        try (Archive archive = Archive.open(folder.resolve("a.msgdb.partial"))) {
            assertEquals(TestArchives.read(archive).messages().size(),
                    archive.contents().channels().getFirst().partitions().getFirst().coverage().getFirst().next().lo());
        }
    }

    @Test
    void finishesSealingThatWasInterrupted() throws Exception {
        List<Message> messages = TestArchives.messages(500, 1);
        Path file = folder.resolve("a.msgdb");
        TestArchives.write(file, messages, 1);
        byte[] sealed = Files.readAllBytes(file);
        Files.move(file, folder.resolve("a.msgdb.partial"));
        Files.write(folder.resolve("a.msgdb.partial"), java.util.Arrays.copyOf(sealed, sealed.length - 5_000));
        try (ArchiveWriter writer = ArchiveWriter.resume(file, TestArchives.PLAN_HASH, TestArchives.options())) {
            writer.finish(RunOutcome.COMPLETE);
            writer.seal();
        }
        assertArrayEquals(sealed, Files.readAllBytes(file));
    }

    @Test
    void takesNothingMoreOnceTheRunHasEnded() throws Exception {
        List<Message> messages = TestArchives.messages(100, 1);
        Path file = folder.resolve("a.msgdb");
        try (ArchiveWriter writer = ArchiveWriter.create(file, TestArchives.run(messages, 1),
                TestArchives.options())) {
            TestArchives.append(writer, messages);
            writer.finish(RunOutcome.COMPLETE);
        }
        try (ArchiveWriter writer = ArchiveWriter.resume(file, TestArchives.PLAN_HASH, TestArchives.options())) {
            assertTrue(writer.checkpoints().stream().allMatch(Checkpoint::done));
            assertThrows(IllegalStateException.class,
                    () -> writer.append(TestArchives.ORDERS, Message.at(0, 0, 100).build()));
            TestArchives.complete(writer);
        }
        try (Archive archive = Archive.open(file)) {
            assertEquals(100, TestArchives.read(archive).messages().size());
        }
    }

    @Test
    void canBeReadWhileItIsWritten() throws Exception {
        List<Message> messages = TestArchives.messages(3_000, 1);
        Path file = folder.resolve("a.msgdb");
        try (ArchiveWriter writer = ArchiveWriter.create(file, TestArchives.run(messages, 1),
                TestArchives.options())) {
            TestArchives.append(writer, messages);
            writer.commit();
            try (Archive archive = Archive.open(folder.resolve("a.msgdb.partial"))) {
                assertEquals(writer.written().messages(), TestArchives.read(archive).messages().size());
                assertTrue(archive.contents().seal() instanceof ArchiveContents.Seal.Unfinished);
            }
            TestArchives.complete(writer);
        }
        assertEquals(Verification.State.SOUND,
                Archive.verify(file, Verification.Level.FULL, Verification.Listener.NONE).state());
    }

    @Test
    void leavesNoLockAndAReadablePartialWhenClosed() throws Exception {
        List<Message> messages = TestArchives.messages(100, 1);
        Path file = folder.resolve("a.msgdb");
        ArchiveWriter.create(file, TestArchives.run(messages, 1), TestArchives.options()).close();
        assertFalse(Files.exists(folder.resolve("a.msgdb.lock")));
        assertEquals(Verification.State.UNFINISHED, Archive
                .verify(folder.resolve("a.msgdb.partial"), Verification.Level.DEEP, Verification.Listener.NONE)
                .state());
    }

    @Test
    void refusesAnotherPlan() throws Exception {
        Path file = folder.resolve("a.msgdb");
        ArchiveWriter.create(file, TestArchives.run(TestArchives.messages(100, 1), 1), TestArchives.options()).close();
        FaultException refused = assertThrows(FaultException.class,
                () -> ArchiveWriter.resume(file, Bytes.utf8("other"), TestArchives.options()).close());
        assertEquals(FaultKind.REFUSED, refused.kind());
    }

    @Test
    void refusesToResumeWhatIsSealed() throws Exception {
        Path file = folder.resolve("a.msgdb");
        TestArchives.write(file, TestArchives.messages(100, 1), 1);
        FaultException refused = assertThrows(FaultException.class,
                () -> ArchiveWriter.resume(file, TestArchives.PLAN_HASH, TestArchives.options()).close());
        assertEquals(FaultKind.REFUSED, refused.kind());
    }

    @Test
    void saysThatThereIsNothingToResume() {
        FaultException missing = assertThrows(FaultException.class, () -> ArchiveWriter
                .resume(folder.resolve("none.msgdb"), TestArchives.PLAN_HASH, TestArchives.options()).close());
        assertEquals(FaultKind.NOT_FOUND, missing.kind());
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

    private static String dump(Path file) throws Exception {
        StringBuilder out = new StringBuilder();
        try (Archive archive = Archive.open(file)) {
            archive.dump(out);
        }
        return out.toString();
    }
}
