package dev.brokerscope.desktop.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.core.connection.Connection;
import dev.brokerscope.core.connection.Stage;
import dev.brokerscope.plugin.memory.MemoryPlugin;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportFileTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    void takesOverWhatABrokerUnderstandsAndTrustsNothing() throws Exception {
        Path file = Files.writeString(folder.resolve("shop.properties"), "memory://shop\n");
        Connection taken = ImportFile.read(file, List.of(new MemoryPlugin()));

        assertEquals("shop", taken.name());
        assertEquals("shop", taken.settings().get("name", ""));
        assertTrue(taken.readOnly());
        assertEquals(Stage.PRODUCTION, taken.stage());
    }

    @Test
    void saysThatNobodyUnderstandsAFile() throws Exception {
        Path file = Files.writeString(folder.resolve("letter.txt"), "Dear Anna");

        FaultException why =
                assertThrows(FaultException.class, () -> ImportFile.read(file, List.of(new MemoryPlugin())));
        assertTrue(why.fault().message().startsWith("No plugin understands"), why.fault().message());
    }

    @Test
    void refusesAFileThatIsNoText() throws Exception {
        Path file = Files.write(folder.resolve("image"), new byte[]{(byte) 0xff, (byte) 0xfe, 0, (byte) 0xd8});

        assertThrows(FaultException.class, () -> ImportFile.read(file, List.of(new MemoryPlugin())));
    }
}
