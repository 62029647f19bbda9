package dev.brokerscope.cli;

import dev.brokerscope.cli.output.ExitCode;
import dev.brokerscope.cli.output.Terminal;
import dev.brokerscope.core.Engine;
import dev.brokerscope.core.EngineOptions;
import java.time.Duration;
import java.util.List;

/// The process: everything else is in [Cli], which tests run without one.
public final class Main {

    /// How long a signal waits for the command to leave something valid behind.
    private static final Duration FAREWELL = Duration.ofSeconds(10);

    private Main() {}

    public static void main(String[] arguments) {
        Terminal terminal = Terminal.ofSystem();
        Cli cli = new Cli(terminal,
                places -> Engine.start(EngineOptions.ofSystem(terminal.ask()::apply).in(places)));
        Thread command = Thread.currentThread();
        Thread farewell = new Thread(() -> end(command), "signal");
        Runtime.getRuntime().addShutdownHook(farewell);
        ExitCode exit = cli.run(List.of(arguments));
        try {
            Runtime.getRuntime().removeShutdownHook(farewell);
        } catch (IllegalStateException signalled) {
            // the JVM is on its way out with 128 + the signal's number, as soon as this thread is done
            return;
        }
        System.exit(exit.number());
    }

    /// Runs where a signal ends the JVM: the interrupt means cancel, and the command leaves something valid behind.
    private static void end(Thread command) {
        command.interrupt();
        try {
            command.join(FAREWELL);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
