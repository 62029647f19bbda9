package dev.brokerscope.desktop.story;

import java.io.IOException;
import java.util.Optional;

/// Openbox for as long as a story runs, where it is installed: a bare virtual display gives no window the keyboard.
/// Where another one runs already, it ends by itself.
final class WindowManager implements AutoCloseable {

    private final Optional<Process> process;

    WindowManager() {
        process = start();
    }

    private static Optional<Process> start() {
        try {
            return Optional.of(new ProcessBuilder("openbox", "--sm-disable")
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start());
        } catch (IOException notInstalled) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        process.ifPresent(Process::destroy);
    }
}
