package dev.brokerscope.faults.harness;

import dev.brokerscope.cli.Main;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The real command line in a process of its own, at a Kafka broker.
public final class CliChild {

    private CliChild() {}

    /// @param folder working and home folder
    /// @param options of the JVM
    public static Child start(Path folder, List<String> options, String bootstrap, String... words)
            throws IOException {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--broker", "kafka", "--set", "bootstrap.servers=" + bootstrap, "--timeout", "60s"));
        return local(folder, options, all.toArray(String[]::new));
    }

    /// A command that needs no broker.
    public static Child local(Path folder, List<String> options, String... words) throws IOException {
        List<String> jvm = new ArrayList<>(options);
        jvm.add("-Dbrokerscope.plugins=" + Path.of("target", "plugins").toAbsolutePath());
        // signals that the build ignores are not ignored here
        return Child.start(List.of("env", "--default-signal=INT,TERM"), jvm, Main.class.getName(), List.of(words),
                folder);
    }
}
