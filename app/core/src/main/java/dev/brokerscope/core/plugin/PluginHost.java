package dev.brokerscope.core.plugin;

import dev.brokerscope.api.broker.BrokerPlugin;
import dev.brokerscope.api.decode.Decoder;
import dev.brokerscope.api.decode.DecoderPlugin;
import dev.brokerscope.core.place.Places;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// All plugins, loaded once. Immutable; any thread.
public final class PluginHost implements AutoCloseable {

    private final List<PluginEntry> entries;
    private final List<PluginLoader> loaders;

    private PluginHost(List<PluginEntry> entries, List<PluginLoader> loaders) {
        this.entries = List.copyOf(entries);
        this.loaders = List.copyOf(loaders);
    }

    /// Loads every folder below the given ones and below the user's own plugin folder. Of two plugins with one id the
    /// first counts; the other is listed as broken.
    ///
    /// @param folders each holds plugin folders; missing ones are skipped
    public static PluginHost load(List<Path> folders, Places places) {
        PluginFolders scan = new PluginFolders(PluginHost.class.getClassLoader());
        folders.forEach(scan::scan);
        scan.scan(places.plugins());
        return new PluginHost(scan.entries(), scan.loaders());
    }

    /// Plugins that are there already, as tests have them; in no class loader of their own.
    public static PluginHost of(List<BrokerPlugin> brokers, List<DecoderPlugin> decoders) {
        return new PluginHost(List.of(new PluginEntry.Loaded(Path.of("given"), brokers, decoders)), List.of());
    }

    /// In the order they were found, broken ones too.
    public List<PluginEntry> entries() {
        return entries;
    }

    public List<BrokerPlugin> brokers() {
        return loaded().stream().flatMap(e -> e.brokers().stream()).toList();
    }

    public Optional<BrokerPlugin> broker(String id) {
        return brokers().stream().filter(b -> b.descriptor().id().equals(id)).findFirst();
    }

    public List<DecoderPlugin> decoderPlugins() {
        return loaded().stream().flatMap(e -> e.decoders().stream()).toList();
    }

    public List<Decoder> decoders() {
        return decoderPlugins().stream().flatMap(p -> p.decoders().stream()).toList();
    }

    private List<PluginEntry.Loaded> loaded() {
        return entries.stream()
                .filter(PluginEntry.Loaded.class::isInstance)
                .map(PluginEntry.Loaded.class::cast)
                .toList();
    }

    /// Lets go of the jars. Classes that were loaded keep working.
    @Override
    public void close() {
        loaders.forEach(PluginFolders::closeQuietly);
    }
}
