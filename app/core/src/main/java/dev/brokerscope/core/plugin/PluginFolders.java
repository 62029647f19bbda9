package dev.brokerscope.core.plugin;

import dev.brokerscope.api.broker.BrokerPlugin;
import dev.brokerscope.api.broker.SpiVersion;
import dev.brokerscope.api.decode.DecoderPlugin;
import dev.brokerscope.api.fault.Fault;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Goes through folders of plugin folders and loads what it can. A plugin folder holds jars, or a `classes` folder for
/// authors; nothing is unpacked.
final class PluginFolders {

    private static final Logger LOG = LoggerFactory.getLogger(PluginFolders.class);

    private final ClassLoader program;
    private final List<PluginEntry> entries = new ArrayList<>();
    private final List<PluginLoader> loaders = new ArrayList<>();
    private final Map<String, Path> ids = new HashMap<>();

    PluginFolders(ClassLoader program) {
        this.program = program;
    }

    List<PluginEntry> entries() {
        return entries;
    }

    List<PluginLoader> loaders() {
        return loaders;
    }

    void scan(Path parent) {
        for (Path folder : children(parent)) {
            if (Files.isDirectory(folder)) {
                PluginEntry entry = entry(folder);
                entries.add(entry);
                if (entry instanceof PluginEntry.Broken broken) {
                    LOG.warn("Plugin folder {}: {}", folder, broken.fault().message());
                }
            }
        }
    }

    private PluginEntry entry(Path folder) {
        try {
            return load(folder);
        } catch (FaultException e) {
            return new PluginEntry.Broken(folder, e.fault());
        } catch (ServiceConfigurationError | RuntimeException | LinkageError defect) {
            Throwable cause = defect instanceof ServiceConfigurationError && defect.getCause() != null
                    ? defect.getCause()
                    : defect;
            return new PluginEntry.Broken(folder, fault(folder, PluginContext.reason(cause)).withDetails(
                    defect.toString()));
        }
    }

    private PluginEntry load(Path folder) throws FaultException {
        List<URL> urls = new ArrayList<>();
        for (Path file : children(folder)) {
            boolean classes = Files.isDirectory(file) && file.endsWith("classes");
            if (classes || file.toString().endsWith(".jar")) {
                if (!classes) {
                    checkJar(folder, file);
                }
                urls.add(url(folder, file));
            }
        }
        if (urls.isEmpty()) {
            throw new FaultException(fault(folder, "it holds neither a jar nor a classes folder"));
        }
        PluginLoader loader = new PluginLoader("plugin " + folder.getFileName(), urls.toArray(URL[]::new), program);
        boolean kept = false;
        try {
            PluginEntry entry = instances(folder, loader);
            loaders.add(loader);
            kept = true;
            return entry;
        } finally {
            if (!kept) {
                closeQuietly(loader);
            }
        }
    }

    private PluginEntry instances(Path folder, PluginLoader loader) throws FaultException {
        PluginContext context = new PluginContext(String.valueOf(folder.getFileName()), loader);
        List<BrokerPlugin> brokers = services(BrokerPlugin.class, context, p -> new ContextBroker(p, context));
        List<DecoderPlugin> decoders = services(DecoderPlugin.class, context, p -> ContextDecoderPlugin.of(p, context));
        if (brokers.isEmpty() && decoders.isEmpty()) {
            throw new FaultException(fault(folder, "none of its jars names a broker or decoder plugin as a service"));
        }
        List<String> found = Stream.concat(brokers.stream().map(b -> "broker " + b.descriptor().id()),
                decoders.stream().map(d -> "decoder " + d.id())).toList();
        for (String id : found) {
            Path first = ids.get(id);
            if (first != null) {
                throw new FaultException(fault(folder, "there is already a " + id + " in " + first));
            }
        }
        found.forEach(id -> ids.put(id, folder));
        return new PluginEntry.Loaded(folder, brokers, decoders);
    }

    /// Every provider is instantiated in the plugin's context; one that is not of the service's type is an error.
    private static <T> List<T> services(Class<T> type, PluginContext context, Function<T, T> wrap) {
        return context.ask(() -> {
            List<T> found = new ArrayList<>();
            for (T service : ServiceLoader.load(type, context.loader())) {
                if (service.getClass().getClassLoader() == context.loader()) {
                    found.add(wrap.apply(service));
                }
            }
            return found;
        });
    }

    private void checkJar(Path folder, Path file) throws FaultException {
        try (JarFile jar = new JarFile(file.toFile())) {
            Optional<String> built = Optional.ofNullable(jar.getManifest())
                    .map(m -> m.getMainAttributes().getValue(SpiVersion.ATTRIBUTE));
            if (built.isPresent() && !SpiVersion.parse(built.get()).map(SpiVersion.CURRENT::runs).orElse(false)) {
                throw new FaultException(fault(folder, "it was built for version " + built.get()
                        + " of the plugin interfaces, this program has version " + SpiVersion.CURRENT));
            }
        } catch (IOException e) {
            throw new FaultException(fault(folder, file.getFileName() + " is not a readable jar")
                    .withDetails(e.toString()), e);
        }
    }

    private static Fault fault(Path folder, String reason) {
        return Fault.of(FaultKind.PLUGIN, "plugin.broken",
                "The plugin " + folder.getFileName() + " could not be loaded: " + reason + ".",
                "Install it again into " + folder + ", or remove that folder.");
    }

    private static URL url(Path folder, Path file) throws FaultException {
        try {
            return file.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new FaultException(fault(folder, "its path cannot be read").withDetails(e.toString()), e);
        }
    }

    private static List<Path> children(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> !f.getFileName().toString().startsWith(".")).sorted().toList();
        } catch (IOException e) {
            LOG.warn("{} cannot be listed", folder, e);
            return List.of();
        }
    }

    static void closeQuietly(PluginLoader loader) {
        try {
            loader.close();
        } catch (IOException e) {
            LOG.debug("{} could not be closed", loader.getName(), e);
        }
    }
}
