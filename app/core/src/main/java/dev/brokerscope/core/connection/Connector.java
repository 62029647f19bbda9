package dev.brokerscope.core.connection;

import dev.brokerscope.api.broker.BrokerPlugin;
import dev.brokerscope.api.broker.Host;
import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.broker.TestStep;
import dev.brokerscope.api.decode.SchemaSource;
import dev.brokerscope.api.fault.Fault;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.settings.SettingProblem;
import dev.brokerscope.archive.Archive;
import dev.brokerscope.core.keys.ArchiveKeyring;
import dev.brokerscope.core.place.Places;
import dev.brokerscope.core.plugin.PluginHost;
import dev.brokerscope.core.schema.FileSchemas;
import dev.brokerscope.core.schema.RegistryClient;
import dev.brokerscope.core.schema.SchemaChain;
import dev.brokerscope.core.secret.SecretStore;
import dev.brokerscope.core.text.Nearest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Opens connections for reading, and tries them. Any thread; blocks as long as the broker does.
public final class Connector {

    private final Supplier<PluginHost> plugins;
    private final SecretStore secrets;
    private final Places places;
    private final ArchiveKeyring keys;

    /// @param plugins asked when the first broker is needed: archives open without loading any
    /// @param keys to encrypted archives
    public Connector(Supplier<PluginHost> plugins, SecretStore secrets, Places places, ArchiveKeyring keys) {
        this.plugins = plugins;
        this.secrets = secrets;
        this.places = places;
        this.keys = keys;
    }

    /// @throws FaultException `INVALID_SETTINGS` with every malformed setting, `NOT_FOUND` for an unknown broker, else
    /// why the broker could not be reached
    public OpenConnection open(Connection connection) throws FaultException, InterruptedException {
        BrokerPlugin plugin = plugin(connection);
        Session session = plugin.connect(connection.settings(), host(connection));
        Optional<RegistryClient> registry = connection.registry().map(r -> new RegistryClient(r, secrets::resolve));
        return new OpenConnection(connection, session,
                withFiles(registry), Optional.empty(),
                () -> registry.ifPresent(RegistryClient::close));
    }

    /// With the keys that the user gave.
    ///
    /// @throws FaultException as `Archive.open` says
    public OpenConnection openArchive(Path path) throws FaultException {
        Archive archive = Archive.open(path, keys.keys(path));
        return new OpenConnection(Connection.ofArchive(path.toString()), archive.session(),
                withFiles(Optional.of(archive.schemas())),
                Optional.of(archive), archive::close);
    }

    /// A broker of this process's own, empty and without a server; absent where no plugin has one.
    ///
    /// @param name tells such brokers apart
    public Optional<Connection> scratch(String name) {
        return plugins.get().brokers().stream()
                .flatMap(p -> p.scratch(name).stream().map(s -> Connection.adHoc("memory", p.descriptor().id(), s)))
                .findFirst().map(c -> c.at(Stage.DEVELOPMENT).readOnly(false));
    }

    /// What the registry or archive does not know may stand in the user's own schema files.
    private SchemaSource withFiles(Optional<? extends SchemaSource> first) {
        List<SchemaSource> sources = new ArrayList<>();
        first.ifPresent(sources::add);
        if (Files.isDirectory(places.schemas())) {
            sources.add(new FileSchemas(places.schemas()));
        }
        return new SchemaChain(sources);
    }

    /// Tries the connection and its registry step by step, and reports each as it ends. Changes nothing.
    public void test(Connection connection, Consumer<TestStep> report) throws InterruptedException {
        try {
            plugin(connection).test(connection.settings(), host(connection), report);
        } catch (FaultException e) {
            report.accept(new TestStep("Settings", Duration.ZERO, "", Optional.of(e.fault())));
            return;
        }
        if (connection.registry().isPresent()) {
            String name = "Schema registry " + connection.registry().get().displayUrl();
            long start = System.nanoTime();
            try (RegistryClient registry = new RegistryClient(connection.registry().get(), secrets::resolve)) {
                String found = registry.test();
                report.accept(new TestStep(name, since(start), found, Optional.empty()));
            } catch (FaultException e) {
                report.accept(new TestStep(name, since(start), "", Optional.of(e.fault())));
            }
        }
    }

    /// Everything wrong with its settings; empty where it can be tried.
    ///
    /// @throws FaultException of kind `NOT_FOUND` for an unknown broker
    public List<SettingProblem> problems(Connection connection) throws FaultException {
        return known(connection.broker()).settings().problems(connection.settings());
    }

    /// The plugin of a broker.
    ///
    /// @throws FaultException of kind `NOT_FOUND` that names the known ones and the nearest
    public BrokerPlugin known(String broker) throws FaultException {
        Optional<BrokerPlugin> plugin = plugins.get().broker(broker);
        if (plugin.isPresent()) {
            return plugin.get();
        }
        List<String> ids = plugins.get().brokers().stream().map(b -> b.descriptor().id()).sorted().toList();
        String near = Nearest.of(broker, ids).map(n -> "Did you mean " + n + "? ").orElse("");
        String known = ids.isEmpty()
                ? "No broker plugin is installed: put one into " + places.plugins() + "."
                : "Known are: " + String.join(", ", ids) + ". Plugins are listed by: brokerscope plugins";
        throw new FaultException(FaultKind.NOT_FOUND, "broker.unknown",
                "There is no plugin for the broker \"" + broker + "\".", near + known);
    }

    /// @throws FaultException of kind `INVALID_SETTINGS` with every malformed setting, `NOT_FOUND` for an unknown broker
    public void demandUsable(Connection connection) throws FaultException {
        plugin(connection);
    }

    /// The plugin, where the connection's settings can be used.
    BrokerPlugin plugin(Connection connection) throws FaultException {
        BrokerPlugin plugin = known(connection.broker());
        List<SettingProblem> problems = plugin.settings().problems(connection.settings());
        if (!problems.isEmpty()) {
            throw new FaultException(malformed(connection, plugin, problems));
        }
        return plugin;
    }

    Host host(Connection connection) {
        return new BrokerHost(secrets, places.cache().resolve("plugins").resolve(connection.broker()));
    }

    private static Fault malformed(Connection connection, BrokerPlugin plugin, List<SettingProblem> problems) {
        List<String> keys = plugin.settings().fields().stream().map(f -> f.key()).toList();
        StringBuilder text = new StringBuilder("The settings of " + connection.name() + " cannot be used:");
        for (SettingProblem p : problems) {
            text.append(' ').append(p.key()).append(": ").append(p.message());
            if (!keys.contains(p.key())) {
                Nearest.of(p.key(), keys).ifPresent(n -> text.append(" Did you mean ").append(n).append('?'));
            }
        }
        return Fault.of(FaultKind.INVALID_SETTINGS, "connection.settings", text.toString(),
                "All settings are listed by: brokerscope connections settings " + connection.broker());
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
