package dev.brokerscope.desktop.connection;

import dev.brokerscope.api.broker.BrokerPlugin;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.settings.SettingProblem;
import dev.brokerscope.api.settings.Settings;
import dev.brokerscope.core.connection.Connection;
import dev.brokerscope.core.connection.ConnectionBook;
import dev.brokerscope.core.connection.Stage;
import dev.brokerscope.core.schema.RegistryForm;
import dev.brokerscope.core.schema.RegistrySettings;
import dev.brokerscope.core.secret.SecretStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// A connection while it is edited. FX thread only, except `kept`.
final class ConnectionDraft {

    private final Optional<Connection> original;
    private final BrokerPlugin plugin;
    private final StringProperty name;
    private final ObjectProperty<Stage> stage;
    private final BooleanProperty readOnly;
    private final ObjectProperty<Optional<String>> colour;
    private final BooleanProperty withRegistry;
    private final FormValues values;
    private final FormValues registry;
    private final ReadOnlyLongWrapper changes = new ReadOnlyLongWrapper();

    ConnectionDraft(BrokerPlugin plugin, Optional<Connection> original) {
        this.plugin = plugin;
        this.original = original;
        name = new SimpleStringProperty(original.map(Connection::name).orElse(""));
        stage = new SimpleObjectProperty<>(original.map(Connection::stage).orElse(Stage.DEVELOPMENT));
        readOnly = new SimpleBooleanProperty(original.map(Connection::readOnly).orElse(true));
        colour = new SimpleObjectProperty<>(original.flatMap(Connection::colour));
        withRegistry = new SimpleBooleanProperty(original.flatMap(Connection::registry).isPresent());
        values = new FormValues(plugin.settings(), original.map(Connection::settings).orElse(Settings.EMPTY),
                this::changed);
        registry = new FormValues(RegistryForm.SCHEMA, original.flatMap(Connection::registry)
                .map(RegistrySettings::settings).orElse(Settings.EMPTY), this::changed);
        name.addListener((_, _, _) -> changed());
        withRegistry.addListener((_, _, _) -> changed());
    }

    private void changed() {
        changes.set(changes.get() + 1);
    }

    /// Grows with each change of any value.
    ReadOnlyLongProperty changesProperty() {
        return changes.getReadOnlyProperty();
    }

    BrokerPlugin plugin() {
        return plugin;
    }

    Optional<Connection> original() {
        return original;
    }

    StringProperty nameProperty() {
        return name;
    }

    ObjectProperty<Stage> stageProperty() {
        return stage;
    }

    BooleanProperty readOnlyProperty() {
        return readOnly;
    }

    /// Of the window's stripe, `#rrggbb`; absent for the stage's own.
    ObjectProperty<Optional<String>> colourProperty() {
        return colour;
    }

    BooleanProperty withRegistryProperty() {
        return withRegistry;
    }

    FormValues values() {
        return values;
    }

    FormValues registry() {
        return registry;
    }

    /// What is wrong with the name; absent if nothing.
    Optional<String> nameProblem() {
        return ConnectionBook.problemOf(name.get().strip());
    }

    /// Everything wrong; empty where it can be saved.
    List<String> problems() {
        List<String> problems = new ArrayList<>(nameProblem().stream().toList());
        values.problems().stream().map(SettingProblem::message).forEach(problems::add);
        if (withRegistry.get()) {
            registry.problems().stream().map(SettingProblem::message).forEach(problems::add);
        }
        return problems;
    }

    /// Every typed secret, under the name it will be kept by.
    record Typed(FormValues form, String key, String keptAs, char[] secret) {}

    List<Typed> typedSecrets() {
        List<Typed> typed = new ArrayList<>();
        typed(values, "", typed);
        if (withRegistry.get()) {
            typed(registry, "registry.", typed);
        }
        return typed;
    }

    private void typed(FormValues form, String prefix, List<Typed> into) {
        for (Map.Entry<String, String> secret : form.typedSecrets().entrySet()) {
            into.add(new Typed(form, secret.getKey(), name.get().strip() + "/" + prefix + secret.getKey(),
                    secret.getValue().toCharArray()));
        }
    }

    /// Keeps the typed secrets and gives their references, in the same order. Any thread; may ask for the passphrase
    /// of the vault.
    static List<String> kept(List<Typed> typed, SecretStore store) throws FaultException {
        List<String> references = new ArrayList<>();
        for (Typed secret : typed) {
            references.add(store.store(secret.keptAs(), secret.secret()));
        }
        return references;
    }

    void take(List<Typed> typed, List<String> references) {
        for (int i = 0; i < typed.size(); i++) {
            typed.get(i).form().keptSecret(typed.get(i).key(), references.get(i));
        }
    }

    /// As it stands now; its secrets must be kept before.
    Connection connection() {
        Connection base = original.orElseGet(() -> Connection.adHoc("", plugin.descriptor().id(), Settings.EMPTY));
        Optional<RegistrySettings> registrySettings = withRegistry.get()
                ? Optional.of(RegistrySettings.of(registry.settings()))
                : Optional.empty();
        return base.named(name.get().strip()).with(values.settings()).at(stage.get()).readOnly(readOnly.get())
                .with(registrySettings).coloured(colour.get());
    }
}
