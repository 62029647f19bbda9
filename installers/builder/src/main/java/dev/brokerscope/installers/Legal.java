package dev.brokerscope.installers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// The folder `legal` of a distribution: `licences.json` for the About window and people with tools, the texts that the
/// libraries bring, and the bill of materials (`sbom.cdx.json`).
record Legal(Metadata metadata, Map<Component, List<Path>> materials) {

    private static final Pattern TEXT = Pattern.compile(
            "(?:META-INF/)?(?:LICEN[CS]E|NOTICE|COPYING|COPYRIGHT)[^/]*|META-INF/(?:licenses?|legal)/[^/]+",
            Pattern.CASE_INSENSITIVE);

    /// @return the bill of materials, as it stands in the folder
    String addTo(Path distribution) throws IOException {
        Tree legal = Tree.fresh(distribution.resolve("legal"));
        JsonMapper json = new JsonMapper();
        ObjectNode licences = json.createObjectNode().put("format", 1).put("program", metadata.get("name"))
                .put("version", metadata.get("version"));
        ArrayNode components = licences.putArray("components");
        for (Map.Entry<Component, List<Path>> entry : materials.entrySet()) {
            Component component = entry.getKey();
            ObjectNode line = components.addObject().put("group", component.group()).put("name", component.name())
                    .put("version", component.version()).put("url", component.url());
            component.licences().forEach(line.putArray("licences")::add);
            entry.getValue().forEach(f -> line.withArray("files").add(slashes(f)));
            texts(legal, distribution.resolve(entry.getValue().getFirst()), component)
                    .forEach(line.putArray("texts")::add);
        }
        legal.write("licences.json", pretty(json, licences));
        String bill = pretty(json, bill(json));
        legal.write("sbom.cdx.json", bill);
        return bill;
    }

    private ObjectNode bill(JsonMapper json) {
        ObjectNode bill = json.createObjectNode().put("bomFormat", "CycloneDX").put("specVersion", "1.6")
                .put("version", 1);
        ObjectNode facts = bill.putObject("metadata").put("timestamp", Tree.TIME.toString());
        String reference = "pkg:generic/" + metadata.get("id") + "@" + metadata.get("version");
        facts.putObject("component").put("type", "application").put("bom-ref", reference)
                .put("name", metadata.get("name")).put("version", metadata.get("version"))
                .put("description", metadata.get("summary")).put("purl", reference)
                .putArray("licenses").addObject().putObject("license").put("id", metadata.get("licence"));
        ArrayNode components = bill.putArray("components");
        ArrayNode needs = bill.putArray("dependencies").addObject().put("ref", reference).putArray("dependsOn");
        for (Component component : materials.keySet()) {
            JsonNode node = component.node().deepCopy();
            components.add(node);
            needs.add(component.reference());
        }
        return bill;
    }

    /// The texts in a jar, copied to a folder named as the library.
    private static List<String> texts(Tree legal, Path jar, Component component) throws IOException {
        List<String> paths = new ArrayList<>();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : zip.stream().filter(e -> !e.isDirectory() && TEXT.matcher(e.getName()).matches())
                    .toList()) {
                String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
                if (name.endsWith(".class")) {
                    continue;
                }
                String path = "texts/" + component.name() + "-" + component.version() + "/" + name;
                legal.write(path, zip.getInputStream(entry).readAllBytes());
                paths.add(path);
            }
        }
        return paths.stream().distinct().sorted().toList();
    }

    private static String pretty(JsonMapper json, JsonNode node) throws IOException {
        return json.writerWithDefaultPrettyPrinter().writeValueAsString(node).replace("\r\n", "\n") + "\n";
    }

    private static String slashes(Path path) {
        return path.toString().replace('\\', '/');
    }
}
