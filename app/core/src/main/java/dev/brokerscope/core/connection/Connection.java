package dev.brokerscope.core.connection;

import dev.brokerscope.api.settings.Settings;
import dev.brokerscope.core.schema.RegistrySettings;
import java.util.Optional;

/// How to reach a broker, and how careful to be with it. Holds references to secrets, never secrets.
///
/// @param name unique in the book; of an ad-hoc connection the broker's address
/// @param broker the id of a plugin: `kafka`
/// @param readOnly writing needs an explicit unlock
/// @param registry the schema registry beside the broker
/// @param colour of the window's stripe, `#rrggbb`; absent for the stage's own
/// @param saved whether it stands in the book; ad-hoc connections and archives do not
public record Connection(String name, String broker, Settings settings, Stage stage, boolean readOnly,
        Optional<RegistrySettings> registry, Optional<String> colour, boolean saved) {

    /// What connections to archives have for a broker.
    public static final String ARCHIVE = "archive";

    /// A connection that nobody said anything about: production and read-only.
    public static Connection adHoc(String name, String broker, Settings settings) {
        return new Connection(name, broker, settings, Stage.PRODUCTION, true, Optional.empty(), Optional.empty(),
                false);
    }

    /// What opens as an archive: nothing can be written into it through a session.
    public static Connection ofArchive(String name) {
        return new Connection(name, ARCHIVE, Settings.EMPTY, Stage.DEVELOPMENT, true, Optional.empty(),
                Optional.empty(), false);
    }

    public boolean isArchive() {
        return broker.equals(ARCHIVE);
    }

    public Connection named(String newName) {
        return new Connection(newName, broker, settings, stage, readOnly, registry, colour, saved);
    }

    public Connection with(Settings newSettings) {
        return new Connection(name, broker, newSettings, stage, readOnly, registry, colour, saved);
    }

    public Connection at(Stage newStage) {
        return new Connection(name, broker, settings, newStage, readOnly, registry, colour, saved);
    }

    public Connection readOnly(boolean newReadOnly) {
        return new Connection(name, broker, settings, stage, newReadOnly, registry, colour, saved);
    }

    public Connection with(Optional<RegistrySettings> newRegistry) {
        return new Connection(name, broker, settings, stage, readOnly, newRegistry, colour, saved);
    }

    public Connection coloured(Optional<String> newColour) {
        return new Connection(name, broker, settings, stage, readOnly, registry, newColour, saved);
    }

    Connection asSaved() {
        return new Connection(name, broker, settings, stage, readOnly, registry, colour, true);
    }
}
