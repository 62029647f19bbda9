package dev.brokerscope.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.brokerscope.api.message.Message;
import dev.brokerscope.archive.crypt.ArchiveKeys;
import dev.brokerscope.archive.sqlite.Format;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Archives of every released version of the format open for ever, whole and with the same messages.
class GoldenTest {

    private static final Path KEPT = Path.of("src/test/resources/golden");

    @TempDir
    Path folder;

    static List<String> versions() throws Exception {
        try (Stream<Path> versions = Files.list(KEPT)) {
            return versions.map(v -> v.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void eachIsSoundAndSaysWhatItAlwaysSaid(String version) throws Exception {
        GoldenFiles.unpack(KEPT.resolve(version), folder);
        assertEquals(Files.readAllLines(KEPT.resolve(version).resolve("expected.txt")), statements(folder));
    }

    @Test
    void theVersionThatIsWrittenHasItsWitnesses() throws Exception {
        assertEquals(List.of(Format.text(Format.VERSION)),
                versions().stream().filter(Format.text(Format.VERSION)::equals).toList());
    }

    /// Only for a new version: those that are kept are never written anew.
    @Test
    @EnabledIfSystemProperty(named = "brokerscope.golden", matches = "write",
            disabledReason = "writes the witnesses of a new version of the format")
    void writesTheWitnesses() throws Exception {
        Path target = KEPT.resolve(Format.text(Format.VERSION));
        Files.createDirectories(KEPT);
        Files.createDirectory(target);
        new GoldenFiles(folder).write();
        GoldenFiles.pack(folder, target);
        Files.write(target.resolve("expected.txt"), statements(folder));
    }

    /// A line for each archive: its name, how many volumes, runs, messages and gaps it has, and the hash of its contents.
    private List<String> statements(Path archives) throws Exception {
        List<Path> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(archives)) {
            files.filter(f -> Files.isDirectory(f) || f.toString().endsWith(".msgdb")).sorted().forEach(all::add);
        }
        ArchiveKeys keys = ArchiveKeys.of(GoldenFiles.key(archives));
        List<String> lines = new ArrayList<>();
        for (Path path : all) {
            Verification found = Archive.verify(path, keys, Verification.Level.DEEP, Verification.Listener.NONE);
            assertEquals(List.of(), found.problems(), path::toString);
            assertEquals(Verification.State.SOUND, found.state(), path::toString);
            try (Archive archive = Archive.open(path, keys)) {
                lines.add(path.getFileName() + " " + statement(archive));
            }
        }
        Files.delete(archives.resolve("key"));
        return lines;
    }

    private static String statement(Archive archive) throws Exception {
        ArchiveContents contents = archive.contents();
        ContentHasher hasher =
                new ContentHasher(contents.channels().getFirst().attributes(), ContentMask.ALL);
        List<Message> messages = TestArchives.read(archive).messages();
        for (int partition = 0; partition < contents.channels().getFirst().partitions().size(); partition++) {
            int number = partition;
            messages.stream().filter(m -> m.partition() == number).forEach(hasher::add);
        }
        long gaps = contents.channels().getFirst().partitions().stream().flatMap(p -> p.coverage().stream())
                .mapToLong(c -> c.gaps().size()).sum();
        return contents.volumes().size() + " " + contents.runs().size() + " " + messages.size() + " " + gaps + " "
                + contents.runs().getFirst().fidelity() + " " + hasher.cut().toHex();
    }
}
