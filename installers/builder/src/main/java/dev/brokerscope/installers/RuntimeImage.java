package dev.brokerscope.installers;

import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// A Java runtime with only the modules that the program and its plugins need, and JavaFX among them. JavaFX's native
/// libraries come to lie in the runtime, so that nothing is unpacked when a window opens.
///
/// @param work folder for what comes and goes
record RuntimeImage(Programs programs, Path work) {

    /// @param javafx folder with the jars of JavaFX for this system; those without a module inside are passed over
    /// @param to the runtime; must not exist
    void link(Path javafx, List<String> modules, Path to) throws IOException, InterruptedException {
        Path jmods = Tree.fresh(work.resolve("jmods")).root();
        for (ModuleReference module : ModuleFinder.of(javafx).findAll()) {
            if (!module.descriptor().isAutomatic()) {
                jmod(module, jmods);
            }
        }
        link(modules, to, "--module-path", jmods.toString());
    }

    /// Without JavaFX.
    void link(List<String> modules, Path to, String... more) throws IOException, InterruptedException {
        List<String> command = new java.util.ArrayList<>(List.of(Programs.ofJdk("jlink"), "--output", to.toString(),
                "--add-modules", String.join(",", modules), "--strip-debug", "--no-header-files", "--no-man-pages",
                // packages are compressed as a whole, which is smaller than compressing what is compressed
                "--compress", "zip-0"));
        command.addAll(List.of(more));
        programs.run(command);
    }

    private void jmod(ModuleReference module, Path jmods) throws IOException, InterruptedException {
        Path jar = Paths.get(module.location().orElseThrow());
        String name = module.descriptor().name();
        Tree classes = Tree.fresh(work.resolve("fx").resolve(name).resolve("classes"));
        Tree libraries = Tree.fresh(work.resolve("fx").resolve(name).resolve("libs"));
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : zip.stream().filter(e -> !e.isDirectory()).sorted(
                    java.util.Comparator.comparing(ZipEntry::getName)).toList()) {
                Tree to = isNative(entry.getName()) ? libraries : classes;
                to.write(inside(entry.getName()), zip.getInputStream(entry).readAllBytes());
            }
        }
        programs.run(List.of(Programs.ofJdk("jmod"), "create",
                "--module-version", module.descriptor().rawVersion().orElse("0"),
                "--class-path", classes.root().toString(), "--libs", libraries.root().toString(),
                jmods.resolve(name + ".jmod").toString()));
    }

    private static boolean isNative(String path) {
        return !path.contains("/") && (path.endsWith(".so") || path.endsWith(".dll") || path.endsWith(".dylib"));
    }

    private static String inside(String path) {
        if (Path.of(path).isAbsolute() || Path.of(path).normalize().startsWith("..")) {
            throw new PackagingException("A jar of JavaFX holds the path " + path + ".");
        }
        return path;
    }

    /// Whether a runtime is there and starts.
    static Path java(Path runtime) {
        Path java = runtime.resolve("bin").resolve(
                Platform.current().system() == Platform.OperatingSystem.WINDOWS ? "java.exe" : "java");
        if (!Files.isExecutable(java)) {
            throw new PackagingException("jlink made no " + java + ".");
        }
        return java;
    }
}
