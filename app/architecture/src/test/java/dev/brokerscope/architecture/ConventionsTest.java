package dev.brokerscope.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class ConventionsTest {

    private static final Pattern CATCHES_EVERYTHING = Pattern.compile(
            "catch\\s*\\(\\s*(?:final\\s+)?(?:Throwable|Exception|RuntimeException|Error)\\b");

    /// Where foreign code or a whole run ends: whatever comes there becomes a sentence, a line in the log or a state.
    private static final Set<String> BORDERS = Set.of(
            // the command line's own end
            "app/cli/src/main/java/dev/brokerscope/cli/Cli.java",
            // a job ends with its failure as its state
            "app/core/src/main/java/dev/brokerscope/core/job/Job.java",
            // a plugin's code may throw anything
            "app/core/src/main/java/dev/brokerscope/core/decode/PluginBorder.java",
            "app/core/src/main/java/dev/brokerscope/core/plugin/PluginContext.java",
            "app/core/src/main/java/dev/brokerscope/core/plugin/ContextDecoder.java",
            // a worker hands its failure to the thread that writes the archive
            "app/archive/src/main/java/dev/brokerscope/archive/BlockQueue.java");

    @Test
    void namesSayWhatIsSpecial() {
        noClasses().should().haveNameMatching(".*(Manager|Helper|Utils?|Impl)(\\$.*)?")
                .orShould().haveNameMatching(".*[.$](Abstract|Base)[A-Z].*")
                .because("such a name says nothing about the job, and draws in whatever has no home")
                .check(Product.CLASSES);
    }

    @Test
    void noStaticStateChanges() {
        noFields().that().areStatic().should().notBeFinal()
                .because("two windows, two tests and two engines must be able to live in one process")
                .check(Product.CLASSES);
    }

    @Test
    void nothingButTheCommandLinePrints() {
        noClasses().that().resideInAnyPackage("dev.brokerscope.api..", "dev.brokerscope.archive..",
                "dev.brokerscope.core..", "dev.brokerscope.desktop..", "dev.brokerscope.plugin..")
                .should().accessField(System.class, "out")
                .orShould().accessField(System.class, "err")
                .because("standard output belongs to the command's result")
                .check(Product.CLASSES);
    }

    @Test
    void onlyTheOuterEdgeEndsTheProcess() {
        noClasses().that().resideInAnyPackage("dev.brokerscope.api..", "dev.brokerscope.archive..",
                "dev.brokerscope.core..", "dev.brokerscope.plugin..")
                .should().callMethod(System.class, "exit", int.class)
                .because("a library that ends the process takes unsaved work of others with it")
                .check(Product.CLASSES);
    }

    @Test
    void oneDoorLeadsToTheFxThread() {
        noClasses().that().resideInAPackage("dev.brokerscope.desktop..").and().haveSimpleNameNotEndingWith("UiThread")
                .should().callMethod("javafx.application.Platform", "runLater", "java.lang.Runnable")
                .because("work that arrives at one place can be gathered, one task per frame")
                .check(Product.CLASSES);
    }

    @Test
    void onlyTheGateOpensSessionsThatWrite() {
        noClasses().that()
                .resideInAnyPackage("dev.brokerscope.core..", "dev.brokerscope.cli..", "dev.brokerscope.desktop..")
                .and().doNotHaveSimpleName("WriteGate").and().doNotHaveSimpleName("ContextBroker")
                .should().callMethod("dev.brokerscope.api.broker.BrokerPlugin", "writeAccess")
                .because("writing to production by accident is the worst thing this program could do")
                .check(Product.CLASSES);
    }

    @Test
    void onlyBordersCatchEverything() {
        List<String> others = Product.mainSources("app/api", "app/archive", "app/core", "app/cli", "app/desktop",
                "plugins/memory", "plugins/kafka", "plugins/redis", "plugins/rabbitmq", "plugins/json", "plugins/xml",
                "plugins/avro")
                .stream()
                .filter(file -> CATCHES_EVERYTHING.matcher(file.code()).find())
                .map(SourceFile::path)
                .filter(path -> !BORDERS.contains(path))
                .toList();
        assertEquals(List.of(), others, "Catch what can be expected there, and let the rest reach a border");
    }
}
