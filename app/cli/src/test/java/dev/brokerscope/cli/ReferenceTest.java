package dev.brokerscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReferenceTest {

    /// Written anew by: brokerscope reference > docs/cli.md
    @Test
    void theReferenceIsWhatTheCommandsSay(@TempDir Path folder) throws Exception {
        assertEquals(new Shell(folder).line("reference").out(), Files.readString(Path.of("../../docs/cli.md")));
    }
}
