package dev.brokerscope.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Runs the program's scripts as a user would, but with settings, state and caches in a temporary folder of the demo's
/// own. What runs, and the folder, go when this is closed or the JVM is ended.
final class Program implements AutoCloseable {

    private final Distribution distribution;
    private final Map<String, String> environment;
    private final Path folder;
    private final PrintStream out;
    private final Thread atExit = new Thread(this::end, "end-program");
    private final List<Process> running = new ArrayList<>();
    private boolean ended;

    private Program(Distribution distribution, Path folder, PrintStream out) {
        this.distribution = distribution;
        this.folder = folder;
        this.out = out;
        this.environment = Map.of("XDG_CONFIG_HOME", folder.resolve("config").toString(), "XDG_DATA_HOME",
                folder.resolve("data").toString(), "XDG_STATE_HOME", folder.resolve("state").toString(),
                "XDG_CACHE_HOME", folder.resolve("cache").toString(), "BROKERSCOPE_JAVA",
                System.getProperty("java.home"));
    }

    static Program in(Distribution distribution, PrintStream out) throws IOException {
        Program program = new Program(distribution, Files.createTempDirectory("brokerscope-demo-"), out);
        Runtime.getRuntime().addShutdownHook(program.atExit);
        return program;
    }

    /// Prints a command as one would type it, runs it in the demo's folder, and returns its exit code; what it prints
    /// goes where the demo's words go. An interruption of the demo is an {@link InterruptedException}.
    int show(List<String> words) throws IOException, InterruptedException {
        out.println();
        out.println("$ brokerscope " + words.stream().map(Program::quoted).collect(Collectors.joining(" ")));
        out.flush();
        return run(distribution.cli(), words);
    }

    /// Opens the window and returns when it was closed.
    int desktop(List<String> words) throws IOException, InterruptedException {
        return run(distribution.desktop(), words);
    }

    @Override
    public void close() {
        end();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException ending) {
            // This JVM is on its way out already; the hook finds nothing left to do.
            return;
        }
    }

    private int run(Path script, List<String> words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(script.toString()));
        command.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).inheritIO();
        builder.environment().putAll(environment);
        int exit = started(builder).waitFor();
        synchronized (running) {
            if (ended) {
                throw new InterruptedException("The demo is being ended");
            }
        }
        return exit;
    }

    private Process started(ProcessBuilder builder) throws IOException {
        synchronized (running) {
            if (ended) {
                throw new IOException("the demo is being ended");
            }
            Process process = builder.start();
            running.add(process);
            return process;
        }
    }

    private void end() {
        synchronized (running) {
            ended = true;
            running.stream().filter(Process::isAlive).forEach(Program::end);
            delete();
        }
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException hurried) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void delete() {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException left) {
            throw new UncheckedIOException("The folder " + folder + " stays", left);
        }
    }

    private static String quoted(String word) {
        return word.matches("[\\w@%+=:,./-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
