package dev.brokerscope.plugin.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.brokerscope.api.broker.BrokerPlugin;
import dev.brokerscope.api.broker.ListQuery;
import dev.brokerscope.api.broker.Session;
import dev.brokerscope.redis.testkit.RedisServer;
import dev.brokerscope.redis.testkit.SharedRedis;
import dev.brokerscope.testkit.TestHost;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The plugin as users get it: its folder of jars, in a class loader that shows it the API and nothing else of ours.
@ExtendWith(SharedRedis.class)
final class RedisIsolationTest {

    private final RedisServer server;

    RedisIsolationTest(RedisServer server) {
        this.server = server;
    }

    @Test
    void worksFromItsFolderAlone() throws Exception {
        try (URLClassLoader loader = new URLClassLoader(jars(), new ApiOnly())) {
            BrokerPlugin plugin = ServiceLoader.load(BrokerPlugin.class, loader).findFirst().orElseThrow();
            assertSame(loader, plugin.getClass().getClassLoader());
            assertEquals("jedis 8.0.2", plugin.descriptor().clientLibrary());
            try (Session session = plugin.connect(new Connecting(server).settings(), TestHost.withoutSecrets())) {
                assertEquals(Optional.empty(), session.list(Optional.empty(), ListQuery.ALL).next());
            }
        }
    }

    private static URL[] jars() throws Exception {
        List<URL> urls = new ArrayList<>();
        try (var files = Files.list(Path.of("target", "plugin"))) {
            for (Path jar : files.filter(f -> f.toString().endsWith(".jar")).toList()) {
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
                return RedisIsolationTest.class.getClassLoader().loadClass(name);
            }
            throw new ClassNotFoundException(name);
        }
    }
}
