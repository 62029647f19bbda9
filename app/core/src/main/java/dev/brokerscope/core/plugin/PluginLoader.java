package dev.brokerscope.core.plugin;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The classes of one plugin: its own jars first, the contract and the logging from the program, everything else from
/// the Java platform. Other classes of the program do not exist for it, so that each plugin can bring any version of any
/// library.
final class PluginLoader extends URLClassLoader {

    private static final List<String> SHARED = List.of("dev.brokerscope.api.", "org.slf4j.", "org.jspecify.");

    static {
        registerAsParallelCapable();
    }

    private final ClassLoader program;

    PluginLoader(String name, URL[] urls, ClassLoader program) {
        super(name, urls, ClassLoader.getPlatformClassLoader());
        this.program = program;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (SHARED.stream().anyMatch(name::startsWith)) {
            return program.loadClass(name);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> found = findLoadedClass(name);
            if (found == null) {
                found = name.startsWith("java.") ? super.loadClass(name, false) : ownFirst(name);
            }
            if (resolve) {
                resolveClass(found);
            }
            return found;
        }
    }

    private Class<?> ownFirst(String name) throws ClassNotFoundException {
        try {
            return findClass(name);
        } catch (ClassNotFoundException notOurs) {
            return getParent().loadClass(name);
        }
    }

    @Override
    public URL getResource(String name) {
        return Optional.ofNullable(findResource(name)).orElseGet(() -> getParent().getResource(name));
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        Set<URL> all = new LinkedHashSet<>(Collections.list(findResources(name)));
        all.addAll(Collections.list(getParent().getResources(name)));
        return Collections.enumeration(all);
    }
}
