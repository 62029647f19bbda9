package dev.brokerscope.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import org.junit.jupiter.api.Test;

/// `desktop, cli → core → archive → api ← plugins`.
final class ArrowsTest {

    private static final String API = "dev.brokerscope.api..";
    private static final String ARCHIVE = "dev.brokerscope.archive..";
    private static final String CORE = "dev.brokerscope.core..";
    private static final String CLI = "dev.brokerscope.cli..";
    private static final String DESKTOP = "dev.brokerscope.desktop..";
    private static final String PLUGIN = "dev.brokerscope.plugin..";
    private static final String[] BROKER_CLIENTS =
            {"org.apache.kafka..", "com.rabbitmq..", "io.lettuce..", "redis.clients..", "io.nats..",
                "org.apache.qpid..", "org.eclipse.paho..", "org.apache.pulsar.."};

    @Test
    void apiStandsAlone() {
        classes().that().resideInAPackage(API)
                .should().onlyDependOnClassesThat().resideInAnyPackage(API, "java..", "org.jspecify..")
                .because("a plugin's author compiles against the api and must not inherit our libraries")
                .check(Product.CLASSES);
    }

    @Test
    void archiveSeesOnlyTheApi() {
        noClasses().that().resideInAPackage(ARCHIVE)
                .should().dependOnClassesThat().resideInAnyPackage(CORE, CLI, DESKTOP, PLUGIN)
                .because("an archive opens without the engine, and without any broker's plugin")
                .check(Product.CLASSES);
    }

    @Test
    void theTablesOfAnArchiveAreHidden() {
        noClasses().that().resideOutsideOfPackage(ARCHIVE)
                .should().dependOnClassesThat().resideInAnyPackage("dev.brokerscope.archive.sqlite..", "org.sqlite..")
                .because("the file format may change its tables without touching its users")
                .check(Product.CLASSES);
    }

    @Test
    void coreSeesNoFrontEnd() {
        noClasses().that().resideInAPackage(CORE)
                .should().dependOnClassesThat().resideInAnyPackage(CLI, DESKTOP)
                .because("both front ends stand on one engine")
                .check(Product.CLASSES);
    }

    @Test
    void coreSeesNoWindowLibrary() {
        noClasses().that().resideInAnyPackage(API, ARCHIVE, CORE, CLI)
                .should().dependOnClassesThat()
                .resideInAnyPackage("javafx..", "jfx..", "atlantafx..", "org.controlsfx..")
                .because("the engine and the command line run on servers that have no JavaFX")
                .check(Product.CLASSES);
    }

    @Test
    void frontEndsDoNotSeeEachOther() {
        noClasses().that().resideInAPackage(CLI).should().dependOnClassesThat().resideInAPackage(DESKTOP)
                .because("what both need belongs to core")
                .check(Product.CLASSES);
        noClasses().that().resideInAPackage(DESKTOP).should().dependOnClassesThat().resideInAPackage(CLI)
                .because("what both need belongs to core")
                .check(Product.CLASSES);
    }

    @Test
    void frontEndsSeeNoSql() {
        noClasses().that().resideInAnyPackage(CLI, DESKTOP)
                .should().dependOnClassesThat().resideInAnyPackage("java.sql..", "javax.sql..", "org.sqlite..")
                .because("the archive's tables are the archive module's own business")
                .check(Product.CLASSES);
    }

    @Test
    void onlyPluginsSeeBrokerClients() {
        noClasses().that().resideInAnyPackage(API, ARCHIVE, CORE, CLI, DESKTOP)
                .should().dependOnClassesThat().resideInAnyPackage(BROKER_CLIENTS)
                .because("a client library lives in its plugin's class loader and nowhere else")
                .check(Product.CLASSES);
    }

    @Test
    void pluginsSeeOnlyTheApi() {
        noClasses().that().resideInAPackage(PLUGIN)
                .should().dependOnClassesThat()
                .resideInAnyPackage(ARCHIVE, CORE, CLI, DESKTOP, "dev.brokerscope.testkit..")
                .because("the plugin's class loader refuses the classes of the program")
                .check(Product.CLASSES);
    }

    @Test
    void theProgramSeesNoPluginAndNoTestkit() {
        noClasses().that().resideInAnyPackage(API, ARCHIVE, CORE, CLI, DESKTOP)
                .should().dependOnClassesThat()
                .resideInAnyPackage(PLUGIN, "dev.brokerscope.testkit..", "dev.brokerscope.kafka..",
                        "dev.brokerscope.demo..")
                .because("plugins are found in folders at run time, and samples are processes of their own")
                .check(Product.CLASSES);
    }
}
