package dev.brokerscope.desktop.shell;

import dev.brokerscope.api.broker.BrokerDescriptor;
import dev.brokerscope.api.broker.BrokerPlugin;
import dev.brokerscope.core.Engine;
import dev.brokerscope.core.place.Places;
import dev.brokerscope.core.plugin.PluginEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What somebody who helps needs to know of this installation: versions and folders. No connection, no address, no
/// secret, no payload is in it.
record DiagnosticReport(Engine engine) {

    /// Of the program.
    static String version() {
        return Optional.ofNullable(DiagnosticReport.class.getPackage().getImplementationVersion())
                .orElse("development");
    }

    /// Loads the plugins the first time: not on the FX thread.
    String text() {
        List<String> lines = new ArrayList<>(List.of(
                "Brokerscope " + version(),
                "Java " + System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"),
                "JavaFX " + System.getProperty("javafx.runtime.version", "unknown"),
                "System " + System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"),
                "Heap " + (Runtime.getRuntime().maxMemory() >> 20) + " MB at most, "
                        + Runtime.getRuntime().availableProcessors() + " processors",
                ""));
        folders().forEach(folder -> lines.add(folder.name() + ": " + withoutHome(folder.path())));
        lines.add("");
        engine.plugins().entries().forEach(entry -> lines.add(switch (entry) {
            case PluginEntry.Loaded loaded -> "Plugin " + loaded.name() + ": loaded";
            case PluginEntry.Broken broken -> "Plugin " + broken.name() + ": left out, code "
                    + broken.fault().code();
        }));
        engine.plugins().brokers().stream().map(BrokerPlugin::descriptor).map(DiagnosticReport::broker)
                .forEach(lines::add);
        return String.join("\n", lines) + "\n";
    }

    private static String broker(BrokerDescriptor broker) {
        return "Broker " + broker.id() + " " + broker.version() + " (" + broker.clientLibrary() + ")";
    }

    /// A folder of the program.
    record Folder(String name, String path) {}

    List<Folder> folders() {
        Places places = engine.places();
        return List.of(new Folder("Settings", places.config().toString()), new Folder("Data", places.data().toString()),
                new Folder("Cache", places.cache().toString()), new Folder("Logs", places.logs().toString()),
                new Folder("Plugins", places.plugins().toString()));
    }

    /// The name of a home folder is somebody's name.
    private static String withoutHome(String path) {
        String home = System.getProperty("user.home", "");
        return home.length() > 1 && path.startsWith(home) ? "~" + path.substring(home.length()) : path;
    }
}
