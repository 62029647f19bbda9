package dev.brokerscope.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Everything that reads a topic to its end, and what can be done with the archive afterwards.
///
/// @param folder where files of a round go; the archive of the last one stays
record Reading(Programs programs, DataSet data, String topic, Path folder) {

    static final String RAW = "raw consumer loop";
    static final String PERF = "kafka-consumer-perf-test";
    static final String KCAT = "kcat to a file";
    static final String BACKUP = "backup";
    static final String FULL = "verify --full";
    static final String DEEP = "verify --deep";
    static final String SCAN = "archive scan, text filter";

    List<Contestant> contestants() {
        Path plain = folder.resolve("kcat.out");
        List<Contestant> all = new ArrayList<>();
        all.add(Contestant.of(RAW, () -> programs.rawConsumer(topic)));
        all.add(Contestant.of(PERF, () -> programs.perfConsumer(topic, data)));
        Optional<List<String>> kcat = programs.kcat(topic, plain);
        kcat.ifPresent(command -> all.add(new Contestant(KCAT, () -> command, () -> Files.deleteIfExists(plain))));
        all.add(Contestant.of(BACKUP, this::backup));
        all.add(Contestant.of(FULL, () -> programs.ours("verify", archive().toString(), "--full")));
        all.add(Contestant.of(DEEP, () -> programs.ours("verify", archive().toString(), "--deep")));
        all.add(Contestant.of(SCAN, () -> programs.ours("read", topic, "-c", archive().toString(), "--from", "oldest",
                "--filter", "value:no such text anywhere")));
        return all;
    }

    Path archive() {
        return folder.resolve(data.name() + ".msgdb");
    }

    private List<String> backup() throws IOException {
        Files.deleteIfExists(archive());
        return programs.oursWithBroker("backup", topic, "--out", archive().toString(), "--verify", "none");
    }
}
