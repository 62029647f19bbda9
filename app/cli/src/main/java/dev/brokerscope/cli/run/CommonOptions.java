package dev.brokerscope.cli.run;

import dev.brokerscope.cli.output.Paint;
import dev.brokerscope.cli.output.ProgressStyle;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import picocli.CommandLine.Option;

/// What every command takes. Listed last: orders from 901, behind a command's own options and those of where (801).
public final class CommonOptions {

    @Option(order = 901, names = "--json",
            description = "One JSON document on standard output; JSON Lines for streams.")
    boolean json;

    @Option(order = 902, names = {"-q", "--quiet"}, description = "Nothing on standard error but errors.")
    boolean quiet;

    @Option(order = 903, names = "-v", description = "Technical details of errors and decoding.")
    boolean verbose;

    @Option(order = 904, names = "--color", paramLabel = "WHEN", defaultValue = "auto",
            description = "auto, always or never (default: ${DEFAULT-VALUE}; NO_COLOR counts).")
    Paint.When color = Paint.When.AUTO;

    @Option(order = 905, names = "--progress", paramLabel = "HOW", defaultValue = "auto",
            description = "auto, bar, lines, json or none, on standard error (default: ${DEFAULT-VALUE}: a bar on a "
                    + "terminal, one line each 10 s elsewhere).")
    ProgressStyle progress = ProgressStyle.AUTO;

    @Option(order = 906, names = "--zone", paramLabel = "ZONE",
            description = "Zone of times without one, and of times shown: UTC, Europe/Berlin (default: the system's).")
    Optional<ZoneId> zone = Optional.empty();

    @Option(order = 907, names = "--timeout", paramLabel = "TIME",
            description = "How long to wait for a broker: 10s, 1m.")
    Optional<String> timeout = Optional.empty();

    @Option(order = 908, names = "--state", paramLabel = "DIR",
            description = "Where journals, job history and the audit log go (default: the user's state folder).")
    Optional<Path> state = Optional.empty();

    @Option(order = 909, names = "--log-file", paramLabel = "FILE", description = "Writes a technical log there.")
    Optional<Path> logFile = Optional.empty();

    @Option(order = 911, names = {"-h", "--help"}, usageHelp = true, description = "Shows this help.")
    boolean help;

    public boolean json() {
        return json;
    }

    public boolean quiet() {
        return quiet;
    }

    public boolean verbose() {
        return verbose;
    }

    public Paint.When color() {
        return color;
    }

    public ProgressStyle progress() {
        return progress;
    }

    public ZoneId zone() {
        return zone.orElseGet(ZoneId::systemDefault);
    }

    public Optional<String> timeout() {
        return timeout;
    }

    public Optional<Path> state() {
        return state;
    }

    public Optional<Path> logFile() {
        return logFile;
    }
}
