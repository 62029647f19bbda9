package dev.brokerscope.installers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The file system that `.deb` and `.rpm` both put on a machine: the program in `/opt`, links on the PATH, and what a
/// desktop, `man` and shells look for in `/usr/share`. The caches of these are brought up to date by the triggers
/// of the packages that own them, so that our packages need no scripts of their own, and machines without a desktop
/// none.
///
/// @param templates folder of the Linux templates
record LinuxTree(Programs programs, Metadata metadata, Path templates, Icons program, Icons archive) {

    private static final Duration LIMIT = Duration.ofMinutes(10);

    /// @param image the program with its runtime; moved here, not copied
    /// @return the tree, each file with the mode and the time that a package states
    Tree stage(Path image, Path to) throws IOException, InterruptedException {
        Tree tree = Tree.fresh(to);
        Path home = tree.root().resolve(inside(metadata.get("linux.folder")));
        Files.createDirectories(java.util.Objects.requireNonNull(home.getParent()));
        Files.move(image, home);
        links(tree);
        desktop(tree);
        manual(tree, home);
        completions(tree, home);
        String copyright = filled("copyright");
        tree.write("usr/share/doc/" + metadata.get("id") + "/copyright", copyright);
        tree.normalise();
        return tree;
    }

    /// What others need who put the image somewhere else, as Flatpak does: `share` in the image.
    void share(Tree image) throws IOException {
        for (String file : List.of("menu.desktop", "mime.xml", "metainfo.xml", "brokerscope-desktop.1")) {
            image.write("share/" + file, filled(file));
        }
        image.write("share/icon.svg", Files.readAllBytes(program.large()));
        image.write("share/archive.svg", Files.readAllBytes(archive.large()));
    }

    private void links(Tree tree) throws IOException {
        Path bin = Files.createDirectories(tree.root().resolve("usr/bin"));
        for (String name : List.of("brokerscope", "brokerscope-desktop")) {
            Files.createSymbolicLink(bin.resolve(name), Path.of(metadata.get("linux.folder"), "bin", name));
        }
    }

    private void desktop(Tree tree) throws IOException {
        String id = metadata.get("id");
        tree.write("usr/share/applications/" + id + ".desktop", filled("menu.desktop"));
        tree.write("usr/share/mime/packages/" + id + ".xml", filled("mime.xml"));
        tree.write("usr/share/metainfo/" + metadata.get("app.id") + ".metainfo.xml", filled("metainfo.xml"));
        program.addTo(tree, "apps", id);
        archive.addTo(tree, "mimetypes", metadata.get("mime.type").replace('/', '-'));
    }

    /// The program itself knows its commands.
    private void manual(Tree tree, Path home) throws IOException, InterruptedException {
        Path folder = tree.root().resolve("usr/share/man/man1");
        programs.run(List.of(home.resolve("bin/brokerscope").toString(), "man", folder.toString()), nowhere(tree),
                LIMIT);
        tree.write("usr/share/man/man1/brokerscope-desktop.1", filled("brokerscope-desktop.1"));
        try (Stream<Path> pages = Files.list(folder)) {
            for (Path page : pages.sorted().toList()) {
                programs.run(List.of("gzip", "-9n", page.toString()));
            }
        }
    }

    private void completions(Tree tree, Path home) throws IOException, InterruptedException {
        Map<String, String> files = Map.of("bash", "usr/share/bash-completion/completions/brokerscope",
                "zsh", "usr/share/zsh/vendor-completions/_brokerscope",
                "fish", "usr/share/fish/vendor_completions.d/brokerscope.fish");
        for (Map.Entry<String, String> shell : files.entrySet()) {
            programs.run(List.of(home.resolve("bin/brokerscope").toString(), "completion", shell.getKey()),
                    nowhere(tree), LIMIT);
            tree.write(shell.getValue(), Files.readString(programs.logs().resolve("brokerscope.log")));
        }
    }

    /// Commands that run while packaging leave nothing in the home of who builds.
    private static Map<String, String> nowhere(Tree tree) {
        String folder = tree.root().resolveSibling("packaging-home").toString();
        return Map.of("HOME", folder, "XDG_CACHE_HOME", folder, "XDG_STATE_HOME", folder, "XDG_CONFIG_HOME", folder,
                "XDG_DATA_HOME", folder);
    }

    private String filled(String template) throws IOException {
        return new Template(Files.readString(templates.resolve(template))).filled(metadata.facts());
    }

    static String inside(String absolute) {
        return absolute.substring(1);
    }
}
