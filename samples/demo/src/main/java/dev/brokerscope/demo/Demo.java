package dev.brokerscope.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;

/// Starts the sample cluster and shows the program with it: see {@link DemoOptions#USAGE}.
public final class Demo {

    /// The name of the prepared connection; those of the other brokers have the name of the broker behind it.
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
            try (OtherBrokers others = OtherBrokers.start(cluster::messages, out)) {
                serve(cluster, others);
            }
            return 0;
        }
    }

    private void serve(SampleCluster cluster, OtherBrokers others) throws InterruptedException {
        out.println("Running until interrupted (Ctrl-C). To look into it:");
        out.println("  brokerscope channels --broker kafka --set bootstrap.servers=" + cluster.bootstrapServers()
                + " --registry " + cluster.registryUrl() + " --stage development");
        others.running().forEach(broker -> out.println("  brokerscope channels "
                + String.join(" ", broker.options()) + " --stage development"));
        out.flush();
        new CountDownLatch(1).await();
    }

    private int present(boolean window) throws IOException, InterruptedException {
        Distribution distribution = Distribution.find();
        try (SampleCluster cluster = SampleCluster.start(); Program program = Program.in(distribution, out)) {
            fill(cluster);
            try (OtherBrokers others = OtherBrokers.start(cluster::messages, out)) {
                return present(window, program, cluster, others);
            }
        }
    }

    private int present(boolean window, Program program, SampleCluster cluster, OtherBrokers others)
            throws IOException, InterruptedException {
        if (!window && options.mode() == DemoOptions.Mode.BEST) {
            out.println("No display was found (DISPLAY and WAYLAND_DISPLAY are not set), so the command line tells"
                    + " the story instead of the window.");
        }
        connect(program, cluster);
        for (OtherBrokers.Running broker : others.running()) {
            List<String> options = new ArrayList<>(broker.options());
            options.addAll(List.of("--registry", cluster.registryUrl()));
            add(program, CONNECTION + "-" + broker.id(), options);
        }
        if (window) {
            out.println("Opening the window; close it to end the demo.");
            out.flush();
            return program.desktop(List.of("--connect", CONNECTION, "--channel", FIRST_CHANNEL));
        }
        new Story(program, out).tell();
        return 0;
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
        add(program, CONNECTION, List.of("--broker", "kafka", "--set",
                "bootstrap.servers=" + cluster.bootstrapServers(), "--registry", cluster.registryUrl()));
    }

    private static void add(Program program, String name, List<String> options)
            throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("connections", "add", name));
        words.addAll(options);
        words.addAll(List.of("--stage", "development", "--read-write"));
        int exit = program.show(words);
        if (exit != 0) {
            throw new DemoFailure(DemoFailure.FAILED,
                    "The connection " + name + " could not be added: exit code " + exit + ".");
        }
    }
}
