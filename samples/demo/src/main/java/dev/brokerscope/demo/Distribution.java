package dev.brokerscope.demo;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The folder with the program as its users have it: `bin/brokerscope` and `bin/brokerscope-desktop`.
record Distribution(Path home) {

    static final String PROPERTY = "brokerscope.home";

    /// The folder that the system property names, else the one this demo is part of, else the build's own.
    static Distribution find() {
        String named = System.getProperty(PROPERTY, "");
        Optional<Path> found = named.isEmpty() ? search() : Optional.of(Path.of(named)).filter(Distribution::complete);
        return new Distribution(found.orElseThrow(() -> new DemoFailure(DemoFailure.MISSING,
                "The program is not in " + (named.isEmpty() ? "installers/target/brokerscope" : named)
                        + ". Build it by: mvn -q -DskipTests package"))
                .toAbsolutePath().normalize());
    }

    Path cli() {
        return script(home, "brokerscope");
    }

    Path desktop() {
        return script(home, "brokerscope-desktop");
    }

    private static Optional<Path> search() {
        return Stream.of(codeLocation(), Path.of("").toAbsolutePath())
                .flatMap(start -> Stream.iterate(start, folder -> folder != null, Path::getParent))
                .flatMap(folder -> Stream.of(folder, folder.resolve("installers/target/brokerscope")))
                .filter(Distribution::complete).findFirst();
    }

    private static boolean complete(Path folder) {
        return Files.isRegularFile(script(folder, "brokerscope"));
    }

    private static Path script(Path home, String name) {
        boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
        return home.resolve("bin").resolve(windows ? name + ".cmd" : name);
    }

    private static Path codeLocation() {
        try {
            return Path.of(Distribution.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException notAFile) {
            throw new IllegalStateException(notAFile);
        }
    }
}
