package dev.brokerscope.core.place;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The program's folders: XDG on Linux, their counterparts on Windows and macOS. None of them is made before something
/// is kept there, so that everything that only reads works without a home folder.
///
/// @param config connections and choices of the user
/// @param data plugins of the user, the vault
/// @param state job history, restore journals, audit, logs
/// @param cache result stores and unpacked natives: may be deleted whenever the program does not run
public record Places(Path config, Path data, Path state, Path cache) {

    private static final String NAME = "brokerscope";

    /// The folders of this user on this system.
    public static Places ofSystem() {
        String system = System.getProperty("os.name", "");
        Optional<String> home = system.startsWith("Windows")
                ? Optional.empty()
                : Optional.ofNullable(System.getenv("HOME")).filter(h -> !h.isBlank());
        return of(System.getenv(), system, Path.of(home.orElse(System.getProperty("user.home", "."))));
    }

    /// Where administrators put plugins for everyone; only they can write there. Missing folders are listed too.
    public static List<Path> pluginsForAllUsers() {
        return pluginsForAllUsers(System.getenv(), System.getProperty("os.name", ""));
    }

    static List<Path> pluginsForAllUsers(Map<String, String> environment, String system) {
        if (system.startsWith("Windows")) {
            return absolute(environment, "CommonProgramFiles").stream().map(Places::pluginsIn).toList();
        }
        if (system.startsWith("Mac")) {
            return List.of(pluginsIn(Path.of("/Library/Application Support")));
        }
        String folders = Optional.ofNullable(environment.get("XDG_DATA_DIRS")).filter(f -> !f.isBlank())
                .orElse("/usr/local/share:/usr/share");
        return Stream.of(folders.split(":")).filter(f -> f.startsWith("/")).map(f -> pluginsIn(Path.of(f))).toList();
    }

    private static Path pluginsIn(Path folder) {
        return folder.resolve(NAME).resolve("plugins");
    }

    /// All four below one folder.
    public static Places under(Path folder) {
        return new Places(folder.resolve("config"), folder.resolve("data"), folder.resolve("state"),
                folder.resolve("cache"));
    }

    static Places of(Map<String, String> environment, String system, Path home) {
        if (system.startsWith("Windows")) {
            Path roaming = absolute(environment, "APPDATA").orElse(home.resolve("AppData/Roaming")).resolve(NAME);
            Path local = absolute(environment, "LOCALAPPDATA").orElse(home.resolve("AppData/Local")).resolve(NAME);
            return new Places(roaming, local.resolve("data"), local.resolve("state"), local.resolve("cache"));
        }
        if (system.startsWith("Mac")) {
            Path support = home.resolve("Library/Application Support").resolve(NAME);
            return new Places(support, support.resolve("data"), support.resolve("state"),
                    home.resolve("Library/Caches").resolve(NAME));
        }
        return new Places(
                absolute(environment, "XDG_CONFIG_HOME").orElse(home.resolve(".config")).resolve(NAME),
                absolute(environment, "XDG_DATA_HOME").orElse(home.resolve(".local/share")).resolve(NAME),
                absolute(environment, "XDG_STATE_HOME").orElse(home.resolve(".local/state")).resolve(NAME),
                absolute(environment, "XDG_CACHE_HOME").orElse(home.resolve(".cache")).resolve(NAME));
    }

    /// The XDG specification ignores relative paths.
    private static Optional<Path> absolute(Map<String, String> environment, String variable) {
        return Optional.ofNullable(environment.get(variable))
                .filter(v -> !v.isBlank())
                .map(Path::of)
                .filter(Path::isAbsolute);
    }

    /// The same places with the state somewhere else.
    public Places withState(Path folder) {
        return new Places(config, data, folder, cache);
    }

    public Path connections() {
        return config.resolve("connections");
    }

    /// Where the user drops schema files that no registry holds.
    public Path schemas() {
        return config.resolve("schemas");
    }

    /// Where the user drops plugin folders.
    public Path plugins() {
        return data.resolve("plugins");
    }

    public Path vault() {
        return data.resolve("vault.json");
    }

    public Path jobs() {
        return state.resolve("jobs");
    }

    public Path audit() {
        return state.resolve("audit.jsonl");
    }

    public Path logs() {
        return state.resolve("logs");
    }

    public Path results() {
        return cache.resolve("results");
    }

    /// Makes the folder that a file is to stand in.
    ///
    /// @return the folder
    public static Path madeFor(Path file) throws FaultException {
        return made(Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file));
    }

    /// Makes the folder, readable by its owner only where the file system knows owners.
    ///
    /// @return the folder
    /// @throws FaultException of kind `FILE_ACCESS` where that is not possible
    public static Path made(Path folder) throws FaultException {
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder);
                OwnerOnly.folder(folder);
            }
            return folder;
        } catch (IOException e) {
            throw new FaultException(FaultKind.FILE_ACCESS, "place.not-writable",
                    "The folder " + folder + " cannot be made.",
                    "Check its permissions, or choose another place with --state FOLDER or the XDG variables.", e);
        }
    }
}
