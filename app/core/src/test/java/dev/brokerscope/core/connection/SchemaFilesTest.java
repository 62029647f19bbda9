package dev.brokerscope.core.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.brokerscope.api.decode.SchemaId;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.settings.Settings;
import dev.brokerscope.core.Engine;
import dev.brokerscope.core.EngineOptions;
import dev.brokerscope.core.plugin.PluginHost;
import dev.brokerscope.plugin.memory.MemoryPlugin;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaFilesTest {

    private static final Connection MEMORY = Connection.adHoc("memory", "memory", Settings.EMPTY);

    @TempDir
    private Path folder;

    private Engine engine() {
        return Engine.start(EngineOptions.under(folder, List.of()),
                PluginHost.of(List.of(new MemoryPlugin()), List.of()));
    }

    @Test
    void aConnectionFindsSchemasInTheUsersFolder() throws Exception {
        try (Engine engine = engine()) {
            Path schemas = Files.createDirectories(engine.places().schemas());
            Files.writeString(schemas.resolve("42.avsc"), "\"long\"");
            try (OpenConnection open = engine.connector().open(MEMORY)) {
                assertEquals("\"long\"", open.schemas().find(new SchemaId("id:42")).content());
            }
        }
    }

    @Test
    void aConnectionWithoutRegistryOrFolderSaysWhatToDo() throws Exception {
        try (Engine engine = engine(); OpenConnection open = engine.connector().open(MEMORY)) {
            FaultException fault = assertThrows(FaultException.class, () -> open.schemas().find(new SchemaId("id:42")));
            assertEquals(FaultKind.NOT_FOUND, fault.kind());
            assertEquals("Set the registry of the connection, or pick a schema file with Decode as.",
                    fault.fault().remedy());
        }
    }
}
