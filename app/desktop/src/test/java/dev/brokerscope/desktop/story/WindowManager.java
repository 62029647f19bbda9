package dev.brokerscope.desktop.story;

import java.io.IOException;

/// Openbox for as long as a story runs, where it is installed: a bare virtual display gives no window the keyboard.
/// Where another one runs already, it ends by itself.
final class WindowManager implements AutoCloseable {

    private final java.util.Optional<Process> process;

    WindowManager() {
        process = start();
    }

    private static java.util.Optional<Process> start() {
        try {
            return java.util.Optional.of(new ProcessBuilder("openbox", "--sm-disable")
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start());
        } catch (IOException notInstalled) {
            return java.util.Optional.empty();
        }
    }

    @Override
    public void close() {
        process.ifPresent(Process::destroy);
    }
}
