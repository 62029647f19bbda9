package dev.brokerscope.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// What the rules look at: the compiled classes of every module, and the sources of the repository.
final class Product {

    /// Main classes only: the class path of this module holds no test classes of other modules.
    static final JavaClasses CLASSES = new ClassFileImporter().importPackages(
            "dev.brokerscope.api", "dev.brokerscope.archive", "dev.brokerscope.core", "dev.brokerscope.cli",
            "dev.brokerscope.desktop", "dev.brokerscope.plugin", "dev.brokerscope.testkit", "dev.brokerscope.kafka",
            "dev.brokerscope.demo");

    /// Tests run in the folder of their module, which is app/architecture.
    private static final Path REPOSITORY = Path.of("..", "..").toAbsolutePath().normalize();

    private Product() {}

    /// The Java files below `folder`/src/main of the modules named, as in `app/core`.
    static List<SourceFile> mainSources(String... modules) {
        return Stream.of(modules).flatMap(module -> sourcesBelow(module + "/src/main/java")).toList();
    }

    /// Every Java file of the repository, tests too.
    static List<SourceFile> allSources() {
        return Stream.of("app", "plugins", "samples").flatMap(Product::sourcesBelow).toList();
    }

    private static Stream<SourceFile> sourcesBelow(String folder) {
        Path start = REPOSITORY.resolve(folder);
        if (!Files.isDirectory(start)) {
            return Stream.of();
        }
        try (Stream<Path> files = Files.walk(start)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.toString().contains("/target/"))
                    .map(file -> SourceFile.read(REPOSITORY, file))
                    .toList()
                    .stream();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
