package dev.brokerscope.installers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The application of Windows and macOS, and the installers for it. Each can only be made on its own system.
///
/// @param templates folder with a folder of templates for each of the two
record Jpackage(Programs programs, Metadata metadata, Path templates, Icons program, Icons archive, Path work) {

    /// @param home the program without a runtime
    /// @return the application: a folder, on macOS one that ends in `.app`
    Path image(Path home, Path runtime) throws IOException, InterruptedException {
        Path to = Tree.fresh(work.resolve("application")).root();
        List<String> command = start("app-image", to);
        command.addAll(List.of("--input", home.toString(), "--main-jar", "lib/" + windowJar(home),
                "--main-class", "dev.brokerscope.desktop.Launcher", "--runtime-image", runtime.toString(),
                "--icon", icon(program, "program")));
        List<String> options = new ArrayList<>(metadata.list("java.options"));
        options.addAll(metadata.list("window.options"));
        options.addAll(List.of("-Dbrokerscope.home=$APPDIR", "-XX:+UseSerialGC",
                "-XX:AOTCache=$APPDIR/lib/desktop.aot", "-Xlog:aot=off", "-Xlog:cds=off"));
        options.forEach(o -> command.addAll(List.of("--java-options", o)));
        command.addAll(forSystem());
        programs.run(command);
        Path image;
        try (Stream<Path> made = Files.list(to)) {
            image = made.findFirst().orElseThrow(() -> new PackagingException("jpackage made no application."));
        }
        ownClassPath(appFolder(image));
        return image;
    }

    /// `.msi` or `.dmg`.
    Path installer(Path image, String type, Path folder) throws IOException, InterruptedException {
        List<String> command = start(type, folder);
        command.addAll(List.of("--app-image", image.toString(), "--file-associations", association().toString(),
                "--license-file", templates.resolveSibling("../../../LICENSE").normalize().toString(),
                "--about-url", metadata.get("url"), "--resource-dir", resources().toString()));
        if (type.equals("msi")) {
            command.addAll(List.of("--win-per-user-install", "--win-menu", "--win-menu-group", metadata.get("name"),
                    "--win-dir-chooser", "--win-upgrade-uuid", metadata.get("windows.upgrade")));
        }
        programs.run(command);
        try (Stream<Path> made = Files.list(folder)) {
            Path file = made.filter(f -> f.toString().endsWith("." + type)).findFirst()
                    .orElseThrow(() -> new PackagingException("jpackage made no ." + type + "."));
            return Files.move(file, folder.resolve(metadata.fileName(metadata.platform().word()) + "." + type));
        }
    }

    /// Where jpackage put the program; start scripts and plugins are there as in the distribution.
    static Path appFolder(Path image) {
        return Stream.of(image.resolve("app"), image.resolve("lib/app"), image.resolve("Contents/app"))
                .filter(Files::isDirectory).findFirst()
                .orElseThrow(() -> new PackagingException(image + " holds no folder app."));
    }

    private List<String> start(String type, Path to) throws IOException {
        boolean mac = metadata.platform().system() == Platform.OperatingSystem.MACOS;
        return new ArrayList<>(List.of(Programs.ofJdk("jpackage"), "--type", type, "--dest", to.toString(),
                "--name", metadata.get("name"), "--vendor", metadata.get("vendor"),
                "--description", metadata.get("summary"), "--copyright", metadata.get("copyright"),
                "--app-version", mac ? metadata.versions().mac() : metadata.versions().number()));
    }

    private List<String> forSystem() throws IOException {
        return switch (metadata.platform().system()) {
            case MACOS -> List.of("--mac-package-identifier", metadata.get("app.id"), "--mac-package-name",
                    metadata.get("name"), "--mac-app-category", "developer-tools",
                    "--file-associations", association().toString(), "--resource-dir", resources().toString());
            case WINDOWS, LINUX -> List.of();
        };
    }

    /// The templates with their places filled, for jpackage to take instead of its own.
    private Path resources() throws IOException {
        Tree to = Tree.fresh(work.resolve("resources"));
        Path from = templates.resolve(metadata.platform().system().word());
        if (Files.isDirectory(from)) {
            for (Path file : Tree.files(from)) {
                to.write(from.relativize(file).toString(),
                        new Template(Files.readString(file)).filled(metadata.facts()));
            }
        }
        return to.root();
    }

    private Path association() throws IOException {
        Path file = work.resolve("association.properties");
        Files.writeString(file, "extension=" + metadata.get("mime.extension") + "\nmime-type="
                + metadata.get("mime.type") + "\ndescription=" + metadata.get("mime.summary") + "\nicon="
                + icon(archive, "archive").replace('\\', '/') + "\n");
        return file;
    }

    private String icon(Icons icons, String name) throws IOException {
        Path file = switch (metadata.platform().system()) {
            case WINDOWS -> Files.write(work.resolve(name + ".ico"), icons.ico());
            case MACOS -> Files.write(work.resolve(name + ".icns"), icons.icns());
            case LINUX -> Files.write(work.resolve(name + ".png"), icons.png(512));
        };
        return file.toString();
    }

    private static String windowJar(Path home) throws IOException {
        return ProgramImage.classPath(home).stream().map(j -> String.valueOf(j.getFileName()))
                .filter(n -> n.startsWith("brokerscope-desktop")).findFirst()
                .orElseThrow(() -> new PackagingException("There is no window in " + home + "."));
    }

    /// jpackage puts every jar it finds on the class path, those of plugins too, which have class loaders of their own;
    /// and the record of the start wants the order in which it was made.
    private static void ownClassPath(Path app) throws IOException {
        List<String> jars = ProgramImage.classPath(app).stream()
                .map(j -> "app.classpath=$APPDIR/lib/" + j.getFileName()).toList();
        try (Stream<Path> files = Files.list(app)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".cfg")).toList()) {
                Optional<Integer> first = Optional.empty();
                List<String> lines = new ArrayList<>();
                for (String line : Files.readAllLines(file)) {
                    if (!line.startsWith("app.classpath=")) {
                        lines.add(line);
                    } else if (first.isEmpty()) {
                        first = Optional.of(lines.size());
                    }
                }
                lines.addAll(first.orElse(lines.size()), jars);
                Files.write(file, lines);
            }
        }
    }
}
