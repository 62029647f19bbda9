package dev.brokerscope.archive;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.Position;
import java.nio.file.Path;
import java.util.List;

/// Runs in a process of its own, on a file system that is too small: fills it, makes room, resumes, checks.
/// Prints one word for each step.
final class SmallDisk {

    private static final int COUNT = 12_000;

    private SmallDisk() {}

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        Path file = folder.resolve("a.msgdb");
        List<Message> messages = TestArchives.messages(COUNT, 1);
        try (ArchiveWriter writer = ArchiveWriter.create(file, TestArchives.run(messages, 1),
                TestArchives.options())) {
            fill(writer, messages);
        } catch (FaultException e) {
            System.out.println(e.kind());
        }
        System.out.println(
                Archive.verify(folder.resolve("a.msgdb.partial"), Verification.Level.DEEP, Verification.Listener.NONE)
                        .state());
        new ProcessBuilder("mount", "-o", "remount,size=100m", folder.toString()).inheritIO().start().waitFor();
        try (ArchiveWriter writer = ArchiveWriter.resume(file, TestArchives.PLAN_HASH, TestArchives.options())) {
            fill(writer, messages);
        }
        Verification deep = Archive.verify(file, Verification.Level.DEEP, Verification.Listener.NONE);
        System.out.println(deep.state() + " " + (deep.messages() == COUNT));
    }

    private static void fill(ArchiveWriter writer, List<Message> messages) throws Exception {
        Position next = writer.checkpoints().getFirst().next();
        for (Message message : messages) {
            if (message.position().compareTo(next) >= 0) {
                writer.append(TestArchives.ORDERS, message);
            }
        }
        TestArchives.complete(writer);
    }
}
