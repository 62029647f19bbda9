package dev.brokerscope.kafka.testkit;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;

/// Where the broker's jars lie: the folder that the system property `brokerscope.kafka.lib` names (a distribution),
/// else `kafka-broker/lib` beside this module's classes folder or jar (a build).
record BrokerLibrary(Path folder, Path launcher) {

    static final String PROPERTY = "brokerscope.kafka.lib";

    static BrokerLibrary find() {
        Path launcher = launcherLocation();
        String named = System.getProperty(PROPERTY, "");
        Path folder = named.isEmpty() ? launcher.resolveSibling("kafka-broker").resolve("lib") : Path.of(named);
        if (!Files.isDirectory(folder)) {
            throw new IllegalStateException("The Kafka broker's jars are not in " + folder
                    + ". Build plugins/kafka-testkit first, or name their folder by -D" + PROPERTY + "=FOLDER.");
        }
        return new BrokerLibrary(folder.toAbsolutePath(), launcher.toAbsolutePath());
    }

    String classPath() {
        return launcher + File.pathSeparator + folder.resolve("*");
    }

    private static Path launcherLocation() {
        CodeSource source = BrokerMain.class.getProtectionDomain().getCodeSource();
        if (source == null) {
            throw new IllegalStateException("The location of the Kafka testkit's classes is not known.");
        }
        try {
            return Path.of(source.getLocation().toURI());
        } catch (URISyntaxException notAFile) {
            throw new IllegalStateException("The Kafka testkit was not loaded from a file.", notAFile);
        }
    }
}
