package dev.brokerscope.archive;

import dev.brokerscope.api.message.Message;
import dev.brokerscope.archive.crypt.Protection;
import dev.brokerscope.archive.crypt.SlotLock;
import java.nio.file.Path;
import java.util.List;

/// Encrypted archives for tests.
final class EncryptedArchives {

    private EncryptedArchives() {}

    static void write(Path target, List<Message> messages, int partitions, SlotLock... locks) throws Exception {
        write(target, TestArchives.run(messages, partitions), messages, locks);
    }

    static void write(Path target, RunStart run, List<Message> messages, SlotLock... locks) throws Exception {
        WriterOptions options = TestArchives.options().protectedBy(Protection.of(locks));
        try (ArchiveWriter writer = ArchiveWriter.create(target, run, options)) {
            TestArchives.append(writer, messages);
            TestArchives.complete(writer);
        }
    }
}
