package dev.brokerscope.core;

import dev.brokerscope.core.place.Places;
import dev.brokerscope.core.secret.Keyrings;
import dev.brokerscope.core.secret.SecretPrompt;
import dev.brokerscope.core.secret.SystemKeyring;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What the engine is built of.
///
/// @param pluginFolders each holds plugin folders; the user's own comes on top
/// @param prompt asks for secrets that must be typed, the vault's passphrase among them
/// @param environment where `@env:NAME` is looked up
public record EngineOptions(List<Path> pluginFolders, Places places, SecretPrompt prompt, Keyrings keyring,
        Map<String, String> environment) {

    /// The folder of the distribution, set by its start scripts.
    public static final String HOME_PROPERTY = "brokerscope.home";

    /// Further plugin folders, separated as paths are on this system: for authors of plugins.
    public static final String PLUGINS_PROPERTY = "brokerscope.plugins";

    public EngineOptions {
        pluginFolders = List.copyOf(pluginFolders);
        environment = Map.copyOf(environment);
    }

    /// Of this user on this system: the plugins of the distribution and of all users, the system's keyring.
    public static EngineOptions ofSystem(SecretPrompt prompt) {
        List<Path> folders = new ArrayList<>(pluginFoldersOf(System.getProperty(HOME_PROPERTY, ""),
                System.getProperty(PLUGINS_PROPERTY, "")));
        folders.addAll(Places.pluginsForAllUsers());
        return new EngineOptions(folders, Places.ofSystem(), prompt, new SystemKeyring(), System.getenv());
    }

    /// Nothing of this system, for tests.
    public static EngineOptions under(Path folder, List<Path> pluginFolders) {
        return new EngineOptions(pluginFolders, Places.under(folder), SecretPrompt.NOBODY, Keyrings.NONE, Map.of());
    }

    public EngineOptions in(Places otherPlaces) {
        return new EngineOptions(pluginFolders, otherPlaces, prompt, keyring, environment);
    }

    private static List<Path> pluginFoldersOf(String home, String more) {
        List<Path> folders = new ArrayList<>();
        for (String folder : more.split(File.pathSeparator)) {
            if (!folder.isBlank()) {
                folders.add(Path.of(folder));
            }
        }
        if (!home.isBlank() && Files.isDirectory(Path.of(home, "plugins"))) {
            folders.add(Path.of(home, "plugins"));
        }
        return folders;
    }
}
