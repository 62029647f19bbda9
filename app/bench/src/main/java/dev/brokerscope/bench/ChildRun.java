package dev.brokerscope.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Runs one process to its end and measures it from outside. Processor time and memory are looked at every 10 ms while
/// it lives, so the last 10 ms of processor time are not counted; memory only where there is a `/proc`.
final class ChildRun {

    private static final Pattern HIGH_WATER = Pattern.compile("VmHWM:\\s+(\\d+) kB");
    private static final Pattern COLLECTION = Pattern.compile("(\\d+)M->(\\d+)M\\((\\d+)M\\)");
    /// Threads are looked at ten times a second.
    private static final int LOOKS_PER_THREADS = 10;
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final Path folder;

    ChildRun(Path folder) {
        this.folder = folder;
    }

    /// @throws IllegalStateException where it ends with anything but 0, with its last words
    Measured run(String name, List<String> command, Map<String, String> environment)
            throws IOException, InterruptedException {
        Path output = folder.resolve("output.txt");
        Path heapLog = folder.resolve("heap.log");
        Files.deleteIfExists(heapLog);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        long start = System.nanoTime();
        Process process = builder.start();
        process.getOutputStream().close();
        double cpu = 0;
        double rss = 0;
        int looks = 0;
        ThreadTimes threads = new ThreadTimes();
        while (!process.waitFor(10, TimeUnit.MILLISECONDS)) {
            cpu = Math.max(cpu, process.info().totalCpuDuration().map(d -> d.toNanos() / 1e9).orElse(0.0));
            rss = Math.max(rss, highWater(process.pid()));
            if (looks++ % LOOKS_PER_THREADS == 0) {
                threads.look(process.pid());
            }
            if (System.nanoTime() - start > LONGEST.toNanos()) {
                process.destroyForcibly();
                throw new IllegalStateException(name + " did not end within " + LONGEST.toMinutes() + " minutes.");
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        if (process.exitValue() != 0) {
            String words = Files.readString(output, StandardCharsets.UTF_8);
            throw new IllegalStateException(name + " ended with " + process.exitValue() + ": "
                    + words.substring(Math.max(0, words.length() - 2_000)));
        }
        return new Measured(seconds, cpu, rss, heap(heapLog), threads.seconds());
    }

    /// Where a JVM writes its collections, for `-Xlog:gc:file=`.
    Path heapLog() {
        return folder.resolve("heap.log");
    }

    /// What the process printed that ran last.
    String output() throws IOException {
        return Files.readString(folder.resolve("output.txt"), StandardCharsets.UTF_8);
    }

    private static double highWater(long pid) {
        try {
            Matcher matcher = HIGH_WATER.matcher(Files.readString(Path.of("/proc", String.valueOf(pid), "status")));
            return matcher.find() ? Long.parseLong(matcher.group(1)) / 1024.0 : 0;
        } catch (IOException gone) {
            return 0; // it has just ended, or there is no /proc
        }
    }

    private static double heap(Path log) throws IOException {
        if (!Files.exists(log)) {
            return 0;
        }
        Matcher matcher = COLLECTION.matcher(Files.readString(log));
        double most = 0;
        while (matcher.find()) {
            most = Math.max(most, Long.parseLong(matcher.group(1)));
        }
        return most;
    }
}
