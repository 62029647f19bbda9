package dev.brokerscope.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;

/// Starts the sample cluster and shows the program with it: see {@link DemoOptions#USAGE}.
public final class Demo {

    /// The name of the prepared connection.
    static final String CONNECTION = "demo";
    /// What the window opens with.
    private static final String FIRST_CHANNEL = "payments";

    private final DemoOptions options;
    private final PrintStream out;

    private Demo(DemoOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /// Exit codes are those of the command line; the window's own is passed on.
    public static void main(String[] arguments) {
        int exit;
        try {
            exit = new Demo(DemoOptions.parse(List.of(arguments)), System.out).run();
        } catch (DemoFailure failure) {
            System.out.flush();
            System.err.println(failure.getMessage());
            exit = failure.exitCode();
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
            exit = 130;
        } catch (IOException | RuntimeException failed) {
            System.err.println("The demo failed: " + failed.getMessage());
            exit = DemoFailure.FAILED;
        }
        System.exit(exit);
    }

    private int run() throws IOException, InterruptedException {
        if (options.withParent()) {
            ProcessHandle.current().parent().ifPresent(parent -> parent.onExit().thenRun(() -> System.exit(130)));
        }
        return switch (options.mode()) {
            case HELP -> {
                out.print(DemoOptions.USAGE);
                yield 0;
            }
            case SERVE -> serve();
            case STORY -> present(false);
            case BEST -> present(Display.current().present());
        };
    }

    private int serve() throws InterruptedException {
        try (SampleCluster cluster = SampleCluster.start()) {
            fill(cluster);
            out.println("Running until interrupted (Ctrl-C). To look into it:");
            out.println("  brokerscope channels --broker kafka --set bootstrap.servers=" + cluster.bootstrapServers()
                    + " --registry " + cluster.registryUrl() + " --stage development");
            out.flush();
            new CountDownLatch(1).await();
            return 0;
        }
    }

    private int present(boolean window) throws IOException, InterruptedException {
        Distribution distribution = Distribution.find();
        try (SampleCluster cluster = SampleCluster.start(); Program program = Program.in(distribution, out)) {
            fill(cluster);
            if (!window && options.mode() == DemoOptions.Mode.BEST) {
                out.println("No display was found (DISPLAY and WAYLAND_DISPLAY are not set), so the command line tells"
                        + " the story instead of the window.");
            }
            connect(program, cluster);
            if (window) {
                out.println("Opening the window; close it to end the demo.");
                out.flush();
                return program.desktop(List.of("--connect", CONNECTION, "--channel", FIRST_CHANNEL));
            }
            new Story(program, out).tell();
            return 0;
        }
    }

    private void fill(SampleCluster cluster) throws InterruptedException {
        out.println("Kafka:    " + cluster.bootstrapServers() + " (process " + cluster.brokerPid() + ")");
        out.println("Registry: " + cluster.registryUrl());
        out.flush();
        Instant begin = Instant.now();
        long written = cluster.fill(options.now());
        out.printf(Locale.ROOT, "Samples:  %,d messages, written in %.1f s%n", written,
                Duration.between(begin, Instant.now()).toMillis() / 1_000.0);
        out.flush();
    }

    private static void connect(Program program, SampleCluster cluster) throws IOException, InterruptedException {
        int exit = program.show(List.of("connections", "add", CONNECTION, "--broker", "kafka", "--set",
                "bootstrap.servers=" + cluster.bootstrapServers(), "--registry", cluster.registryUrl(), "--stage",
                "development", "--read-write"));
        if (exit != 0) {
            throw new DemoFailure(DemoFailure.FAILED, "The connection could not be added: exit code " + exit + ".");
        }
    }
}
