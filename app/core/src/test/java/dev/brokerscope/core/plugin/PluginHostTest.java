package dev.brokerscope.core.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.api.broker.SpiVersion;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.decode.Decoded;
import dev.brokerscope.api.decode.Decoder;
import dev.brokerscope.api.decode.Sample;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.api.message.Headers;
import dev.brokerscope.core.place.Places;
import dev.brokerscope.core.schema.SchemaChain;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PluginHostTest {

    private static final Sample SAMPLE = Sample.of(Bytes.utf8("x"), Sample.Side.VALUE, ChannelId.of("topic", "t"),
            Headers.NONE);
    private static final String LOADER = "Thread.currentThread().getContextClassLoader() "
            + "== LabPlugin.class.getClassLoader() ? \"own\" : \"foreign\"";

    @TempDir
    Path folder = Path.of("");

    private PluginWorkshop workshop() {
        return new PluginWorkshop(folder);
    }

    private PluginHost load() {
        return PluginHost.load(List.of(folder), Places.under(folder.resolve(".home")));
    }

    private static List<String> names(PluginHost host) {
        return host.decoders().stream().map(Decoder::name).sorted().toList();
    }

    /// The sentence of the one broken folder, after a good one beside it was loaded.
    private String brokenReason() throws Exception {
        workshop().decoder("good", "\"Good\"", "\"\"").jar("a-good");
        try (PluginHost host = load()) {
            assertEquals(List.of("Good"), names(host));
            List<PluginEntry.Broken> broken = host.entries().stream().filter(PluginEntry.Broken.class::isInstance)
                    .map(PluginEntry.Broken.class::cast).toList();
            assertEquals(1, broken.size(), host.entries().toString());
            return broken.getFirst().fault().message();
        }
    }

    @Test
    void eachPluginSeesItsOwnVersionOfALibrary() throws Exception {
        for (String version : List.of("1", "2")) {
            workshop().source("Library", "class Library { static String version() { return \"" + version + "\"; } }")
                    .decoder("lab" + version, "\"library \" + Library.version()", "\"\"").jar("lab" + version);
        }
        try (PluginHost host = load()) {
            assertEquals(List.of("library 1", "library 2"), names(host));
        }
    }

    @Test
    void classesOfTheProgramDoNotExistForAPlugin() throws Exception {
        workshop().source("Spy", """
                class Spy {
                    static String look(String name) {
                        try {
                            Class.forName(name);
                            return "seen";
                        } catch (ClassNotFoundException e) {
                            return "refused";
                        }
                    }
                }
                """)
                .decoder("spy", "Spy.look(\"dev.brokerscope.core.Engine\") + Spy.look(\"com.fasterxml.jackson.databind"
                        + ".JsonNode\") + Spy.look(\"org.slf4j.Logger\") + Spy.look(\"java.sql.Driver\")", "\"\"")
                .jar("spy");
        try (PluginHost host = load()) {
            assertEquals(List.of("refusedrefusedseenseen"), names(host));
        }
    }

    @Test
    void callsRunWithThePluginsLoaderAndLeaveOursBehind() throws Exception {
        workshop().decoder("lab", LOADER, LOADER).jar("lab");
        ClassLoader ours = Thread.currentThread().getContextClassLoader();
        try (PluginHost host = load()) {
            Decoder decoder = host.decoders().getFirst();
            assertEquals("own", decoder.name());
            assertEquals("own", decoder.assess(SAMPLE).reason());
            assertEquals(ours, Thread.currentThread().getContextClassLoader());
        }
    }

    @Test
    void aFolderOfClassesIsAPluginToo() throws Exception {
        workshop().decoder("lab", "\"From classes\"", "\"\"").classes("lab");
        try (PluginHost host = load()) {
            assertEquals(List.of("From classes"), names(host));
        }
    }

    @Test
    void theUsersOwnFolderIsLoadedToo() throws Exception {
        Places places = Places.under(folder.resolve(".home"));
        Files.createDirectories(places.plugins());
        new PluginWorkshop(places.plugins()).decoder("mine", "\"Mine\"", "\"\"").jar("mine");
        try (PluginHost host = PluginHost.load(List.of(), places)) {
            assertEquals(List.of("Mine"), names(host));
        }
    }

    @Test
    void aMissingClassIsNamed() throws Exception {
        workshop().source("Library", "class Library { static String version() { return \"1\"; } }")
                .decoder("lab", "Library.version()", "\"\"").leavingOut("Library").jar("lab");
        assertTrue(brokenReason().contains("the class lab.Library is missing"));
    }

    @Test
    void aClassThatIsMissedLaterFailsOnlyThatCall() throws Exception {
        workshop().source("Library", "class Library { static String version() { return \"1\"; } }")
                .decoder("lab", "\"Lab\"", "Library.version()").leavingOut("Library").jar("lab");
        try (PluginHost host = load()) {
            Decoder decoder = host.decoders().getFirst();
            assertEquals(0, decoder.assess(SAMPLE).likelihood());
            assertTrue(decoder.assess(SAMPLE).reason().contains("lab.Library"));
        }
    }

    @Test
    void aDecoderThatThrowsIsAnOutcome() throws Exception {
        workshop().decoder("lab", "\"Lab\"", "\"\"").jar("lab");
        try (PluginHost host = load()) {
            Decoded decoded = host.decoders().getFirst().decode(SAMPLE, new SchemaChain(List.of()));
            assertTrue(decoded instanceof Decoded.Unavailable u && u.fault().message().contains("oops"),
                    decoded.toString());
        }
    }

    @Test
    void aJarThatIsNoneIsNamed() throws Exception {
        Files.createDirectories(folder.resolve("bad"));
        Files.writeString(folder.resolve("bad/bad.jar"), "no jar");
        assertTrue(brokenReason().contains("bad.jar is not a readable jar"));
    }

    @Test
    void aServiceThatDoesNotExistIsNamed() throws Exception {
        workshop().decoder("lab", "\"Lab\"", "\"\"").service("lab.Nothing").jar("lab");
        assertTrue(brokenReason().contains("lab.Nothing"));
    }

    @Test
    void aServiceOfAnotherTypeIsNamed() throws Exception {
        workshop().source("Other", "public class Other {}").service("lab.Other").jar("lab");
        assertTrue(brokenReason().contains("lab.Other"));
    }

    @Test
    void aFolderWithoutAPluginIsNamed() throws Exception {
        Files.createDirectories(folder.resolve("empty"));
        assertTrue(brokenReason().contains("neither a jar nor a classes folder"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.0", "1.99", "0", "1.x"})
    void anotherVersionOfTheInterfacesIsNamed(String other) throws Exception {
        workshop().decoder("lab", "\"Lab\"", "\"\"").spi(other).jar("lab");
        assertTrue(brokenReason().contains("version " + other + " of the plugin interfaces"));
    }

    @Test
    void aPluginOfThisVersionOfTheInterfacesIsLoaded() throws Exception {
        workshop().decoder("lab", "\"Lab\"", "\"\"").spi(SpiVersion.CURRENT.toString()).jar("lab");
        try (PluginHost host = load()) {
            assertEquals(List.of("Lab"), names(host));
        }
    }

    @Test
    void ofTwoWithOneIdTheFirstCounts() throws Exception {
        workshop().decoder("good", "\"Bad twin\"", "\"\"").jar("b-twin");
        assertTrue(brokenReason().contains("there is already a decoder good"));
    }
}
