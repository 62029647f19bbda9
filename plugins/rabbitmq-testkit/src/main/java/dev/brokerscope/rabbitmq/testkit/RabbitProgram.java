package dev.brokerscope.rabbitmq.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/// Where `rabbitmq-server` is on this machine: named by the system property `brokerscope.rabbitmq-server`, where Debian
/// keeps it (its program on the PATH only runs as another user), or on the PATH.
public final class RabbitProgram {

    /// How a machine gets the program.
    public static final String HOW_TO_GET_IT =
            "Install rabbitmq-server (Debian: apt-get install rabbitmq-server), or name the"
                    + " program with -Dbrokerscope.rabbitmq-server=PATH.";

    private RabbitProgram() {}

    public static Optional<Path> find() {
        Stream<Path> named =
                Optional.ofNullable(System.getProperty("brokerscope.rabbitmq-server")).map(Path::of).stream();
        Stream<Path> ofDebian = Stream.of(Path.of("/usr/lib/rabbitmq/bin/rabbitmq-server"));
        return Stream.of(named, ofDebian, onPath("rabbitmq-server")).flatMap(paths -> paths)
                .filter(Files::isExecutable).findFirst();
    }

    /// The tool beside it, `rabbitmqctl`.
    static Path control(Path server) {
        return server.resolveSibling("rabbitmqctl");
    }

    /// Erlang's directory of nodes, which the server needs.
    static Path epmd() {
        return onPath("epmd").filter(Files::isExecutable).findFirst()
                .orElseThrow(() -> new IllegalStateException("There is no epmd on the PATH; Erlang brings it."));
    }

    private static Stream<Path> onPath(String program) {
        return Arrays.stream(Optional.ofNullable(System.getenv("PATH")).orElse("").split(":"))
                .filter(folder -> !folder.isEmpty()).map(folder -> Path.of(folder, program));
    }
}
