package dev.brokerscope.bench;

import dev.brokerscope.kafka.testkit.KafkaServer;
import dev.brokerscope.kafka.testkit.KafkaSetup;
import dev.brokerscope.kafka.testkit.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// The program: starts a broker, makes the data sets, lets everything run in turn, prints tables.
@Command(name = "bench", mixinStandardHelpOptions = true, sortOptions = false,
        description = "Measures backup, restore, verify and reads against the plain clients of a real broker.")
final class Bench implements Callable<Integer> {

    private static final int BROKER_HEAP = 1024;
    /// Messages of a 10 GB archive.
    private static final long LARGE = 5_000_000;

    @Mixin
    private Options options = new Options();

    /// Exit code 0 where everything ran, whatever the figures are.
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Bench()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path work = options.work.isPresent() ? Files.createDirectories(options.work.get().toAbsolutePath())
                : Files.createTempDirectory("brokerscope-bench-");
        Report report = new Report(options);
        report.machine();
        try (KafkaServer server = KafkaServer.start(KafkaSetup.plain()
                .with("log.segment.bytes", String.valueOf(1 << 30))
                .with("log.segment.delete.delay.ms", "500") // topics that were measured give their room back
                .measured(BROKER_HEAP))) {
            Programs programs = new Programs(options, server.bootstrapServers(), work);
            if (options.wants("hold")) {
                hold(server);
                return 0;
            }
            if (options.wants("large")) {
                large(programs, work, report);
            }
            for (String set : options.parts.equals(List.of("large")) ? List.<String>of() : options.sets) {
                for (String compression : options.compressions) {
                    new Trial(server, programs, options, compression, work, report)
                            .run(DataSet.named(set).scaled(options.scale));
                }
            }
        } finally {
            delete(work);
        }
        if (options.json.isPresent()) {
            Files.writeString(options.json.get(), report.json());
        }
        return 0;
    }

    /// Reads from a large archive.
    private void large(Programs programs, Path work, Report report) throws IOException, InterruptedException {
        Path archive = work.resolve("large.msgdb");
        long count = (long) (LARGE * options.scale);
        ChildRun child = new ChildRun(work);
        child.run("large archive", programs.client("LargeArchive", List.of(archive.toString(), "topic", "large",
                String.valueOf(count), String.valueOf(JsonMessages.FIRST_TIME), String.valueOf(JsonMessages.STEP))),
                Map.of());
        report.large(Files.size(archive));
        child.run("reads", programs.client("ArchiveReads", List.of(archive.toString(), "topic", "large",
                String.valueOf(JsonMessages.FIRST_TIME),
                String.valueOf(JsonMessages.FIRST_TIME + count * JsonMessages.STEP))), Map.of());
        report.reads(child.output());
        Files.deleteIfExists(archive);
    }

    /// For a profiler: only fills the topics, and keeps the broker until standard input ends.
    private void hold(KafkaServer server) throws IOException {
        for (String set : options.sets) {
            for (String compression : options.compressions) {
                DataSet data = DataSet.named(set).scaled(options.scale);
                new Topics(server).create(Trial.topic(data, compression), 4, Map.of());
                new TopicFiller(server.bootstrapServers(), 4).fill(Trial.topic(data, compression), data, compression);
                System.out.println(Trial.topic(data, compression) + " at " + server.bootstrapServers());
            }
        }
        System.in.transferTo(java.io.OutputStream.nullOutputStream());
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
