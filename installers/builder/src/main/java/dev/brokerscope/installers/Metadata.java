package dev.brokerscope.installers;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/// The one set of facts about the program that all packages share, from `metadata.properties`.
record Metadata(Map<String, String> facts, Versions versions, Platform platform) {

    static Metadata read(Path file, Versions versions, Platform platform) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        Map<String, String> facts = new LinkedHashMap<>();
        properties.stringPropertyNames().stream().sorted().forEach(k -> facts.put(k, properties.getProperty(k)));
        facts.put("version", versions.text());
        facts.put("version.number", versions.number());
        facts.put("version.deb", versions.deb());
        facts.put("version.rpm", versions.rpm());
        facts.put("platform", platform.word());
        facts.put("arch.deb", platform.debArch());
        facts.put("arch.rpm", platform.rpmArch());
        return new Metadata(Map.copyOf(facts), versions, platform);
    }

    String get(String key) {
        String value = facts.get(key);
        if (value == null) {
            throw new PackagingException("metadata.properties says nothing about " + key + ".");
        }
        return value;
    }

    /// A list: words apart by spaces.
    List<String> list(String key) {
        return Arrays.stream(get(key).split("\\s+")).filter(w -> !w.isEmpty()).toList();
    }

    /// As in `brokerscope-0.1.0-linux-x64`.
    String fileName(String kind) {
        return get("id") + "-" + versions.text() + "-" + kind;
    }
}
