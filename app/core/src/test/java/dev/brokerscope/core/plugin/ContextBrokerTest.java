package dev.brokerscope.core.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.api.broker.BrokerDescriptor;
import dev.brokerscope.api.broker.BrokerPlugin;
import dev.brokerscope.api.broker.ChannelDefinitions;
import dev.brokerscope.api.broker.Cursor;
import dev.brokerscope.api.broker.Host;
import dev.brokerscope.api.broker.ListQuery;
import dev.brokerscope.api.broker.OpenRequest;
import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.broker.TestStep;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.settings.Settings;
import dev.brokerscope.api.settings.SettingsSchema;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ContextBrokerTest {

    private static final ChannelId ORDERS = ChannelId.of("topic", "orders");

    private final ClassLoader loader = new PluginLoader("test", new URL[0], ContextBrokerTest.class.getClassLoader());
    private final List<String> foreign = new ArrayList<>();
    private final List<String> called = new ArrayList<>();

    private final Host host = new Host() {
        @Override
        public char[] secret(String reference) {
            return new char[0];
        }

        @Override
        public Thread thread(String name, Runnable body) {
            return Thread.ofPlatform().unstarted(body);
        }

        @Override
        public Path workFolder() {
            return Path.of("");
        }
    };

    /// Answers with nothing, and notes calls that come with another context class loader.
    private <T> T witness(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[]{type}, (self, method, args) -> {
            called.add(method.getName());
            if (Thread.currentThread().getContextClassLoader() != loader) {
                foreign.add(method.getName());
            }
            Class<?> answer = method.getReturnType();
            if (method.getName().equals("extension")) {
                return Optional.of(witness(ChannelDefinitions.class));
            }
            if (answer == Cursor.class) {
                return witness(Cursor.class);
            }
            if (method.getName().equals("describe")) {
                throw new IllegalStateException("the broker's mistake");
            }
            return null;
        }));
    }

    private final class WitnessPlugin implements BrokerPlugin {
        private Thread thread = Thread.currentThread();

        @Override
        public BrokerDescriptor descriptor() {
            return new BrokerDescriptor("witness", "Witness", "1", "none", "", false, List.of());
        }

        @Override
        public SettingsSchema settings() {
            return SettingsSchema.EMPTY;
        }

        @Override
        public Session connect(Settings settings, Host given) {
            thread = given.thread("plugin", () -> {});
            return witness(Session.class);
        }

        @Override
        public void test(Settings settings, Host given, Consumer<TestStep> report) {
            throw new NoClassDefFoundError("org/acme/Client");
        }
    }

    private final WitnessPlugin plugin = new WitnessPlugin();
    private final ContextBroker broker = new ContextBroker(plugin, new PluginContext("witness", loader));

    @Test
    void everythingThatComesFromAPluginRunsWithItsLoader() throws Exception {
        ClassLoader ours = Thread.currentThread().getContextClassLoader();
        Session session = broker.connect(Settings.EMPTY, host);
        session.server();
        session.list(Optional.empty(), ListQuery.ALL);
        Cursor cursor = session.open(OpenRequest.everything(ORDERS));
        cursor.next(Duration.ZERO);
        cursor.checkpoint();
        cursor.cancel();
        cursor.close();
        session.extension(ChannelDefinitions.class).orElseThrow().define(ORDERS);
        session.close();
        assertEquals(List.of("server", "list", "open", "next", "checkpoint", "cancel", "close", "extension", "define",
                "close"), called);
        assertEquals(List.of(), foreign);
        assertSame(ours, Thread.currentThread().getContextClassLoader());
    }

    @Test
    void itsThreadsHaveItsLoader() throws Exception {
        broker.connect(Settings.EMPTY, host);
        assertSame(loader, plugin.thread.getContextClassLoader());
    }

    @Test
    void aDefectOfAPluginIsAFaultWithItsName() throws Exception {
        Session session = broker.connect(Settings.EMPTY, host);
        FaultException e = assertThrows(FaultException.class, () -> session.describe(ORDERS));
        assertEquals(FaultKind.PLUGIN, e.kind());
        assertTrue(e.fault().message().contains("witness") && e.fault().message().contains("the broker's mistake"));
    }

    @Test
    void aConnectionTestThatBreaksIsAFailedStep() throws Exception {
        List<TestStep> steps = new ArrayList<>();
        broker.test(Settings.EMPTY, host, steps::add);
        assertTrue(steps.getLast().fault().orElseThrow().message().contains("org.acme.Client is missing"));
    }
}
