package dev.brokerscope.bench;

import dev.brokerscope.kafka.testkit.KafkaServer;
import dev.brokerscope.kafka.testkit.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Measures one data set on topics of one compression.
record Trial(KafkaServer server, Programs programs, Options options, String compression, Path work, Report report) {

    /// How often programs run.
    ///
    /// @param warm whether a round that does not count comes first
    /// @param brief whether only programs run that something is asked of
    private record Turns(int rounds, boolean warm, boolean brief) {

        List<Contestant> of(List<Contestant> all) {
            return all.stream().filter(c -> !brief || Target.programs().contains(c.name())).toList();
        }
    }

    void run(DataSet data) throws IOException, InterruptedException {
        Contest few = run(data, new Turns(options.rounds, true, options.brief));
        if (options.grow) {
            DataSet large = data.grown();
            Contest many = run(large, new Turns(1, false, true));
            report.growth(new Growth(data, few, large, many));
        }
    }

    private Contest run(DataSet data, Turns turns) throws IOException, InterruptedException {
        String topic = topic(data, compression);
        Topics topics = new Topics(server);
        topics.create(topic, 4, Map.of());
        double entropy = new TopicFiller(server.bootstrapServers(), 4).fill(topic, data, compression);
        ChildRun child = new ChildRun(work);
        Map<String, String> environment = Map.of("BROKERSCOPE_OPTS", "-Xmx" + options.heap + "m -Xlog:gc:file="
                + child.heapLog(), "BROKERSCOPE_JAVA", System.getProperty("java.home"), "XDG_CACHE_HOME",
                work.resolve("cache").toString());
        Contest contest = new Contest(data.text() + ", topic " + compression, child, environment);
        Reading reading = new Reading(programs, data, topic, work);
        if (options.wants("read")) {
            contest.run(turns.of(reading.contestants()), turns.rounds(), turns.warm());
        } else {
            contest.run(reading.contestants().stream().filter(c -> c.name().equals(Reading.BACKUP)).toList(), 1, false);
        }
        Made made = new Made(data, entropy, Files.size(reading.archive()));
        if (options.wants("write")) {
            contest.run(turns.of(new Writing(programs, topics, data, topic, reading.archive(), compression, work)
                    .contestants()), turns.rounds(), turns.warm());
        }
        report.contest(made, contest);
        if (options.wants("points")) {
            child.run("reads", programs.client("ArchiveReads", List.of(reading.archive().toString(), "topic", topic,
                    String.valueOf(JsonMessages.FIRST_TIME), String.valueOf(JsonMessages.FIRST_TIME
                            + data.count() * JsonMessages.STEP))),
                    environment);
            report.reads(child.output());
        }
        topics.delete(topic);
        Files.deleteIfExists(reading.archive());
        return contest;
    }

    static String topic(DataSet data, String compression) {
        return "bench-" + data.name().toLowerCase(Locale.ROOT) + "-" + compression;
    }
}
