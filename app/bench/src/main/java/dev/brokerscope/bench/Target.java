package dev.brokerscope.bench;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A ratio that is asked for: time of the other ÷ time of ours.
///
/// @param wanted for people; empty where nothing is asked
record Target(String text, String other, String ours, String wanted) {

    /// Programs that something is asked of, ours and the others'.
    static Set<String> programs() {
        return of(0).stream().filter(t -> !t.wanted().isEmpty() || t.ours().equals(Writing.ONCE))
                .flatMap(t -> Stream.of(t.other(), t.ours())).collect(Collectors.toSet());
    }

    /// @param size of a message's value
    static List<Target> of(int size) {
        return List.of(
                new Target("raw consumer loop ÷ backup", Reading.RAW, Reading.BACKUP,
                        size < 2_000 ? "≥ 0.85" : "≥ 0.95"),
                new Target("kafka-consumer-perf-test ÷ backup", Reading.PERF, Reading.BACKUP, ""),
                new Target("kcat to a file ÷ backup", Reading.KCAT, Reading.BACKUP, "> 1"),
                new Target("backup ÷ verify --deep", Reading.BACKUP, Reading.DEEP, "≥ 1.5"),
                new Target("backup ÷ verify --full", Reading.BACKUP, Reading.FULL, ""),
                new Target("backup ÷ scan", Reading.BACKUP, Reading.SCAN, ""),
                new Target("perf-test (random records) ÷ restore", Writing.PERF, Writing.RESTORE, "≥ 1.3"),
                new Target("perf-test (records of a file) ÷ restore", Writing.PERF_FILE, Writing.RESTORE, ""),
                new Target("raw producer loop ÷ restore", Writing.RAW, Writing.RESTORE, ""),
                new Target("perf-test (random records) ÷ restore exactly once", Writing.PERF, Writing.ONCE, "≥ 1.0"),
                new Target("perf-test (transactions) ÷ restore exactly once", Writing.PERF_ONCE, Writing.ONCE, ""));
    }
}
