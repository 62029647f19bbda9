package dev.brokerscope.cli.run;

import dev.brokerscope.cli.output.Paint;
import dev.brokerscope.cli.output.ProgressStyle;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import picocli.CommandLine.Option;

/// What every command takes.
public final class CommonOptions {

    @Option(names = "--json", description = "One JSON document on standard output; JSON Lines for streams.")
    boolean json;

    @Option(names = {"-q", "--quiet"}, description = "Nothing on standard error but errors.")
    boolean quiet;

    @Option(names = "-v", description = "Technical details of errors and decoding.")
    boolean verbose;

    @Option(names = "--color", paramLabel = "WHEN", defaultValue = "auto",
            description = "auto, always or never (default: ${DEFAULT-VALUE}; NO_COLOR counts).")
    Paint.When color = Paint.When.AUTO;

    @Option(names = "--progress", paramLabel = "HOW", defaultValue = "auto",
            description = "auto, bar, lines, json or none, on standard error (default: ${DEFAULT-VALUE}: a bar on a "
                    + "terminal, one line each 10 s elsewhere).")
    ProgressStyle progress = ProgressStyle.AUTO;

    @Option(names = "--zone", paramLabel = "ZONE",
            description = "Zone of times without one, and of times shown: UTC, Europe/Berlin (default: the system's).")
    Optional<ZoneId> zone = Optional.empty();

    @Option(names = "--timeout", paramLabel = "TIME", description = "How long to wait for a broker: 10s, 1m.")
    Optional<String> timeout = Optional.empty();

    @Option(names = "--state", paramLabel = "DIR",
            description = "Where journals, job history and the audit log go (default: the user's state folder).")
    Optional<Path> state = Optional.empty();

    @Option(names = "--log-file", paramLabel = "FILE", description = "Writes a technical log there.")
    Optional<Path> logFile = Optional.empty();

    @Option(names = "--yes", description = "Answers questions with yes; dangerous ones only together with --write.")
    boolean yes;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Shows this help.")
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

    public boolean yes() {
        return yes;
    }
}
