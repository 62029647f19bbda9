package dev.brokerscope.cli.output;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Where a run of the program reads from and writes to. Tests bring their own.
///
/// @param outIsTerminal a person looks at standard output
/// @param errIsTerminal a person looks at standard error
/// @param ask asks a person for a secret without showing it; absent answer where there is nobody
public record Terminal(OutputStream out, OutputStream err, InputStream in, boolean outIsTerminal,
        boolean errIsTerminal, Map<String, String> environment, Function<String, Optional<char[]>> ask) {

    private static final int USUAL_WIDTH = 80;

    public Terminal {
        environment = Map.copyOf(environment);
    }

    /// Java tells only whether standard input and output both are a terminal; the start scripts tell the rest.
    public static Terminal ofSystem() {
        boolean both = System.console() != null && System.console().isTerminal();
        boolean out = Boolean.parseBoolean(System.getProperty("brokerscope.tty.out", String.valueOf(both)));
        boolean err = Boolean.parseBoolean(System.getProperty("brokerscope.tty.err", String.valueOf(both)));
        return new Terminal(new FileOutputStream(FileDescriptor.out), new FileOutputStream(FileDescriptor.err),
                System.in, out, err, System.getenv(), Terminal::askConsole);
    }

    private static Optional<char[]> askConsole(String question) {
        return System.console() == null || !System.console().isTerminal()
                ? Optional.empty()
                : Optional.ofNullable(System.console().readPassword("%s: ", question));
    }

    public String variable(String name) {
        return environment.getOrDefault(name, "");
    }

    /// Of a line, in columns.
    public int width() {
        try {
            return Math.clamp(Integer.parseInt(variable("COLUMNS")), 40, 400);
        } catch (NumberFormatException unset) {
            return USUAL_WIDTH;
        }
    }
}
