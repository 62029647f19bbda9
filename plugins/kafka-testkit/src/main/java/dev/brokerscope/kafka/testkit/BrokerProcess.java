package dev.brokerscope.kafka.testkit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// One run of the broker's JVM. The pipe to its standard input ties its life to this JVM's.
final class BrokerProcess {

    private static final int LAST_LINES = 25;

    private final Process process;
    private final Path log;

    private BrokerProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /// Starts the JVM and returns at once; `options` are added to its own, `arguments` go to {@link BrokerMain}.
    static BrokerProcess start(Path home, KafkaSetup setup, List<String> options, List<String> arguments)
            throws IOException {
        Path log = home.resolve("broker.log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + setup.heapMegabytes() + "m", "-XX:+UseSerialGC", "-XX:-UsePerfData",
                "-XX:TieredStopAtLevel=" + (setup.hot() ? 4 : 1),
                "-Xshare:auto", "--sun-misc-unsafe-memory-access=allow", "--enable-native-access=ALL-UNNAMED",
                "-Djava.io.tmpdir=" + Files.createDirectories(home.resolve("tmp")),
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn", "-Dlog4j2.disableJmx=true"));
        command.addAll(options);
        command.addAll(List.of("-cp", BrokerLibrary.find().classPath(), BrokerMain.class.getName()));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command).directory(home.toFile()).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())).start();
        return new BrokerProcess(process, log);
    }

    long pid() {
        return process.pid();
    }

    boolean alive() {
        return process.isAlive();
    }

    /// Asks the broker to end in order, and ends it after ten seconds. By signal: `Process.destroy` closes the pipe too,
    /// which the broker takes for our end and deletes its data.
    void stop() throws IOException, InterruptedException {
        signal("TERM");
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            kill();
        }
    }

    /// Ends the process at once, as a crash would; works on a paused one too.
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    void killWithoutWaiting() {
        process.destroyForcibly();
    }

    /// Sends a signal by name (`STOP`, `CONT`); on systems that know signals.
    void signal(String name) throws IOException, InterruptedException {
        int result = new ProcessBuilder("kill", "-" + name, Long.toString(pid())).inheritIO().start().waitFor();
        if (result != 0) {
            throw new IOException("kill -" + name + " " + pid() + " answered " + result);
        }
    }

    /// The last lines the broker said, for the message of a failed start.
    String lastWords() throws IOException {
        List<String> lines = Files.readString(log, StandardCharsets.UTF_8).lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    }
}
