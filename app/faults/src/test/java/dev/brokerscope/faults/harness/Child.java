package dev.brokerscope.faults.harness;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A JVM of its own that can be killed at any moment, and what it said until then. It says `READY` before it begins.
public final class Child implements AutoCloseable {

    public static final String READY = "READY";

    static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();

    /// Of a JVM that does not live long; [#LONG_LIVED] undoes it.
    static final List<String> OPTIONS = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto",
            "-Xlog:disable", "-XX:-UsePerfData", "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    /// For children that do many things: only the second compiler knows the processor's own SHA-256.
    public static final String LONG_LIVED = "-XX:TieredStopAtLevel=4";

    private final Process process;
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final CountDownLatch ready = new CountDownLatch(1);
    private final Thread listener;
    private int taken;

    private Child(Process process) {
        this.process = process;
        this.listener = Thread.ofPlatform().daemon().name("child-" + process.pid()).start(this::listen);
    }

    /// @param before a program that starts the JVM, such as `strace` with its options; may be empty
    public static Child start(List<String> before, List<String> jvmOptions, Class<?> main, List<String> arguments)
            throws IOException {
        return start(before, jvmOptions, main.getName(), arguments, Path.of("").toAbsolutePath());
    }

    static Child start(List<String> before, List<String> jvmOptions, String main, List<String> arguments, Path folder)
            throws IOException {
        List<String> command = new ArrayList<>(before);
        command.add(JAVA);
        command.addAll(OPTIONS);
        command.addAll(Natives.extracted().options());
        command.addAll(ClassData.made().options());
        command.addAll(jvmOptions);
        command.addAll(List.of("-cp", ClassData.made().classPath(), main));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("HOME", folder.resolve("home").toString());
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().keySet().removeIf(k -> k.startsWith("XDG_") || k.startsWith("BROKERSCOPE_"));
        return new Child(builder.start());
    }

    private void listen() {
        try (BufferedReader in = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                lines.add(line);
                if (line.equals(READY)) {
                    ready.countDown();
                }
            }
        } catch (IOException killed) {
            lines.add("(its output was cut off)");
        } finally {
            ready.countDown();
        }
    }

    /// Waits until the real work begins, or the end.
    public void awaitReady() throws InterruptedException {
        if (!ready.await(60, TimeUnit.SECONDS)) {
            kill();
            throw new AssertionError("not ready after a minute: " + text());
        }
    }

    public long pid() {
        return process.pid();
    }

    public boolean alive() {
        return process.isAlive();
    }

    /// SIGKILL, and nothing in between.
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
        listener.join(Duration.ofSeconds(10));
    }

    /// @param name `INT`, `TERM`
    public void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(pid())).start().waitFor();
    }

    /// Waits for its end; kills it where that takes longer.
    ///
    /// @return its exit code; 128 + the signal where one ended it
    public int await(Duration atMost) throws InterruptedException {
        if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            kill();
            throw new AssertionError("did not end within " + atMost.toSeconds() + " s: " + text());
        }
        listener.join(Duration.ofSeconds(10));
        return process.exitValue();
    }

    public List<String> lines() {
        return List.copyOf(lines);
    }

    /// Everything it said.
    public String text() {
        return String.join("\n", lines);
    }

    /// Writes a line to its standard input.
    public void tell(String line) throws IOException {
        process.outputWriter(StandardCharsets.UTF_8).append(line).append('\n').flush();
    }

    /// Waits for the next line that begins so, and takes it: the rest of it.
    public String awaitNext(String beginning) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (System.nanoTime() < deadline && (alive() || taken < lines.size())) {
            while (taken < lines.size()) {
                String line = lines.get(taken++);
                if (line.startsWith(beginning)) {
                    return line.substring(beginning.length());
                }
            }
            Thread.sleep(5);
        }
        throw new AssertionError("no line " + beginning + ": " + text());
    }

    /// The last line that begins so, without that beginning.
    public java.util.Optional<String> last(String beginning) {
        return lines.stream().filter(l -> l.startsWith(beginning)).map(l -> l.substring(beginning.length()))
                .reduce((_, later) -> later);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
