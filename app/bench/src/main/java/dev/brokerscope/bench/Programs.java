package dev.brokerscope.bench;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How each measured program is started.
///
/// @param bootstrap of the broker
record Programs(Options options, String bootstrap, Path work) {

    private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();

    /// Producer settings that a careful person would choose for throughput: what ours uses.
    static final List<String> TUNED = List.of("acks=all", "enable.idempotence=true", "batch.size=262144",
            "linger.ms=10", "buffer.memory=67108864");

    List<String> rawConsumer(String topic) {
        return client("RawConsumer", List.of(bootstrap, topic, "max.partition.fetch.bytes=2097152",
                "receive.buffer.bytes=1048576", "max.poll.records=2000"));
    }

    List<String> rawProducer(String topic, DataSet data, String compression) {
        List<String> words = new ArrayList<>(List.of(bootstrap, topic, "4", String.valueOf(data.count()),
                String.valueOf(data.size()), "compression.type=" + compression));
        words.addAll(TUNED);
        return client("RawProducer", words);
    }

    /// A main class of ours in a JVM of its own.
    List<String> client(String name, List<String> words) {
        List<String> command = new ArrayList<>(List.of(JAVA, "-Xmx512m", "-XX:+UseSerialGC", "-XX:-UsePerfData",
                "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow",
                "-Dorg.slf4j.internal.verbosity=ERROR", "-cp",
                System.getProperty("java.class.path"), "dev.brokerscope.bench.client." + name));
        command.addAll(words);
        return command;
    }

    List<String> perfConsumer(String topic, DataSet data) {
        return tool("ConsumerPerformance", List.of("--bootstrap-server", bootstrap, "--topic", topic, "--num-records",
                String.valueOf(data.count()), "--fetch-size", "2097152"));
    }

    /// @param payload `--record-size N` or `--payload-file FILE`
    List<String> perfProducer(String topic, DataSet data, String compression, List<String> payload) {
        List<String> words = new ArrayList<>(List.of("--bootstrap-server", bootstrap, "--topic", topic, "--num-records",
                String.valueOf(data.count()), "--throughput", "-1"));
        words.addAll(payload);
        words.add("--command-property");
        words.addAll(TUNED);
        words.add("compression.type=" + compression);
        return tool("ProducerPerformance", words);
    }

    private List<String> tool(String name, List<String> words) {
        List<String> command = new ArrayList<>(List.of(JAVA, "-Xmx512M", "-XX:-UsePerfData", "-cp",
                options.perfTools() + File.separator + "*", "org.apache.kafka.tools." + name));
        command.addAll(words);
        return command;
    }

    /// Present where kcat is installed. A shell writes its output to the file.
    Optional<List<String>> kcat(String topic, Path file) {
        boolean there = List.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "kcat")));
        return there
                ? Optional
                        .of(List.of("sh", "-c", "exec kcat -b \"$1\" -C -t \"$2\" -o beginning -e -q > \"$3\"", "kcat",
                                bootstrap, topic, file.toString()))
                : Optional.empty();
    }

    /// The command line of the distribution.
    List<String> ours(String... words) {
        List<String> command =
                new ArrayList<>(List.of(options.home().resolve("bin").resolve("brokerscope").toString()));
        command.addAll(List.of(words));
        command.addAll(List.of("-q", "--state", work.resolve("state").toString()));
        return command;
    }

    List<String> oursWithBroker(String... words) {
        List<String> command = ours(words);
        command.addAll(List.of("--broker", "kafka", "--set", "bootstrap.servers=" + bootstrap, "--stage",
                "development"));
        return command;
    }
}
