package dev.brokerscope.architecture;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PackagesTest {

    @ParameterizedTest
    @ValueSource(strings = {"api", "core", "cli", "desktop"})
    void packagesOfAModuleAreFreeOfCycles(String module) {
        slices().matching("dev.brokerscope." + module + ".(*)..").should().beFreeOfCycles()
                .because("a package that can be read alone can be understood alone")
                .check(Product.CLASSES);
    }

    /// NullAway checks only what is marked, so a forgotten mark would be a hole that nobody sees.
    @Test
    void everyPackageIsNullMarked() {
        List<SourceFile> sources = Product.mainSources("app/api", "app/archive", "app/core");
        Set<String> marked = sources.stream()
                .filter(file -> file.isNamed("package-info.java") && file.code().contains("@NullMarked"))
                .map(SourceFile::folder)
                .collect(Collectors.toSet());
        Set<String> unmarked = sources.stream().map(SourceFile::folder).collect(Collectors.toCollection(TreeSet::new));
        unmarked.removeAll(marked);
        assertEquals(Set.of(), unmarked, "Add a package-info.java with @NullMarked to each");
    }
}
