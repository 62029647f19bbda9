package dev.brokerscope.api.compatibility;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.brokerscope.api.broker.SpiVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The api against every version on record with the same major number; `src/api/1.0.txt` and so on.
final class ApiCompatibilityTest {

    private static final Path RECORDS = Path.of("src", "api");

    @Test
    void breaksNoPluginOfAnEarlierMinorVersion() throws Exception {
        SortedSet<String> now = now();
        List<String> breaking = new ArrayList<>();
        for (Path record : records()) {
            Change.between(read(record), now).breaking().forEach(b -> breaking.add(record.getFileName() + ": " + b));
        }
        assertEquals("", String.join("\n", breaking), "These changes break plugins that others built. Keep the old"
                + " member beside the new one (a default method, a second constructor), or, if it must be, raise the"
                + " major version: SpiVersion.CURRENT, brokerscope.spi in the root pom.xml, and a new record.");
    }

    @Test
    void isOnRecord() throws Exception {
        Path record = RECORDS.resolve(SpiVersion.CURRENT + ".txt");
        SortedSet<String> now = now();
        SortedSet<String> recorded = Files.exists(record) ? read(record) : new TreeSet<>();
        Change change = Change.between(recorded, now);
        if (Boolean.getBoolean("brokerscope.api.record") && change.breaking().isEmpty()) {
            Files.createDirectories(RECORDS);
            Files.write(record, now);
            recorded = now;
        }
        assertEquals("", String.join("\n", Change.between(recorded, now).additions()), () -> "These are new in the api."
                + " If version " + SpiVersion.CURRENT + " was released, raise the minor version (SpiVersion.CURRENT,"
                + " brokerscope.spi in the root pom.xml); then record them: mvn -q -Pquick -pl app/api test"
                + " -Dtest=ApiCompatibilityTest -Dbrokerscope.api.record=true");
    }

    private static SortedSet<String> now() throws IOException, ClassNotFoundException {
        return Signatures.below(Path.of("target", "classes"), "dev.brokerscope.api.");
    }

    private static List<Path> records() throws IOException {
        try (Stream<Path> files = Files.list(RECORDS)) {
            return files.filter(f -> f.getFileName().toString().startsWith(SpiVersion.CURRENT.major() + ".")).sorted()
                    .toList();
        }
    }

    private static SortedSet<String> read(Path record) throws IOException {
        return new TreeSet<>(Files.readAllLines(record));
    }
}
