package dev.brokerscope.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// Prints Markdown tables to standard output as figures come, and keeps them for the JSON document.
final class Report {

    private static final double LEAST_SHOWN = 0.05;

    private final Options options;
    private final List<Map<String, Object>> sets = new ArrayList<>();
    private final Map<String, Object> document = new LinkedHashMap<>();

    Report(Options options) {
        this.options = options;
    }

    void machine() {
        document.put("date", Instant.now().toString());
        document.put("processors", Runtime.getRuntime().availableProcessors());
        document.put("processor", processor());
        document.put("java", Runtime.version().toString());
        document.put("rounds", options.rounds);
        document.put("scale", options.scale);
        document.put("sets", sets);
        line("%s · %d processors (%s) · Java %s · %d rounds · scale %s", Instant.now(),
                Runtime.getRuntime().availableProcessors(), processor(), Runtime.version(), options.rounds,
                options.scale);
    }

    private static String processor() {
        try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(l -> l.startsWith("model name")).findFirst()
                    .map(l -> l.substring(l.indexOf(':') + 1).strip()).orElse("");
        } catch (IOException none) {
            return System.getProperty("os.arch");
        }
    }

    void contest(Made made, Contest contest) {
        Map<String, Object> set = new LinkedHashMap<>();
        set.put("title", contest.title());
        set.put("messages", made.data().count());
        set.put("size", made.data().size());
        set.put("entropy", made.entropy());
        set.put("rawBytes", made.data().bytes());
        set.put("archiveBytes", made.archiveBytes());
        set.put("archiveRatio", made.ratio());
        sets.add(set);
        line("%n### %s%n", contest.title());
        line("Entropy %.1f %% of the values' bytes; the archive is %,d bytes, %.3f of them.%n", 100 * made.entropy(),
                made.archiveBytes(), made.ratio());
        set.put("programs", programs(made.data(), contest));
        set.put("threads", threads(contest));
        set.put("ratios", ratios(made.data(), contest));
    }

    private static Map<String, Object> programs(DataSet data, Contest contest) {
        line("| program | seconds | processor s | messages/s | most RSS MB | most heap MB |");
        line("|---|---|---|---|---|---|");
        Map<String, Object> programs = new LinkedHashMap<>();
        contest.results().forEach((name, runs) -> {
            double seconds = Measured.median(runs, Measured::seconds);
            double cpu = Measured.median(runs, Measured::cpu);
            double rss = runs.stream().mapToDouble(Measured::rss).max().orElse(0);
            double heap = runs.stream().mapToDouble(Measured::heap).max().orElse(0);
            line("| %s | %.2f | %.2f | %,d | %.0f | %s |", name, seconds, cpu, (long) (data.count() / seconds), rss,
                    heap == 0 ? "" : String.format(Locale.ROOT, "%.0f", heap));
            programs.put(name, Map.of("seconds", seconds, "cpuSeconds", cpu, "rssMegabytes", rss, "heapMegabytes", heap,
                    "runs", runs.stream().map(Measured::seconds).toList()));
        });
        return programs;
    }

    /// Of the run of each program that was measured last.
    private static Map<String, Object> threads(Contest contest) {
        Map<String, Object> threads = new LinkedHashMap<>();
        line("%nProcessor seconds by thread, the last round:%n");
        contest.results().forEach((name, runs) -> {
            Map<String, Double> seconds = runs.getLast().threads();
            line("- %s: %s", name, seconds.entrySet().stream().filter(t -> t.getValue() >= LEAST_SHOWN)
                    .map(t -> String.format(Locale.ROOT, "%s %.2f", t.getKey(), t.getValue()))
                    .collect(Collectors.joining(", ")));
            threads.put(name, seconds);
        });
        return threads;
    }

    void growth(Growth growth) {
        Map<String, Object> set = new LinkedHashMap<>();
        set.put("title", growth.many().title() + ", without start");
        sets.add(set);
        line("%n### %s, what %,d messages more took%n", growth.many().title(), growth.messages());
        line("| program | seconds | processor s | messages/s |%n|---|---|---|---|");
        Map<String, Object> programs = new LinkedHashMap<>();
        for (String program : growth.programs()) {
            double seconds = growth.grown(program, Measured::seconds);
            double cpu = growth.grown(program, Measured::cpu);
            line("| %s | %.2f | %.2f | %,d |", program, seconds, cpu, (long) (growth.messages() / seconds));
            programs.put(program, Map.of("seconds", seconds, "cpuSeconds", cpu));
        }
        set.put("programs", programs);
        set.put("ratios", ratios(growth));
    }

    private static Map<String, Object> ratios(Growth growth) {
        Map<String, Object> ratios = new LinkedHashMap<>();
        line("%n| ratio | %,d | %,d | what was more | wanted |%n|---|---|---|---|---|", growth.small().count(),
                growth.large().count());
        for (Target target : Target.of(growth.small().size())) {
            double ratio = growth.ratio(target.other(), target.ours());
            if (ratio > 0) {
                line("| %s | %.2f | %.2f | %.2f | %s |", target.text(),
                        growth.few().ratio(target.other(), target.ours()),
                        growth.many().ratio(target.other(), target.ours()), ratio, target.wanted());
                ratios.put(target.text(), ratio);
            }
        }
        return ratios;
    }

    private static Map<String, Object> ratios(DataSet data, Contest contest) {
        Map<String, Object> ratios = new LinkedHashMap<>();
        line("%n| ratio, pair by pair | is | wanted |%n|---|---|---|");
        for (Target target : Target.of(data.size())) {
            double ratio = contest.ratio(target.other(), target.ours());
            if (ratio > 0) {
                line("| %s | %.2f | %s |", target.text(), ratio, target.wanted());
                ratios.put(target.text(), ratio);
            }
        }
        return ratios;
    }

    void large(long bytes) {
        Map<String, Object> set = new LinkedHashMap<>();
        set.put("title", "large archive");
        set.put("archiveBytes", bytes);
        sets.add(set);
        line("%n### An archive of %,d bytes", bytes);
    }

    void reads(String output) {
        Map<String, Object> reads = new LinkedHashMap<>();
        line("%n| reads from this archive | ms |%n|---|---|");
        output.lines().filter(l -> l.matches("[a-z0-9-]+ [0-9.]+")).forEach(l -> {
            String[] words = l.split(" ");
            line("| %s | %s |", words[0], words[1]);
            reads.put(words[0], Double.parseDouble(words[1]));
        });
        sets.getLast().put("reads", reads);
    }

    String json() throws JsonProcessingException {
        return new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(document) + "\n";
    }

    private static void line(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}
