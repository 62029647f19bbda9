package dev.brokerscope.installers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The templates and scripts in installers/src: cheap checks of what only a release would notice.
final class SourcesOfPackagesTest {

    private static final Path SOURCES = Path.of("..", "src", "main");
    private static final Path TEMPLATES = SOURCES.resolve("package");

    private static Map<String, String> facts() throws IOException {
        Metadata metadata = Metadata.read(TEMPLATES.resolve("metadata.properties"), Versions.of("0.1.0"),
                new Platform(Platform.OperatingSystem.LINUX, "amd64"));
        Map<String, String> facts = new HashMap<>(metadata.facts());
        facts.putAll(Map.of("installed.kib", "1", "tree", "/tree", "files", "/file",
                "rpm.payload", "w3.zstdio"));
        return facts;
    }

    private static String filled(String template) throws IOException {
        return new Template(Files.readString(TEMPLATES.resolve(template))).filled(facts());
    }

    @Test
    void everyTemplateFindsItsValues(@TempDir Path folder) throws Exception {
        for (String system : List.of("linux", "windows", "macos")) {
            for (Path template : Tree.files(TEMPLATES.resolve(system))) {
                String text = filled(TEMPLATES.relativize(template).toString());
                if (text.startsWith("<?xml")) {
                    DocumentBuilderFactory xml = DocumentBuilderFactory.newInstance();
                    xml.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
                    xml.newDocumentBuilder().parse(new java.io.ByteArrayInputStream(
                            text.replace("DEPLOY_FILE_ASSOCIATIONS", "").getBytes(
                                    java.nio.charset.StandardCharsets.UTF_8)));
                }
            }
        }
        new Descriptions(new Metadata(facts(), Versions.of("0.1.0"), Platform.current()),
                TEMPLATES.resolve("descriptions")).write(folder, folder.resolve("descriptions"));
        new JsonMapper().readTree(folder.resolve("descriptions/scoop/brokerscope.json").toFile());
    }

    @Test
    void aTemplateWithAnUnknownPlaceIsRefused() {
        assertThrows(PackagingException.class, () -> new Template("@nothing@").filled(Map.of()));
    }

    @Test
    void theStartScriptsStartJavaAsThePackagesDo() throws Exception {
        String window = Files.readString(SOURCES.resolve("dist/bin/brokerscope-desktop"));
        String windowOnWindows = Files.readString(SOURCES.resolve("dist/bin/brokerscope-desktop.cmd"));
        for (String option : facts().get("window.options").split("\\s+")) {
            assertTrue(window.contains(option), option);
            assertTrue(windowOnWindows.contains(option), option);
        }
        String shared = Files.readString(SOURCES.resolve("dist/lib/launch.sh"));
        String sharedOnWindows = Files.readString(SOURCES.resolve("dist/lib/launch.cmd"));
        for (String option : facts().get("java.options").split("\\s+")) {
            assertTrue(shared.contains(option), option);
            assertTrue(sharedOnWindows.contains(option), option);
        }
    }

    @Test
    void theMenuEntryOpensArchives() throws Exception {
        List<String> lines = filled("linux/menu.desktop").lines().toList();
        assertTrue(lines.contains("Exec=/usr/bin/brokerscope-desktop %F"), lines.toString());
        assertTrue(lines.contains("MimeType=application/vnd.brokerscope.archive;"), lines.toString());
    }

    @Test
    void noLineOfTheDebsDescriptionEndsIt() throws Exception {
        String description = filled("linux/control").split("Description:")[1];
        assertFalse(description.lines().skip(1).anyMatch(String::isBlank), description);
    }

    @Test
    void everySizeOfTheIconIsRendered() throws Exception {
        Icons icons = new Icons(TEMPLATES.resolve("icons/icon.svg"), TEMPLATES.resolve("icons/icon-small.svg"));
        for (int size : Icons.SIZES) {
            var image = javax.imageio.ImageIO.read(new java.io.ByteArrayInputStream(icons.png(size)));
            assertEquals(size, image.getWidth());
            int middle = image.getRGB(size / 2, size / 4 + size / 8 + size / 16);
            assertEquals(0xFF, middle >>> 24, "the middle of size " + size + " is opaque");
            assertEquals(0, image.getRGB(0, 0) >>> 24, "the corner of size " + size + " is clear");
        }
    }

    @Test
    void iconsOfWindowsAndMacOsHoldWhatTheirHeadsState() throws Exception {
        Icons icons = new Icons(TEMPLATES.resolve("icons/archive.svg"), TEMPLATES.resolve("icons/archive.svg"));
        java.nio.ByteBuffer ico = java.nio.ByteBuffer.wrap(icons.ico()).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        int last = 6 + 16 * (ico.getShort(4) - 1);
        assertEquals(ico.capacity(), ico.getInt(last + 8) + ico.getInt(last + 12));
        byte[] icns = icons.icns();
        assertEquals("icns", new String(Arrays.copyOf(icns, 4), java.nio.charset.StandardCharsets.US_ASCII));
        assertEquals(icns.length, java.nio.ByteBuffer.wrap(icns).getInt(4));
    }
}
