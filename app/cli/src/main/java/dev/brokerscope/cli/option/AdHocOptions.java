package dev.brokerscope.cli.option;

import dev.brokerscope.api.broker.BrokerPlugin;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.settings.Field;
import dev.brokerscope.api.settings.FieldType;
import dev.brokerscope.api.settings.SettingProblem;
import dev.brokerscope.api.settings.Settings;
import dev.brokerscope.cli.run.Run;
import dev.brokerscope.core.connection.Connection;
import dev.brokerscope.core.connection.Stage;
import dev.brokerscope.core.schema.RegistryForm;
import dev.brokerscope.core.schema.RegistrySettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/// A broker described on the command line. Nobody vouched for it: it counts as production.
public final class AdHocOptions {

    private static final String TIMEOUT = "timeout";

    @Option(order = 804, names = "--broker", paramLabel = "KIND",
            description = "The kind of an ad-hoc connection: see plugins.")
    Optional<String> broker = Optional.empty();

    @Option(order = 805, names = "--set", paramLabel = "KEY=VALUE",
            description = "A setting of the ad-hoc connection; secrets as @env:NAME, @file:PATH, @keyring:NAME or @ask.")
    Map<String, String> settings = new LinkedHashMap<>();

    @Option(order = 806, names = "--registry", paramLabel = "URL", description = "Its schema registry.")
    Optional<String> registry = Optional.empty();

    @Option(order = 807, names = "--registry-set", paramLabel = "KEY=VALUE",
            description = "A setting of the registry: kind, auth, user, password …")
    Map<String, String> registrySettings = new LinkedHashMap<>();

    @Option(order = 808, names = "--stage", paramLabel = "STAGE",
            description = "development, test or production, of an ad-hoc connection (default: production).")
    Optional<Stage> stage = Optional.empty();

    boolean given() {
        return broker.isPresent();
    }

    /// A saved connection says itself what it is.
    void demandUnused() throws FaultException {
        if (!settings.isEmpty() || registry.isPresent() || !registrySettings.isEmpty() || stage.isPresent()) {
            throw new FaultException(FaultKind.USAGE, "source.not-ad-hoc",
                    "--set, --registry and --stage describe an ad-hoc connection, but --broker is missing.",
                    "Add --broker KIND, or change the saved connection with: brokerscope connections add NAME --replace");
        }
    }

    /// @throws FaultException `USAGE` where no broker is named, `NOT_FOUND` for an unknown one
    public Connection connection(Run run) throws FaultException {
        if (broker.isEmpty()) {
            throw new FaultException(FaultKind.USAGE, "source.no-broker", "The kind of broker is missing.",
                    "Give --broker KIND; the kinds are listed by: brokerscope plugins");
        }
        BrokerPlugin plugin = run.engine().connector().known(broker.get());
        Settings given = new Settings(settings);
        String name = plugin.settings().fields().stream()
                .filter(f -> f.type() instanceof FieldType.Hosts)
                .map(Field::key)
                .findFirst()
                .flatMap(given::get)
                .filter(n -> !n.isBlank())
                .orElse(plugin.descriptor().id());
        Connection connection = Connection.adHoc(name, plugin.descriptor().id(), given)
                .at(stage.orElse(Stage.PRODUCTION))
                .with(registry());
        return patient(run, connection);
    }

    /// Of `--registry` and `--registry-set`.
    Optional<RegistrySettings> registry() throws FaultException {
        if (registry.isEmpty() && registrySettings.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> values = new LinkedHashMap<>(registrySettings);
        registry.ifPresent(url -> values.put("url", url));
        Settings given = new Settings(values);
        List<SettingProblem> problems = RegistryForm.SCHEMA.problems(given);
        if (!problems.isEmpty()) {
            throw new FaultException(FaultKind.INVALID_SETTINGS, "registry.settings",
                    "The registry cannot be used: " + problems.getFirst().key() + ": "
                            + problems.getFirst().message(),
                    "Give its address with --registry URL, and the rest with --registry-set KEY=VALUE.");
        }
        return Optional.of(RegistrySettings.of(given));
    }

    /// `--timeout` as the plugin's own setting, where it declares one.
    Connection patient(Run run, Connection connection) throws FaultException {
        Optional<String> timeout = run.common().timeout();
        if (timeout.isEmpty()) {
            return connection;
        }
        if (FieldType.Span.parse(timeout.get()).isEmpty()) {
            throw new FaultException(FaultKind.USAGE, "timeout.malformed",
                    "--timeout must be a duration like 10s, 1m or 500ms, not \"" + timeout.get() + "\".", "");
        }
        BrokerPlugin plugin = run.engine().connector().known(connection.broker());
        boolean declared = plugin.settings().field(TIMEOUT).filter(f -> f.type() instanceof FieldType.Span).isPresent();
        return declared ? connection.with(connection.settings().with(TIMEOUT, timeout.get())) : connection;
    }

    List<String> words() {
        List<String> words = new ArrayList<>(List.of("--broker", broker.orElse("")));
        settings.forEach((key, value) -> words.addAll(List.of("--set", key + "=" + value)));
        registry.ifPresent(url -> words.addAll(List.of("--registry", url)));
        registrySettings.forEach((key, value) -> words.addAll(List.of("--registry-set", key + "=" + value)));
        stage.ifPresent(s -> words.addAll(List.of("--stage", s.text())));
        return words;
    }
}
