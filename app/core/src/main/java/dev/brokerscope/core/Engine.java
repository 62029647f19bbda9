package dev.brokerscope.core;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.core.audit.AuditLog;
import dev.brokerscope.core.connection.ConnectionBook;
import dev.brokerscope.core.connection.Connector;
import dev.brokerscope.core.connection.WriteGate;
import dev.brokerscope.core.decode.DecodeChoices;
import dev.brokerscope.core.decode.DecoderChain;
import dev.brokerscope.core.job.Jobs;
import dev.brokerscope.core.keys.ArchiveKeyring;
import dev.brokerscope.core.place.Places;
import dev.brokerscope.core.plugin.PluginHost;
import dev.brokerscope.core.secret.SecretStore;
import dev.brokerscope.core.secret.Vault;
import java.util.Optional;
import java.util.function.Supplier;

/// Everything the window and the command line share, built once. Plugins are loaded when first asked for, so that what
/// needs none starts at once. Any thread.
public final class Engine implements AutoCloseable {

    private final Places places;
    private final Later<PluginHost> plugins;
    private final Later<DecoderChain> decoders;
    private final SecretStore secrets;
    private final ConnectionBook connections;
    private final Connector connector;
    private final AuditLog audit;
    private final WriteGate writeGate;
    private final Jobs jobs;
    private final ArchiveKeyring archiveKeys = new ArchiveKeyring();
    private Optional<DecodeChoices> choices = Optional.empty();

    private Engine(EngineOptions options, Supplier<PluginHost> host) {
        places = options.places();
        plugins = new Later<>(host);
        decoders = new Later<>(() -> new DecoderChain(plugins.get().decoders()));
        secrets = new SecretStore(options.keyring(), new Vault(places.vault(), options.prompt(), options.environment()),
                options.prompt(), options.environment());
        connections = new ConnectionBook(places.connections());
        connector = new Connector(plugins::get, secrets, places, archiveKeys);
        audit = new AuditLog(places.audit());
        writeGate = new WriteGate(connector, audit);
        jobs = new Jobs(places.jobs());
    }

    public static Engine start(EngineOptions options) {
        return new Engine(options, () -> PluginHost.load(options.pluginFolders(), options.places()));
    }

    /// With plugins that are there already, as tests have them.
    public static Engine start(EngineOptions options, PluginHost plugins) {
        return new Engine(options, () -> plugins);
    }

    public Places places() {
        return places;
    }

    /// Loads them, the first time.
    public PluginHost plugins() {
        return plugins.get();
    }

    /// The decoders of all plugins and the built-in ones.
    public DecoderChain decoders() {
        return decoders.get();
    }

    /// What the user picked with *Decode as*; read from its file the first time.
    ///
    /// @throws FaultException where that file makes no sense
    public synchronized DecodeChoices decodeChoices() throws FaultException {
        if (choices.isEmpty()) {
            choices = Optional.of(DecodeChoices.load(places.config().resolve("decode-as.json")));
        }
        return choices.get();
    }

    public SecretStore secrets() {
        return secrets;
    }

    public ConnectionBook connections() {
        return connections;
    }

    public Connector connector() {
        return connector;
    }

    /// The keys to encrypted archives that the user gave; wiped when the engine is closed.
    public ArchiveKeyring archiveKeys() {
        return archiveKeys;
    }

    public WriteGate writeGate() {
        return writeGate;
    }

    public AuditLog audit() {
        return audit;
    }

    public Jobs jobs() {
        return jobs;
    }

    /// Cancels what runs, then lets go of the plugins.
    @Override
    public void close() {
        jobs.close();
        archiveKeys.close();
        if (plugins.made()) {
            plugins.get().close();
        }
    }
}
