package dev.brokerscope.installers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Package descriptions for winget, Scoop, Homebrew and Flatpak, filled with the version and the checksums of a
/// release.
record Descriptions(Metadata metadata, Path templates) {

    /// What the downloads are called, and the place for the checksum of each.
    private static final Map<String, String> DOWNLOADS = Map.of("windows-x64.msi", "sha256.msi",
            "windows-x64.zip", "sha256.windows.zip", "macos-arm64.dmg", "sha256.dmg.arm", "macos-x64.dmg",
            "sha256.dmg.x64", "headless.tar.gz", "sha256.headless", "linux-x64.tar.gz", "sha256.linux");

    /// @param packages the folder with the packages of all systems; those that are not there keep a row of zeros
    void write(Path packages, Path folder) throws IOException {
        Map<String, String> facts = new HashMap<>(metadata.facts());
        for (Map.Entry<String, String> download : DOWNLOADS.entrySet()) {
            Path file = packages.resolve(metadata.fileName(download.getKey()));
            facts.put(download.getValue(), Files.exists(file) ? Digest.of(file) : "0".repeat(64));
        }
        Tree to = Tree.fresh(folder);
        for (Path template : Tree.files(templates)) {
            to.write(templates.relativize(template).toString(), new Template(Files.readString(template)).filled(facts));
        }
    }

    /// `SHA256SUMS` over all files of a folder, as `sha256sum -c` reads it.
    static void sums(Path folder) throws IOException {
        List<Path> files = Tree.files(folder).stream()
                .filter(f -> f.getNameCount() == folder.getNameCount() + 1 && !f.endsWith("SHA256SUMS")).toList();
        StringBuilder sums = new StringBuilder();
        for (Path file : files) {
            sums.append(Digest.of(file)).append("  ").append(file.getFileName()).append('\n');
        }
        Files.writeString(folder.resolve("SHA256SUMS"), sums.toString());
    }
}
