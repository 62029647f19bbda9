package dev.brokerscope.archive;

import dev.brokerscope.api.broker.GapReason;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.archive.crypt.FileKey;
import dev.brokerscope.archive.crypt.Protection;
import dev.brokerscope.archive.crypt.SlotLock;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/// Makes the archives that are kept as witnesses of a version of the format.
final class GoldenFiles {

    static final String KEY = "no secret: this key opens a file that everybody may read";
    private static final int COUNT = 400;
    private static final int LARGE = 5_000;

    private final Path folder;
    private final List<Message> messages = TestArchives.messages(COUNT, 2).stream()
            .map(m -> m.valueSize() > LARGE
                    ? m.movedTo(m.partition(), 0, m.positionLo()).value(new byte[LARGE]).build()
                    : m)
            .toList();

    GoldenFiles(Path folder) {
        this.folder = folder;
    }

    void write() throws Exception {
        plain();
        holes();
        set();
        encrypted();
        masked();
        merged();
    }

    private void plain() throws Exception {
        TestArchives.write(folder.resolve("plain.msgdb"), messages, 2);
    }

    private void holes() throws Exception {
        List<Message> some = messages.stream().filter(m -> m.partition() == 0 && m.positionLo() % 5 != 0).toList();
        RangeStart range = TestArchives.range(Position.of(0, 0), Position.of(0, 1_000));
        try (ArchiveWriter writer = ArchiveWriter.create(folder.resolve("holes.msgdb"),
                TestArchives.run(TestArchives.channel(TestArchives.ORDERS, List.of(range))), TestArchives.options())) {
            long next = 0;
            for (Message message : some) {
                if (message.positionLo() > next) {
                    writer.gap(TestArchives.ORDERS,
                            TestArchives.gap(0, next, message.positionLo(), GapReason.COMPACTED), "");
                }
                writer.append(TestArchives.ORDERS, message);
                next = message.positionLo() + 1;
            }
            writer.gap(TestArchives.ORDERS, TestArchives.gap(0, next, 1_000, GapReason.RETENTION), "gone");
            writer.checkpoint(TestArchives.ORDERS, List.of(Position.of(0, 1_000)));
            writer.finish(RunOutcome.COMPLETE);
            writer.seal();
        }
    }

    private void set() throws Exception {
        List<Message> many = new ArrayList<>();
        for (Message message : messages) {
            many.add(message.movedTo(message.partition(), 0, message.positionLo())
                    .value(new byte[3_000]).build());
        }
        Rotation rotation = new Rotation(OptionalLong.of(16_384), Optional.empty());
        try (ArchiveWriter writer = ArchiveWriter.create(new SetTarget(folder.resolve("set"), rotation),
                TestArchives.run(many, 2), TestArchives.options())) {
            TestArchives.append(writer, many);
            TestArchives.complete(writer);
        }
    }

    static FileKey key(Path folder) throws Exception {
        return FileKey.read(Files.writeString(folder.resolve("key"), KEY));
    }

    private void encrypted() throws Exception {
        WriterOptions options = TestArchives.options().protectedBy(Protection.of(new SlotLock.ByFile(key(folder))));
        TestArchives.write(folder.resolve("encrypted.msgdb"), messages, 2, options);
        Files.delete(folder.resolve("key"));
    }

    private void masked() throws Exception {
        RunStart verbatim = TestArchives.run(messages, 2);
        RunStart run = new RunStart(verbatim.source(), RunKind.SELECTION, RunFidelity.MASKED, verbatim.plan(),
                verbatim.planHash(), verbatim.isolation(), verbatim.actor(), verbatim.host(), verbatim.writer(),
                verbatim.startedAt(), verbatim.cutAt(), verbatim.channels());
        try (ArchiveWriter writer = ArchiveWriter.create(folder.resolve("masked.msgdb"), run, TestArchives.options())) {
            TestArchives.append(writer, messages);
            TestArchives.complete(writer);
        }
    }

    private void merged() throws Exception {
        List<Long> ends = TestArchives.ranges(messages, 2).stream().map(r -> r.end().orElseThrow().lo()).toList();
        List<Message> more = messages.stream()
                .map(m -> m.movedTo(m.partition(), 0, m.positionLo() + ends.get(m.partition())).build()).toList();
        List<RangeStart> ranges = List.of(
                TestArchives.range(Position.of(0, ends.get(0)), Position.of(0, 2 * ends.get(0))),
                TestArchives.range(Position.of(1, ends.get(1)), Position.of(1, 2 * ends.get(1))));
        Path second = folder.resolve("second.msgdb");
        try (ArchiveWriter writer = ArchiveWriter.create(second,
                TestArchives.run(TestArchives.channel(TestArchives.ORDERS, ranges)), TestArchives.otherIds())) {
            TestArchives.append(writer, more);
            TestArchives.complete(writer);
        }
        try (Archive one = Archive.open(folder.resolve("plain.msgdb")); Archive two = Archive.open(second);
                ArchiveWriter writer = ArchiveWriter.create(folder.resolve("merged.msgdb"), whole(one), "test",
                        TestArchives.otherIds())) {
            TestArchives.append(writer, messages);
            writer.finish(RunOutcome.COMPLETE, TestArchives.NOW);
            writer.next(whole(two));
            TestArchives.append(writer, more);
            writer.finish(RunOutcome.COMPLETE, TestArchives.NOW);
            writer.seal();
        }
        Files.delete(second);
    }

    private static RunCopy whole(Archive source) throws Exception {
        ArchiveContents.Run run = source.contents().runs().getFirst();
        List<RunCopy.Range> ranges = source.contents().channels().stream().flatMap(c -> c.partitions().stream()
                .flatMap(p -> p.coverage().stream()).map(r -> new RunCopy.Range(c.id(), r.begin(), r.end()))).toList();
        return new RunCopy(source, run.id(), run.id(), run.fidelity(), ranges, true);
    }

    /// Most of a small archive is empty pages.
    static void pack(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file) + ".gz");
                Files.createDirectories(target.getParent());
                try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(target))) {
                    Files.copy(file, out);
                }
            }
        }
    }

    static void unpack(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".gz")).toList()) {
                String name = from.relativize(file).toString();
                Path target = to.resolve(name.substring(0, name.length() - ".gz".length()));
                Files.createDirectories(target.getParent());
                try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
                    Files.copy(in, target);
                }
            }
        }
    }
}
