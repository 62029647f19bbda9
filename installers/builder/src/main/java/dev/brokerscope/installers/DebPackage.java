package dev.brokerscope.installers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A Debian package without scripts of its own.
///
/// @param compression `xz` for releases, which is smallest; `zstd` to try things, which takes seconds
record DebPackage(Programs programs, Metadata metadata, Path templates, String compression) {

    private static final Duration LIMIT = Duration.ofMinutes(10);

    Path build(Tree tree, Path folder) throws IOException, InterruptedException {
        Map<String, String> facts = new HashMap<>(metadata.facts());
        facts.put("installed.kib", String.valueOf(tree.bytes() / 1024));
        Path control = Files.createDirectories(tree.root().resolve("DEBIAN"));
        Files.writeString(control.resolve("control"),
                new Template(Files.readString(templates.resolve("control"))).filled(facts));
        tree.normalise();
        Path deb = folder.resolve(metadata.get("id") + "_" + metadata.get("version.deb") + "_"
                + metadata.get("arch.deb") + ".deb");
        programs.run(List.of("dpkg-deb", "--root-owner-group", "-Z" + compression, "--build",
                tree.root().toString(), deb.toString()),
                Map.of("SOURCE_DATE_EPOCH", String.valueOf(Tree.TIME.toInstant().getEpochSecond())), LIMIT);
        Tree.delete(control);
        return deb;
    }
}
