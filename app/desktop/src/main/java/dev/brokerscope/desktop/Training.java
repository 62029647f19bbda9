package dev.brokerscope.desktop;

import java.time.Duration;
import javafx.application.Platform;
import javafx.stage.Window;

/// Opens the window as users do and closes it again. While a package is made, Java records what that loads and runs, so
/// that each later start finds it prepared.
final class Training {

    private static final Duration UNTIL_SHOWN = Duration.ofSeconds(60);
    /// Until the archive's overview stands there; how far it came does not matter.
    private static final Duration LOOKED_AT = Duration.ofSeconds(8);

    private Training() {}

    /// The window's own arguments.
    public static void main(String[] arguments) {
        Thread.ofPlatform().daemon().name("end of the training").start(Training::end);
        Launcher.main(arguments);
        // what still runs in the background would keep the record from being written
        System.exit(0);
    }

    private static void end() {
        try {
            long limit = System.nanoTime() + UNTIL_SHOWN.toNanos();
            while (Window.getWindows().isEmpty() && System.nanoTime() < limit) {
                Thread.sleep(Duration.ofMillis(200));
            }
            Thread.sleep(LOOKED_AT);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        Platform.exit();
    }
}
