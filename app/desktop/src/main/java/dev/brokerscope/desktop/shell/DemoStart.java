package dev.brokerscope.desktop.shell;

import dev.brokerscope.core.EngineOptions;
import dev.brokerscope.desktop.desk.Desk;
import dev.brokerscope.desktop.ui.Glyph;
import dev.brokerscope.desktop.ui.Texts;
import dev.brokerscope.desktop.ui.Tone;
import dev.brokerscope.api.fault.Fault;
import dev.brokerscope.api.fault.FaultKind;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Starts the demo of the distribution as a process of its own, which opens a window of its own with a real broker
/// behind it; ends it with this program.
final class DemoStart implements AutoCloseable {

    private final Path home;
    private Optional<Process> running = Optional.empty();

    private DemoStart(Path home) {
        this.home = home;
    }

    /// Absent where the distribution has none.
    static Optional<DemoStart> of(Optional<Path> home) {
        return home.filter(folder -> Files.isDirectory(folder.resolve("demo"))).map(DemoStart::new);
    }

    /// FX thread.
    void start(Desk desk) {
        if (running.filter(Process::isAlive).isPresent()) {
            desk.screens().tell(Tone.ACCENT, Glyph.FLASK_CONICAL, Texts.text("demo.running"), List.of());
            return;
        }
        desk.screens().tell(Tone.ACCENT, Glyph.FLASK_CONICAL, Texts.text("demo.starting"), List.of());
        desk.work().execute(() -> {
            try {
                Process started = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
                        "-D" + EngineOptions.HOME_PROPERTY + "=" + home,
                        "-cp", home.resolve("demo") + File.separator + "*", "dev.brokerscope.demo.Demo")
                        .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
                desk.ui().execute(() -> running = Optional.of(started));
            } catch (IOException e) {
                Fault fault = Fault.of(FaultKind.FILE_ACCESS, "demo.start", "The demo cannot be started.",
                        "Check " + home.resolve("demo") + ".");
                desk.ui().execute(() -> desk.screens().tell(fault));
            }
        });
    }

    /// The demo ends its broker by itself.
    @Override
    public void close() {
        running.ifPresent(Process::destroy);
    }
}
