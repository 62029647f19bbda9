package dev.brokerscope.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Processor seconds of a process by the names of its threads, as far as they were seen: threads that lived for less
/// than the time between two looks are missing. Knows nothing where there is no `/proc`. One thread.
final class ThreadTimes {

    private static final double TICKS_PER_SECOND = 100;
    /// In `/proc/PID/task/TID/stat`, counted behind the name.
    private static final int USER = 11;
    private static final int SYSTEM = 12;

    private record Seen(String name, double seconds) {}

    private final Map<String, Seen> threads = new HashMap<>();

    void look(long pid) {
        try (Stream<Path> tasks = Files.list(Path.of("/proc", String.valueOf(pid), "task"))) {
            tasks.forEach(this::look);
        } catch (IOException gone) {
            // it has just ended, or there is no /proc
        }
    }

    private void look(Path task) {
        try {
            String stat = Files.readString(task.resolve("stat"));
            int end = stat.lastIndexOf(')');
            String[] words = stat.substring(end + 2).split(" ");
            double ticks = Double.parseDouble(words[USER]) + Double.parseDouble(words[SYSTEM]);
            threads.put(task.getFileName().toString(),
                    new Seen(stat.substring(stat.indexOf('(') + 1, end), ticks / TICKS_PER_SECOND));
        } catch (IOException gone) {
            // this thread has just ended
        }
    }

    /// By name without numbers at its end, the busiest first.
    Map<String, Double> seconds() {
        Map<String, Double> sums = new HashMap<>();
        threads.values().forEach(t -> sums.merge(t.name().replaceAll("[-#\\d]+$", ""), t.seconds(), Double::sum));
        List<Map.Entry<String, Double>> sorted =
                sums.entrySet().stream().sorted(Map.Entry.<String, Double>comparingByValue().reversed()).toList();
        Map<String, Double> result = new LinkedHashMap<>();
        sorted.forEach(e -> result.put(e.getKey(), e.getValue()));
        return result;
    }
}
