package dev.brokerscope.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.archive.block.Compression;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.testkit.Readout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs of archives are taken over into new ones.
class RunCopyTest {

    @TempDir
    Path folder;

    @Test
    void aWholeRunIsTheSameRunInAnotherArchive() throws Exception {
        List<Message> messages = TestArchives.messages(5_000, 3);
        Path original = folder.resolve("a.msgdb");
        TestArchives.write(original, messages, 3);
        Path copy = folder.resolve("b.msgdb");
        try (Archive source = Archive.open(original);
                ArchiveWriter writer = ArchiveWriter.create(copy, whole(source), "test", other())) {
            fill(writer, messages, source);
            writer.seal();
        }
        assertEquals(dump(original), dump(copy));
        assertEquals(Verification.State.SOUND,
                Archive.verify(copy, Verification.Level.DEEP, Verification.Listener.NONE).state());
    }

    @Test
    void severalRunsStandInOneArchive() throws Exception {
        List<Message> messages = TestArchives.messages(3_000, 1);
        Path first = folder.resolve("a.msgdb");
        Path second = folder.resolve("b.msgdb");
        TestArchives.write(first, messages.subList(0, 1_000), 1);
        writeLater(second, messages.subList(1_000, 3_000));
        Path both = folder.resolve("both.msgdb");
        try (Archive a = Archive.open(first); Archive b = Archive.open(second);
                ArchiveWriter writer = ArchiveWriter.create(both, whole(a), "test", other())) {
            fill(writer, messages.subList(0, 1_000), a);
            writer.next(whole(b));
            fill(writer, messages.subList(1_000, 3_000), b);
            writer.seal();
        }
        assertEquals(Verification.State.SOUND,
                Archive.verify(both, Verification.Level.DEEP, Verification.Listener.NONE).state());
        try (Archive archive = Archive.open(both)) {
            assertEquals(Optional.empty(), Readout.difference(messages, TestArchives.read(archive).messages()));
            assertEquals(2, archive.contents().runs().size());
            assertEquals(1, archive.contents().channels().size());
        }
    }

    @Test
    void whatIsDiscardedLeavesNothing() throws Exception {
        List<Message> messages = TestArchives.messages(10, 1);
        Path original = folder.resolve("a.msgdb");
        TestArchives.write(original, messages, 1);
        Path copy = folder.resolve("b.msgdb");
        try (Archive source = Archive.open(original)) {
            ArchiveWriter.create(copy, whole(source), "test", other()).discard();
        }
        try (var files = Files.list(folder)) {
            assertFalse(files.anyMatch(f -> f.getFileName().toString().startsWith("b.msgdb")));
        }
    }

    private void writeLater(Path target, List<Message> messages) throws Exception {
        RunStart run = TestArchives.run(TestArchives.channel(TestArchives.ORDERS, List.of(TestArchives.range(
                messages.getFirst().position(), messages.getLast().position().next()))));
        try (ArchiveWriter writer = ArchiveWriter.create(target, run, other())) {
            TestArchives.append(writer, messages);
            TestArchives.complete(writer);
        }
    }

    private static void fill(ArchiveWriter writer, List<Message> messages, Archive source) throws Exception {
        TestArchives.append(writer, messages);
        writer.finish(RunOutcome.COMPLETE, source.contents().runs().getFirst().finishedAt().orElseThrow());
    }

    /// Ids of its own.
    private static WriterOptions other() {
        WriterOptions pinned = TestArchives.options();
        return new WriterOptions(pinned.workers(), new Compression(Compression.Codec.ZSTD, 3), pinned.clock(),
                UUID::randomUUID);
    }

    private static RunCopy whole(Archive source) throws FaultException {
        ArchiveContents.Run run = source.contents().runs().getFirst();
        List<RunCopy.Range> ranges = source.contents().channels().stream().flatMap(c -> c.partitions().stream()
                .flatMap(p -> p.coverage().stream()).map(r -> new RunCopy.Range(c.id(), r.begin(), r.end()))).toList();
        return new RunCopy(source, run.id(), run.id(), run.fidelity(), ranges, true);
    }

    /// Without what tells one volume from another.
    private static String dump(Path file) throws Exception {
        try (Archive archive = Archive.open(file)) {
            StringBuilder text = new StringBuilder();
            archive.dump(text);
            return text.toString().lines().filter(l -> !l.startsWith("archive\t")).collect(Collectors.joining("\n"));
        }
    }
}
