package dev.brokerscope.api.broker;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.settings.Settings;
import dev.brokerscope.api.settings.SettingsSchema;
import java.util.Optional;
import java.util.function.Consumer;

/// A broker, found by `ServiceLoader` in a plugin folder, in a class loader of its own. The constructor does no I/O.
public interface BrokerPlugin {

    BrokerDescriptor descriptor();

    SettingsSchema settings();

    /// Connects for reading. Blocking; honours interruption. The settings passed `settings().problems` before.
    Session connect(Settings settings, Host host) throws FaultException, InterruptedException;

    /// Connects for writing; absent where the plugin only reads. Only one gate in the core calls it.
    default Optional<WriteAccess> writeAccess() {
        return Optional.empty();
    }

    /// Tries step by step (address, TLS, sign-in, cluster) and reports each as it ends; stops at the first that fails.
    /// Answers within seconds on a closed port.
    void test(Settings settings, Host host, Consumer<TestStep> report) throws InterruptedException;

    /// Understands pasted text (a client's `.properties`, a URI); absent where it does not.
    default Optional<Settings> importText(String text) {
        return Optional.empty();
    }

    /// Settings of a new, empty broker that needs no server and lives as long as this process, for rehearsals that leave
    /// nothing behind; absent where the plugin has none.
    ///
    /// @param name tells such brokers apart: letters, digits, dots and dashes
    default Optional<Settings> scratch(String name) {
        return Optional.empty();
    }

    /// Opens the writing half of a connection.
    interface WriteAccess {
        WritableSession connect(Settings settings, Host host) throws FaultException, InterruptedException;
    }
}
