package dev.brokerscope.installers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProgramImageTest {

    @TempDir
    Path folder = Path.of("");

    private Tree distribution = new Tree(folder);

    @BeforeEach
    void putTogether() throws Exception {
        distribution = Tree.fresh(folder.resolve("distribution"));
        for (String file : Set.of("lib/picocli.jar", "lib/controls.jar", "lib/brokerscope-cli-1.jar",
                "lib/brokerscope-desktop-1.jar", "lib/javafx/graphics.jar", "lib/command-line.aot", "lib/launch.sh",
                "bin/brokerscope", "bin/brokerscope-desktop", "plugins/kafka/client.jar", "demo/broker.jar")) {
            distribution.write(file, file.startsWith("plugins") || file.startsWith("demo") ? "same" : file);
        }
    }

    @Test
    void theHeadlessOneHasNothingOfTheWindow() throws Exception {
        Tree headless = new ProgramImage(distribution.root()).headless(folder.resolve("headless"),
                Set.of("picocli.jar", "brokerscope-cli-1.jar"));
        assertEquals(Set.of("lib/picocli.jar", "lib/brokerscope-cli-1.jar", "lib/launch.sh", "bin/brokerscope",
                "plugins/kafka/client.jar"), names(headless));
    }

    @Test
    void recordsStayWithTheJavaThatMadeThem() throws Exception {
        Tree portable = new ProgramImage(distribution.root()).portable(folder.resolve("portable"));
        assertFalse(names(portable).contains("lib/command-line.aot"));
        assertTrue(names(portable).contains("lib/javafx/graphics.jar"));
    }

    @Test
    void equalJarsTakeTheirPlaceOnce() throws Exception {
        long before = distribution.bytes();
        ProgramImage.shareEqualJars(distribution);
        assertEquals(before - "same".length(), distribution.bytes());
        assertEquals("same", Files.readString(distribution.root().resolve("demo/broker.jar")));
    }

    @Test
    void anArchiveOfTheSameTreeHasTheSameBytes() throws Exception {
        Archives archives = new Archives(distribution, "top");
        byte[] first = Files.readAllBytes(archives.tarGz(folder.resolve("1.tar.gz")));
        byte[] zip = Files.readAllBytes(archives.zip(folder.resolve("1.zip")));
        for (Path file : distribution.files()) {
            Files.setLastModifiedTime(file, FileTime.fromMillis(1_800_000_000_000L));
        }
        assertArrayEquals(first, Files.readAllBytes(archives.tarGz(folder.resolve("2.tar.gz"))));
        assertArrayEquals(zip, Files.readAllBytes(archives.zip(folder.resolve("2.zip"))));
    }

    @Test
    void aJarThatNobodyAnswersForIsRefused() {
        PackagingException refused = assertThrows(PackagingException.class,
                () -> new Materials(Map.of()).of(distribution.root()));
        assertTrue(refused.getMessage().contains("in no bill of materials"), refused.getMessage());
    }

    private static Set<String> names(Tree tree) throws Exception {
        return tree.files().stream().map(f -> tree.root().relativize(f).toString().replace('\\', '/'))
                .collect(java.util.stream.Collectors.toSet());
    }
}
