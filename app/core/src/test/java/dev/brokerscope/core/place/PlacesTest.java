package dev.brokerscope.core.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlacesTest {

    private static final Path HOME = Path.of("/home/ann");

    @Test
    void followXdgOnLinux() {
        Places places = Places.of(Map.of("XDG_STATE_HOME", "/var/ann", "XDG_DATA_HOME", "relative"), "Linux", HOME);
        assertEquals(Path.of("/home/ann/.config/brokerscope/connections"), places.connections());
        assertEquals(Path.of("/var/ann/brokerscope/audit.jsonl"), places.audit());
        assertEquals(Path.of("/home/ann/.local/share/brokerscope/plugins"), places.plugins());
        assertEquals(Path.of("/home/ann/.cache/brokerscope/results"), places.results());
    }

    @Test
    void pluginsForAllUsersLieWhereTheSystemKeepsSharedData() {
        assertEquals(
                List.of(Path.of("/usr/local/share/brokerscope/plugins"), Path.of("/usr/share/brokerscope/plugins")),
                Places.pluginsForAllUsers(Map.of(), "Linux"));
        assertEquals(List.of(Path.of("/srv/share/brokerscope/plugins")),
                Places.pluginsForAllUsers(Map.of("XDG_DATA_DIRS", "relative:/srv/share"), "Linux"));
        assertEquals(List.of(), Places.pluginsForAllUsers(Map.of(), "Windows 11"));
    }

    @Test
    void followTheirCustomsOnMacOs() {
        Places places = Places.of(Map.of(), "Mac OS X", HOME);
        assertEquals(HOME.resolve("Library/Application Support/brokerscope/connections"), places.connections());
        assertEquals(HOME.resolve("Library/Caches/brokerscope"), places.cache());
    }

    @Test
    void aFolderThatCannotBeMadeIsAFaultWithAWayOut(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("file"), "in the way");
        FaultException e = assertThrows(FaultException.class, () -> Places.made(folder.resolve("file/state")));
        assertEquals(FaultKind.FILE_ACCESS, e.kind());
    }

    @Test
    void aSmallFileIsReplacedWholeOrNotAtAll(@TempDir Path folder) throws Exception {
        WholeFile.write(folder.resolve("a/b.json"), "one");
        WholeFile.write(folder.resolve("a/b.json"), "two");
        assertEquals("two", Files.readString(folder.resolve("a/b.json")));
        try (var files = Files.list(folder.resolve("a"))) {
            assertEquals(1, files.count());
        }
    }
}
