package dev.brokerscope.core.plugin;

import dev.brokerscope.api.broker.BrokerDescriptor;
import dev.brokerscope.api.broker.BrokerPlugin;
import dev.brokerscope.api.broker.Host;
import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.broker.TestStep;
import dev.brokerscope.api.fault.Fault;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.settings.Settings;
import dev.brokerscope.api.settings.SettingsSchema;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/// A broker plugin, each call in the plugin's context, and so for everything that comes from it.
final class ContextBroker implements BrokerPlugin {

    private final BrokerPlugin plugin;
    private final PluginContext context;
    private final BrokerDescriptor descriptor;
    private final SettingsSchema settings;

    ContextBroker(BrokerPlugin plugin, PluginContext context) {
        this.plugin = plugin;
        this.context = context;
        this.descriptor = context.ask(plugin::descriptor);
        this.settings = context.ask(plugin::settings);
    }

    @Override
    public BrokerDescriptor descriptor() {
        return descriptor;
    }

    @Override
    public SettingsSchema settings() {
        return settings;
    }

    @Override
    public Session connect(Settings given, Host host) throws FaultException, InterruptedException {
        return new ContextSession(context.call(() -> plugin.connect(given, inContext(host))), context);
    }

    @Override
    public Optional<WriteAccess> writeAccess() {
        return context.ask(plugin::writeAccess)
                .map(access -> (given, host) -> new ContextWritableSession(
                        context.call(() -> access.connect(given, inContext(host))), context));
    }

    @Override
    public void test(Settings given, Host host, Consumer<TestStep> report) throws InterruptedException {
        try {
            context.run(() -> plugin.test(given, inContext(host), report));
        } catch (FaultException e) {
            Fault fault = e.fault();
            report.accept(new TestStep("Plugin", Duration.ZERO, "", Optional.of(fault)));
        }
    }

    @Override
    public Optional<Settings> importText(String text) {
        return context.ask(() -> plugin.importText(text));
    }

    @Override
    public Optional<Settings> scratch(String name) {
        return context.ask(() -> plugin.scratch(name));
    }

    private Host inContext(Host host) {
        return new Host() {
            @Override
            public char[] secret(String reference) throws FaultException {
                return host.secret(reference);
            }

            @Override
            public Thread thread(String name, Runnable body) {
                Thread thread = host.thread(name, body);
                thread.setContextClassLoader(context.loader());
                return thread;
            }

            @Override
            public Path workFolder() {
                return host.workFolder();
            }
        };
    }
}
