package dev.brokerscope.testkit;

import dev.brokerscope.api.broker.BrokerPlugin;
import dev.brokerscope.api.decode.DecoderPlugin;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;

/// A plugin as users get it: a folder of jars, in a class loader that shows it the api, SLF4J and the JDK, and nothing else.
public final class IsolatedPlugin implements AutoCloseable {

    /// Where the build of a plugin puts its folder, as seen from its module.
    public static final Path OF_THIS_MODULE = Path.of("target", "plugin");

    private final URLClassLoader loader;

    private IsolatedPlugin(URLClassLoader loader) {
        this.loader = loader;
    }

    public static IsolatedPlugin load(Path folder) throws IOException {
        return new IsolatedPlugin(new URLClassLoader(jars(folder), new ApiOnly()));
    }

    public ClassLoader loader() {
        return loader;
    }

    /// The broker that the folder names as a service, fresh on each call.
    public BrokerPlugin broker() {
        return ServiceLoader.load(BrokerPlugin.class, loader).findFirst().orElseThrow();
    }

    /// The decoders that the folder names as a service, fresh on each call.
    public List<DecoderPlugin> decoders() {
        return ServiceLoader.load(DecoderPlugin.class, loader).stream().map(ServiceLoader.Provider::get).toList();
    }

    /// Calls as the program does: with the plugin's class loader as the thread's.
    public <T> T within(Callable<T> call) throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return call.call();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }

    private static URL[] jars(Path folder) throws IOException {
        List<URL> urls = new ArrayList<>();
        try (var files = Files.list(folder)) {
            for (Path jar : files.filter(f -> f.toString().endsWith(".jar")).sorted().toList()) {
                urls.add(jar.toUri().toURL());
            }
        }
        return urls.toArray(URL[]::new);
    }

    /// Shows what the program shows to plugins.
    private static final class ApiOnly extends ClassLoader {
        ApiOnly() {
            super(ClassLoader.getPlatformClassLoader());
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (name.startsWith("dev.brokerscope.api.") || name.startsWith("org.slf4j.")) {
                return IsolatedPlugin.class.getClassLoader().loadClass(name);
            }
            throw new ClassNotFoundException(name);
        }
    }
}
