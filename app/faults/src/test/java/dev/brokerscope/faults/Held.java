package dev.brokerscope.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.brokerscope.api.broker.Batch;
import dev.brokerscope.api.broker.Cursor;
import dev.brokerscope.api.broker.OpenRequest;
import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.AttributeSchema;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.archive.Archive;
import dev.brokerscope.archive.ArchiveContents;
import dev.brokerscope.archive.ContentHasher;
import dev.brokerscope.archive.ContentMask;
import dev.brokerscope.archive.Verification;
import dev.brokerscope.archive.crypt.ArchiveKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// Looks at what an archive holds.
final class Held {

    private Held() {}

    static Path partial(Path file) {
        return Path.of(file + ".partial");
    }

    /// The unfinished file where there is one, else the sealed one.
    static Path now(Path file) {
        return Files.exists(partial(file)) ? partial(file) : file;
    }

    static boolean begun(Path file) {
        return Files.exists(partial(file)) || Files.exists(file);
    }

    static long messages(Path file) throws FaultException {
        try (Archive archive = Archive.open(file)) {
            return archive.contents().channels().stream().flatMap(c -> c.partitions().stream())
                    .flatMap(p -> p.coverage().stream()).mapToLong(ArchiveContents.Coverage::messages).sum();
        }
    }

    static String dump(Path file) throws FaultException, IOException {
        StringBuilder text = new StringBuilder();
        try (Archive archive = Archive.open(file)) {
            archive.dump(text);
        }
        return text.toString();
    }

    /// What is read of a channel, by anybody who has the key: a hash over all messages in order, with their positions.
    static String readout(Path file, ArchiveKeys keys, ChannelId channel)
            throws FaultException, InterruptedException {
        try (Archive archive = Archive.open(file, keys);
                Session session = archive.session();
                Cursor cursor = session.open(OpenRequest.everything(channel))) {
            ContentHasher hasher = new ContentHasher(AttributeSchema.EMPTY, ContentMask.ALL.withoutAttributes());
            long positions = 17;
            long messages = 0;
            Batch batch;
            do {
                batch = cursor.next(Duration.ofSeconds(1));
                for (Message message : batch.messages()) {
                    hasher.add(message);
                    positions = positions * 31 + message.position().hashCode();
                    messages++;
                }
            } while (!batch.end());
            return messages + " " + positions + " " + hasher.cut().toHex();
        }
    }

    static Verification verify(Path file, ArchiveKeys keys, Verification.Level level)
            throws FaultException, InterruptedException {
        return Archive.verify(file, keys, level, Verification.Listener.NONE);
    }

    static Verification verify(Path file, Verification.Level level) throws FaultException, InterruptedException {
        return Archive.verify(file, level, Verification.Listener.NONE);
    }

    /// Sound as far as it goes: what every interruption must leave.
    static void demandSound(Path file) throws FaultException, InterruptedException {
        Verification found = verify(file, Verification.Level.FULL);
        assertEquals(List.of(), found.problems(), "problems of " + file);
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    /// Files beside the archive that should have gone.
    static List<String> leftovers(Path file) throws IOException {
        try (Stream<Path> files = Files.list(file.toAbsolutePath().getParent())) {
            return files.map(f -> f.getFileName().toString()).filter(n -> !n.equals(file.getFileName().toString()))
                    .sorted().toList();
        }
    }
}
