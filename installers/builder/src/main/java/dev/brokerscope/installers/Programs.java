package dev.brokerscope.installers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Runs programs of the system and of the JDK; what they say goes to a log per program.
///
/// @param logs folder of the logs
record Programs(Path logs) {

    private static final Duration LIMIT = Duration.ofMinutes(15);

    /// @throws PackagingException where it ends with anything but 0, with the last lines of what it said
    void run(List<String> command) throws IOException, InterruptedException {
        run(command, Map.of(), LIMIT);
    }

    void run(List<String> command, Map<String, String> environment, Duration limit)
            throws IOException, InterruptedException {
        Path log = Files.createDirectories(logs).resolve(Path.of(command.getFirst()).getFileName() + ".log");
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        Files.writeString(log, "");
        Process process = builder.start();
        process.getOutputStream().close();
        if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            throw new PackagingException(command.getFirst() + " did not end within " + limit.toSeconds()
                    + " s: see " + log);
        }
        if (process.exitValue() != 0) {
            throw new PackagingException(command.getFirst() + " ended with " + process.exitValue() + ": "
                    + lastLines(log));
        }
    }

    /// The program of that name on the PATH.
    static Optional<Path> find(String name) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .flatMap(folder -> Stream.of(Path.of(folder, name), Path.of(folder, name + ".exe")))
                .filter(Files::isExecutable).findFirst();
    }

    /// A program of the JDK that runs this build: `jlink`, `jmod`, `jpackage`.
    static String ofJdk(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }

    private static String lastLines(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log);
        return String.join(System.lineSeparator(), lines.subList(Math.max(0, lines.size() - 12), lines.size()));
    }
}
