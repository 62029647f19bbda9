package dev.brokerscope.redis.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/// Where `redis-server` is on this machine: named by the system property `brokerscope.redis-server`, or on the PATH.
public final class RedisProgram {

    /// How a machine gets the program.
    public static final String HOW_TO_GET_IT =
            "Install redis-server (Debian: apt-get install redis-server), or name the"
                    + " program with -Dbrokerscope.redis-server=PATH.";

    private RedisProgram() {}

    public static Optional<Path> find() {
        Stream<Path> named = Optional.ofNullable(System.getProperty("brokerscope.redis-server")).map(Path::of).stream();
        Stream<Path> onPath = Arrays.stream(Optional.ofNullable(System.getenv("PATH")).orElse("").split(":"))
                .filter(folder -> !folder.isEmpty()).map(folder -> Path.of(folder, "redis-server"));
        return Stream.concat(named, onPath).filter(Files::isExecutable).findFirst();
    }
}
