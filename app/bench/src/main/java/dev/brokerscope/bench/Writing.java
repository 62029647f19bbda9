package dev.brokerscope.bench;

import dev.brokerscope.kafka.testkit.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Everything that writes a topic: each run gets an empty one, which goes afterwards.
///
/// @param archive what is restored
record Writing(Programs programs, Topics topics, DataSet data, String source, Path archive, String compression,
        Path folder) {

    static final String RAW = "raw producer loop";
    static final String PERF = "kafka-producer-perf-test, random records";
    static final String PERF_FILE = "kafka-producer-perf-test, records of a file";
    static final String PERF_ONCE = "kafka-producer-perf-test, transactions";
    static final String RESTORE = "restore";
    static final String COMPARED = "restore and compare";
    static final String ONCE = "restore exactly once";
    private static final String TARGET = "bench-target";
    private static final int LINES = 1_000;

    List<Contestant> contestants() throws IOException {
        Path payloads = payloads();
        List<String> random = List.of("--record-size", String.valueOf(data.size()));
        List<String> file = List.of("--payload-file", payloads.toString());
        List<Contestant> all = new ArrayList<>();
        all.add(into(RAW, programs.rawProducer(TARGET, data, compression)));
        all.add(into(PERF, programs.perfProducer(TARGET, data, compression, random)));
        all.add(into(PERF_FILE, programs.perfProducer(TARGET, data, compression, file)));
        all.add(into(PERF_ONCE, transactional(programs.perfProducer(TARGET, data, compression, random))));
        all.add(into(RESTORE, restore("--no-compare")));
        all.add(into(ONCE, restore("--no-compare", "--transactional")));
        all.add(into(COMPARED, restore()));
        return all;
    }

    private static List<String> transactional(List<String> command) {
        List<String> longer = new ArrayList<>(command);
        longer.addAll(List.of("--transaction-duration-ms", "1000"));
        return longer;
    }

    private Contestant into(String name, List<String> command) {
        return new Contestant(name, () -> {
            topics.create(TARGET, 4, Map.of("compression.type", "producer"));
            return command;
        }, () -> topics.delete(TARGET));
    }

    private List<String> restore(String... more) {
        List<String> words = new ArrayList<>(List.of("restore", archive.toString(), "--rename", source + "=" + TARGET,
                "--write", "--set", "compression.type=" + compression));
        words.addAll(List.of(more));
        return programs.oursWithBroker(words.toArray(String[]::new));
    }

    /// Values of the data set, one a line.
    private Path payloads() throws IOException {
        Path file = folder.resolve("payloads.txt");
        JsonMessages messages = new JsonMessages(TopicFiller.SEED, data.size());
        try (var out = Files.newOutputStream(file)) {
            for (int i = 0; i < Math.min(LINES, data.count()); i++) {
                out.write(messages.next());
                out.write('\n');
            }
        }
        return file;
    }
}
