package dev.brokerscope.desktop.shell;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.api.settings.Settings;
import dev.brokerscope.core.Engine;
import dev.brokerscope.core.EngineOptions;
import dev.brokerscope.core.connection.Connection;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiagnosticReportTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    void namesVersionsAndFoldersAndNothingThatIsSomebodysOwn() throws Exception {
        try (Engine engine = Engine.start(EngineOptions.under(folder, List.of(Path.of("target", "plugins"))))) {
            engine.connections().save(Connection.adHoc("payroll-prod", "memory",
                    Settings.EMPTY.with("name", "secret-host-17")));
            String text = new DiagnosticReport(engine).text();

            assertTrue(text.contains("Brokerscope ") && text.contains("JavaFX "), text);
            assertTrue(text.contains("Broker memory ") && text.contains("Plugin json: loaded"), text);
            assertTrue(text.contains("Logs: "), text);
            assertFalse(text.contains("payroll-prod") || text.contains("secret-host-17"), text);
        }
    }
}
