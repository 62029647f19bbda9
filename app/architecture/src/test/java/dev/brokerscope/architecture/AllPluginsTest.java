package dev.brokerscope.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.api.broker.SpiVersion;
import dev.brokerscope.api.decode.DecoderPlugin;
import dev.brokerscope.core.place.Places;
import dev.brokerscope.core.plugin.PluginEntry;
import dev.brokerscope.core.plugin.PluginHost;
import dev.brokerscope.testkit.IsolatedPlugin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// All our plugins in one process, as users have them: folders of jars, each alone with its libraries.
final class AllPluginsTest {

    private static final List<String> MODULES =
            Stream.concat(Product.brokerModules().stream(), Product.decoderModules().stream()).distinct().toList();

    @TempDir
    Path folder = Path.of("");

    @BeforeEach
    void plugsAllIn() throws IOException {
        for (String module : MODULES) {
            Path plugin = Files.createDirectories(plugins().resolve(module));
            try (Stream<Path> jars = Files.list(Product.file("plugins/" + module + "/target/plugin"))) {
                for (Path jar : jars.filter(j -> j.toString().endsWith(".jar")).toList()) {
                    Files.createLink(plugin.resolve(jar.getFileName()), jar);
                }
            }
        }
    }

    private Path plugins() {
        return folder.resolve("plugins");
    }

    private PluginHost load() {
        return PluginHost.load(List.of(plugins()), Places.under(folder.resolve("home")));
    }

    private static Set<String> ids(PluginHost host) {
        Set<String> ids = new HashSet<>(host.brokers().stream().map(b -> b.descriptor().id()).toList());
        ids.addAll(host.decoderPlugins().stream().map(DecoderPlugin::id).toList());
        return ids;
    }

    @Test
    void areLoadedTogether() {
        try (PluginHost host = load()) {
            assertEquals(List.of(), broken(host));
            assertEquals(Set.copyOf(MODULES), ids(host));
        }
    }

    @Test
    void areMissedByNobodyWhenUnplugged() throws IOException {
        for (String module : MODULES) {
            Path away = Files.move(plugins().resolve(module), folder.resolve("unplugged"));
            try (PluginHost host = load()) {
                assertEquals(List.of(), broken(host));
                assertEquals(without(module), ids(host));
            }
            Files.move(away, plugins().resolve(module));
        }
    }

    @Test
    void areNotHarmedByABrokenOne() throws IOException {
        for (String module : MODULES) {
            Path own = own(module);
            byte[] whole = Files.readAllBytes(own);
            Files.delete(own); // a link: the module's own jar stays
            Files.write(own, new byte[]{1, 2, 3});
            try (PluginHost host = load()) {
                assertEquals(List.of(plugins().resolve(module)), broken(host));
                assertEquals(without(module), ids(host));
            }
            Files.write(own, whole);
        }
    }

    @Test
    void nameTheVersionOfTheInterfacesThatTheyAreBuiltFor() throws IOException {
        for (String module : MODULES) {
            try (JarFile jar = new JarFile(own(module).toFile())) {
                assertEquals(SpiVersion.CURRENT.toString(),
                        jar.getManifest().getMainAttributes().getValue(SpiVersion.ATTRIBUTE), module);
            }
        }
    }

    /// Libraries that several plugins bring are loaded once for each, and no plugin sees a library that another one brings.
    @Test
    void seeTheirOwnLibrariesOnly() throws Exception {
        Map<String, Set<String>> classes = new HashMap<>();
        Map<String, IsolatedPlugin> isolated = new HashMap<>();
        try {
            for (String module : MODULES) {
                classes.put(module, classes(module));
                isolated.put(module, IsolatedPlugin.load(plugins().resolve(module)));
            }
            int shared = 0;
            for (String one : MODULES) {
                for (String other : MODULES) {
                    shared += one.equals(other) ? 0 : apart(classes, isolated, one, other);
                }
            }
            assertTrue(shared > 0, "no library comes twice: nothing was tried");
        } finally {
            for (IsolatedPlugin plugin : isolated.values()) {
                plugin.close();
            }
        }
    }

    /// @return how many classes both have under one name
    private static int apart(Map<String, Set<String>> classes, Map<String, IsolatedPlugin> isolated, String one,
            String other) throws ClassNotFoundException {
        ClassLoader left = isolated.get(one).loader();
        ClassLoader right = isolated.get(other).loader();
        List<String> both = classes.get(one).stream().filter(classes.get(other)::contains).sorted().toList();
        for (String name : both.stream().limit(5).toList()) {
            assertNotSame(Class.forName(name, false, left), Class.forName(name, false, right), name);
        }
        for (String name : classes.get(one).stream().filter(n -> !classes.get(other).contains(n)).limit(5).toList()) {
            assertFalse(Class.forName(name, false, left).getClassLoader() == right);
            assertThrows(ClassNotFoundException.class, () -> Class.forName(name, false, right),
                    () -> other + " sees " + name + " of " + one);
        }
        return both.size();
    }

    private Set<String> classes(String module) throws IOException {
        Set<String> names = new HashSet<>();
        try (Stream<Path> jars = Files.list(plugins().resolve(module))) {
            for (Path file : jars.toList()) {
                try (JarFile jar = new JarFile(file.toFile())) {
                    jar.stream().map(e -> e.getName())
                            .filter(n -> n.endsWith(".class") && !n.startsWith("META-INF/") && !n.contains("-info."))
                            .forEach(n -> names.add(n.substring(0, n.length() - 6).replace('/', '.')));
                }
            }
        }
        return names;
    }

    private Path own(String module) throws IOException {
        try (Stream<Path> jars = Files.list(plugins().resolve(module))) {
            return jars.filter(j -> j.getFileName().toString().startsWith("brokerscope-plugin-")).findFirst()
                    .orElseThrow();
        }
    }

    private static Set<String> without(String module) {
        Set<String> rest = new HashSet<>(MODULES);
        rest.remove(module);
        return rest;
    }

    private static List<Path> broken(PluginHost host) {
        List<Path> broken = new ArrayList<>();
        for (PluginEntry entry : host.entries()) {
            if (entry instanceof PluginEntry.Broken(Path folder, var _)) {
                broken.add(folder);
            }
        }
        return broken;
    }
}
