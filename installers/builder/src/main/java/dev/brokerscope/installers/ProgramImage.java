package dev.brokerscope.installers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Folders that run: the distribution with a runtime of its own, and the distribution without a window.
///
/// @param distribution the portable one
record ProgramImage(Path distribution) {

    /// What a runtime of its own makes superfluous: JavaFX is in it, and records belong to one Java.
    private static boolean forAnyJava(Path path) {
        String text = path.toString().replace('\\', '/');
        return text.startsWith("lib/javafx/") || record(path);
    }

    private static boolean record(Path path) {
        return path.startsWith("lib") && path.toString().contains(".aot");
    }

    /// Everything but the runtime, which the caller links to `runtime` there.
    Tree bundled(Path to) throws IOException {
        Tree image = Tree.fresh(to);
        image.add(distribution, path -> !forAnyJava(path));
        return image;
    }

    /// Everything without the records of one Java, for the archives.
    Tree portable(Path to) throws IOException {
        Tree image = Tree.fresh(to);
        image.add(distribution, path -> !record(path));
        return image;
    }

    /// Everything that the command line needs, for any system.
    ///
    /// @param commandLine the libraries of the command line
    Tree headless(Path to, Set<String> commandLine) throws IOException {
        Tree image = Tree.fresh(to);
        image.add(distribution, path -> !forAnyJava(path) && !path.startsWith("demo")
                && !String.valueOf(path.getFileName()).startsWith("brokerscope-desktop")
                && (!jarOfTheProgram(path) || commandLine.contains(String.valueOf(path.getFileName()))));
        return image;
    }

    private static boolean jarOfTheProgram(Path path) {
        return path.getNameCount() == 2 && path.startsWith("lib") && path.toString().endsWith(".jar");
    }

    /// The file names of the libraries that the command line's own bill of materials names, and our own but the window.
    Set<String> commandLine(Materials ofCommandLine) throws IOException {
        try (Stream<Path> jars = Files.list(distribution.resolve("lib"))) {
            Map<Path, String> hashes = new HashMap<>();
            for (Path jar : jars.filter(j -> j.toString().endsWith(".jar")).toList()) {
                hashes.put(jar, Digest.of(jar));
            }
            return hashes.entrySet().stream()
                    .filter(j -> ofCommandLine.byHash().containsKey(j.getValue())
                            || String.valueOf(j.getKey().getFileName()).startsWith("brokerscope-"))
                    .map(j -> String.valueOf(j.getKey().getFileName())).collect(Collectors.toSet());
        }
    }

    /// Gives equal jars one place on the disk: plugins and the demo each bring their own copies, since each runs in a
    /// class loader or a process of its own.
    static void shareEqualJars(Tree image) throws IOException {
        Map<String, Path> first = new HashMap<>();
        for (Path file : image.files()) {
            if (!file.toString().endsWith(".jar")) {
                continue;
            }
            Path same = first.putIfAbsent(Digest.of(file), file);
            if (same != null) {
                Files.delete(file);
                Files.createLink(file, same);
            }
        }
    }

    /// The jars of the class path, sorted by name as the start scripts sort them.
    static List<Path> classPath(Path home) throws IOException {
        try (Stream<Path> jars = Files.list(home.resolve("lib"))) {
            return jars.filter(j -> j.toString().endsWith(".jar")).sorted().toList();
        }
    }
}
