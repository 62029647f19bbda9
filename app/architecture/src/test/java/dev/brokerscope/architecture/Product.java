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
            "dev.brokerscope.redis", "dev.brokerscope.rabbitmq",
            "dev.brokerscope.demo");

    /// Tests run in the folder of their module, which is app/architecture.
    private static final Path REPOSITORY = Path.of("..", "..").toAbsolutePath().normalize();

    private Product() {}

    /// The Java files below `folder`/src/main of the modules named, as in `app/core`.
    static List<SourceFile> mainSources(String... modules) {
        return Stream.of(modules).flatMap(module -> sourcesBelow(module + "/src/main/java")).toList();
    }

    /// The modules in `plugins` that name a broker as their service: the names of their folders.
    static List<String> brokerModules() {
        return pluginModules("dev.brokerscope.api.broker.BrokerPlugin");
    }

    static List<String> decoderModules() {
        return pluginModules("dev.brokerscope.api.decode.DecoderPlugin");
    }

    private static List<String> pluginModules(String service) {
        try (Stream<Path> modules = Files.list(REPOSITORY.resolve("plugins"))) {
            return modules.filter(m -> Files.exists(m.resolve("src/main/resources/META-INF/services").resolve(service)))
                    .map(m -> String.valueOf(m.getFileName())).sorted().toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// A file or folder of the repository: `docs/brokers.md`.
    static Path file(String path) {
        return REPOSITORY.resolve(path);
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
