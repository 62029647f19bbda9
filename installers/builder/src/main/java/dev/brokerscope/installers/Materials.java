package dev.brokerscope.installers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What the modules' bills of materials know, found by the bytes of a jar: a distribution is described by what lies in
/// it, not by what a build meant to put there.
record Materials(Map<String, Component> byHash) {

    private static final String OWN_GROUP = "dev.brokerscope";
    private static final int DEPTH = 4;
    private static final Pattern OWN_JAR = Pattern.compile("(brokerscope-[a-z-]+?)-(\\d.*)\\.jar");

    /// @param repository its modules have their bills in `target/bom.json`
    static Materials read(Path repository) throws IOException {
        Map<String, Component> byHash = new HashMap<>();
        for (Path bill : bills(repository)) {
            for (JsonNode node : new JsonMapper().readTree(bill.toFile()).path("components")) {
                Component component = new Component(node);
                byHash.put(component.sha256(), component);
            }
        }
        if (byHash.isEmpty()) {
            throw new PackagingException(
                    "No module has a bill of materials in target/bom.json: build with -Pinstallers.");
        }
        return new Materials(Map.copyOf(byHash));
    }

    private static List<Path> bills(Path repository) throws IOException {
        try (Stream<Path> files = Files.find(repository, DEPTH,
                (file, facts) -> file.endsWith(Path.of("target", "bom.json")))) {
            return files.sorted().toList();
        }
    }

    /// The components of a distribution with the jars that each is there as, in the order of their names.
    ///
    /// @throws PackagingException where a jar is in no bill: a package must not carry what nobody answers for
    Map<Component, List<Path>> of(Path distribution) throws IOException {
        Map<Component, List<Path>> found = new TreeMap<>(java.util.Comparator.comparing(Component::reference));
        for (Path jar : Tree.files(distribution)) {
            if (jar.toString().endsWith(".jar")) {
                found.computeIfAbsent(component(jar), c -> new ArrayList<>()).add(distribution.relativize(jar));
            }
        }
        return found;
    }

    private Component component(Path jar) throws IOException {
        String hash = Digest.of(jar);
        Component known = byHash.get(hash);
        Matcher own = OWN_JAR.matcher(String.valueOf(jar.getFileName()));
        if (own.matches()) {
            return own(own.group(1), own.group(2), hash);
        }
        if (known == null) {
            throw new PackagingException(jar + " is in no bill of materials: which module brings it?");
        }
        return known;
    }

    private static Component own(String name, String version, String hash) throws IOException {
        String purl = "pkg:maven/" + OWN_GROUP + "/" + name + "@" + version + "?type=jar";
        return new Component(new JsonMapper().readTree("""
                {"type": "library", "bom-ref": "%s", "group": "%s", "name": "%s", "version": "%s",
                 "hashes": [{"alg": "SHA-256", "content": "%s"}], "licenses": [{"license": {"id": "Apache-2.0"}}],
                 "purl": "%s"}""".formatted(purl, OWN_GROUP, name, version, hash, purl)));
    }
}
