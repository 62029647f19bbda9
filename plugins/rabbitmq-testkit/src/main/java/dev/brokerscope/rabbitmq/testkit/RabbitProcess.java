package dev.brokerscope.rabbitmq.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The processes of one server: Erlang's directory of nodes, the start script, and the virtual machine below it. They
/// end with this one at the latest.
final class RabbitProcess {

    private static final int PATIENCE_SECONDS = 20;

    private final Process epmd;
    private final Process script;
    private final Thread atExit = new Thread(this::destroy);

    private RabbitProcess(Process epmd, Process script) {
        this.epmd = epmd;
        this.script = script;
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    static RabbitProcess launch(Path program, RabbitFiles files) throws IOException {
        ProcessBuilder directory = new ProcessBuilder(RabbitProgram.epmd().toString(), "-address", "127.0.0.1",
                "-port", Integer.toString(files.ports().epmd()));
        Process epmd = logged(directory, files, "epmd").start();
        ProcessBuilder server = new ProcessBuilder(program.toString());
        server.environment().putAll(files.environment());
        return new RabbitProcess(epmd, logged(server, files, "output").start());
    }

    private static ProcessBuilder logged(ProcessBuilder builder, RabbitFiles files, String name) {
        return builder.redirectErrorStream(true).redirectOutput(files.folder().resolve(name).toFile());
    }

    boolean isAlive() {
        return script.isAlive();
    }

    /// The virtual machine itself: signals to the script do not stop it.
    void signal(String signal) {
        try (Stream<ProcessHandle> below = script.descendants()) {
            List<String> pids = below.filter(process -> process.info().command().orElse("").contains("beam"))
                    .map(process -> Long.toString(process.pid())).toList();
            for (String pid : pids) {
                new ProcessBuilder("kill", signal, pid).start().waitFor();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Lets the server finish what it does.
    void stop() {
        signal("-TERM");
        try {
            script.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        kill();
    }

    void kill() {
        destroy();
        Runtime.getRuntime().removeShutdownHook(atExit);
    }

    private void destroy() {
        List<ProcessHandle> all = Stream.concat(script.descendants(), Stream.of(script.toHandle(), epmd.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        for (ProcessHandle process : all) {
            try {
                process.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
            } catch (CompletionException stays) {
                throw new IllegalStateException("process " + process.pid() + " does not end", stays);
            }
        }
    }

    static String saidIn(RabbitFiles files) throws IOException {
        return Files.readString(files.folder().resolve("output"));
    }
}
