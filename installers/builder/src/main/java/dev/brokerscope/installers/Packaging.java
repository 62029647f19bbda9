package dev.brokerscope.installers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Makes all packages that this system can make, from the distribution that the build has put together. Arguments: the
/// repository, the version, the kinds of packages (`all`, or some of `archives,image,deb,rpm,msi,dmg`), and the
/// compression of the `.deb`. Or instead of the kinds `descriptions`, once the packages of all systems lie
/// together.
public final class Packaging {

    private final Path installers;
    private final Path target;
    private final Path packages;
    private final Metadata metadata;
    private final Programs programs;
    private final Set<String> kinds;
    private final String compression;

    private Packaging(Path repository, String version, String kinds, String compression) throws IOException {
        this.installers = repository.resolve("installers");
        this.target = installers.resolve("target");
        this.packages = Files.createDirectories(target.resolve("packages"));
        this.metadata = Metadata.read(sources().resolve("metadata.properties"), Versions.of(version),
                Platform.current());
        this.programs = new Programs(target.resolve("packaging").resolve("logs"));
        this.kinds = Set.of(kinds.split(","));
        this.compression = compression;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length != 4) {
            System.err.println("Give the repository, the version, the kinds of packages, and xz or zstd.");
            System.exit(2);
        }
        try {
            Path repository = Path.of(arguments[0]).toRealPath();
            Packaging packaging = new Packaging(repository, arguments[1], arguments[2], arguments[3]);
            if (arguments[2].equals("descriptions")) {
                packaging.describe();
            } else {
                packaging.build(repository);
            }
        } catch (PackagingException failed) {
            System.err.println(failed.getMessage());
            System.exit(1);
        }
    }

    private Path sources() {
        return installers.resolve("src/main/package");
    }

    private Path work(String name) {
        return target.resolve("packaging").resolve(name);
    }

    private Icons icons(String name, String small) {
        return new Icons(sources().resolve("icons").resolve(name), sources().resolve("icons").resolve(small));
    }

    private void build(Path repository) throws IOException, InterruptedException {
        Tree.fresh(packages);
        Path distribution = target.resolve("brokerscope");
        Materials materials = Materials.read(repository);
        String bill = new Legal(metadata, materials.of(distribution)).addTo(distribution);
        Files.writeString(packages.resolve(metadata.fileName("sbom.cdx.json")), bill);
        if (wanted("archives")) {
            archives(repository, distribution);
        }
        switch (metadata.platform().system()) {
            case LINUX -> linux(distribution);
            case WINDOWS -> jpackaged(distribution, "msi");
            case MACOS -> jpackaged(distribution, "dmg");
        }
        describe();
        for (Path file : Tree.files(packages)) {
            say(String.format(Locale.ROOT, "%6.1f MB  %s", Files.size(file) / 1e6, packages.relativize(file)));
        }
    }

    private boolean wanted(String kind) {
        return kinds.contains("all") || kinds.contains(kind);
    }

    private void describe() throws IOException {
        Descriptions.sums(packages);
        new Descriptions(metadata, sources().resolve("descriptions")).write(packages, packages.resolve("descriptions"));
    }

    /// Those that need a Java on the machine.
    private void archives(Path repository, Path distribution) throws IOException {
        ProgramImage image = new ProgramImage(distribution);
        Tree portable = image.portable(work("portable"));
        ProgramImage.shareEqualJars(portable);
        Archives window = new Archives(portable, metadata.fileName("portable"));
        window.tarGz(packages.resolve(metadata.fileName("portable-" + metadata.platform().word() + ".tar.gz")));
        window.zip(packages.resolve(metadata.fileName("portable-" + metadata.platform().word() + ".zip")));
        Tree headless = image.headless(work("headless"),
                image.commandLine(Materials.read(repository.resolve("app/cli"))));
        Archives commandLine = new Archives(headless, metadata.fileName("headless"));
        commandLine.tarGz(packages.resolve(metadata.fileName("headless.tar.gz")));
        commandLine.zip(packages.resolve(metadata.fileName("headless.zip")));
    }

    private void linux(Path distribution) throws IOException, InterruptedException {
        Tree image = new ProgramImage(distribution).bundled(work("image"));
        Path runtime = image.root().resolve("runtime");
        new RuntimeImage(programs, work("runtime")).link(distribution.resolve("lib/javafx"),
                metadata.list("modules"), runtime);
        records(image.root(), runtime);
        ProgramImage.shareEqualJars(image);
        Path templates = sources().resolve("linux");
        LinuxTree linux = new LinuxTree(programs, metadata, templates, icons("icon.svg", "icon-small.svg"),
                icons("archive.svg", "archive.svg"));
        linux.share(image);
        image.normalise();
        if (wanted("image")) {
            new Archives(image, metadata.fileName(metadata.platform().word()))
                    .tarGz(packages.resolve(metadata.fileName(metadata.platform().word() + ".tar.gz")));
        }
        Tree tree = linux.stage(image.root(), work("root"));
        if (wanted("deb") && present("dpkg-deb", ".deb")) {
            new DebPackage(programs, metadata, templates, compression).build(tree, packages);
        }
        if (wanted("rpm") && present("rpmbuild", ".rpm")) {
            new RpmPackage(programs, metadata, templates, work(""), compression.equals("xz")).build(tree, packages);
        }
    }

    private static boolean present(String program, String kind) {
        boolean present = Programs.find(program).isPresent();
        if (!present) {
            say("No " + kind + ": there is no " + program + " on this machine.");
        }
        return present;
    }

    private void jpackaged(Path distribution, String type) throws IOException, InterruptedException {
        Tree home = new ProgramImage(distribution).bundled(work("home"));
        Path runtime = Tree.fresh(work("runtime-image")).root();
        Files.delete(runtime);
        new RuntimeImage(programs, work("runtime")).link(distribution.resolve("lib/javafx"),
                metadata.list("modules"), runtime);
        records(home.root(), runtime);
        Jpackage jpackage = new Jpackage(programs, metadata, sources(), icons("icon.svg", "icon-small.svg"),
                icons("archive.svg", "archive.svg"), Files.createDirectories(work("jpackage")));
        Path image = jpackage.image(home.root(), runtime);
        if (wanted("image")) {
            new Archives(new Tree(image), String.valueOf(image.getFileName()))
                    .zip(packages.resolve(metadata.fileName(metadata.platform().word() + ".zip")));
        }
        if (wanted(type)) {
            jpackage.installer(image, type, packages);
        }
    }

    /// What shortens each start of the command line and of the window.
    private void records(Path home, Path runtime) throws IOException, InterruptedException {
        if (metadata.platform().system() != Platform.OperatingSystem.WINDOWS) {
            programs.run(List.of(Programs.ofJdk("java"),
                    installers.resolve("src/main/record/RecordStart.java").toString(), home.toString(),
                    home.resolve("samples/demo.msgdb").toString(), work("record").toString(), runtime.toString()));
        }
        new WindowRecord(programs, metadata, Files.createDirectories(work("record"))).make(home, runtime)
                .ifPresent(Packaging::say);
    }

    private static void say(String sentence) {
        System.out.println(sentence);
    }
}
