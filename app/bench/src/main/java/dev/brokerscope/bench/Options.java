package dev.brokerscope.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/// What to measure, as given on the command line.
final class Options {

    @Option(names = "--scale", paramLabel = "X", defaultValue = "1",
            description = "Share of the data sets: 0.05 ends within a minute or two (default: 1).")
    double scale = 1;

    @Option(names = "--rounds", paramLabel = "N", defaultValue = "5",
            description = "Rounds that count, after one that does not (default: 5).")
    int rounds = 5;

    @Option(names = "--sets", split = ",", paramLabel = "SET", defaultValue = "S,M,L",
            description = "Data sets: S, M, L (default: all).")
    List<String> sets = List.of();

    @Option(names = "--compression", split = ",", paramLabel = "CODEC", defaultValue = "none,lz4",
            description = "Compression of the topics (default: none,lz4).")
    List<String> compressions = List.of();

    @Option(names = "--only", split = ",", paramLabel = "PART", defaultValue = "read,write,points",
            description = "read, write, points (default: all), large (reads from a 10 GB archive), or hold: only fills the topics and waits.")
    List<String> parts = List.of();

    @Option(names = "--brief", description = "Only the programs that something is asked of.")
    boolean brief;

    @Option(names = "--grow",
            description = "Runs S ten times, M five times and L two times larger as well, one round of the programs "
                    + "that something is asked of, and prints what that took more: without start and compilers.")
    boolean grow;

    @Option(names = "--home", required = true, paramLabel = "DIR", description = "The distribution to measure.")
    Path home = Path.of("");

    @Option(names = "--perf-tools", required = true, paramLabel = "DIR", description = "Jars of Kafka's tools.")
    Path perfTools = Path.of("");

    @Option(names = "--work", paramLabel = "DIR", description = "Where archives go (default: a temporary folder).")
    Optional<Path> work = Optional.empty();

    @Option(names = "--json", paramLabel = "FILE", description = "Writes the figures there too.")
    Optional<Path> json = Optional.empty();

    @Option(names = "--heap", paramLabel = "MB", defaultValue = "256",
            description = "Most heap that the command line gets (default: 256).")
    int heap = 256;

    Path home() {
        return home.toAbsolutePath();
    }

    Path perfTools() {
        return perfTools.toAbsolutePath();
    }

    boolean wants(String part) {
        return parts.contains(part);
    }
}
