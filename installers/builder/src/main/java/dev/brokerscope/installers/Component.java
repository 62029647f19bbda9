package dev.brokerscope.installers;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/// A library as a bill of materials describes it.
///
/// @param node what CycloneDX's plugin wrote about it
record Component(JsonNode node) {

    String group() {
        return node.path("group").asText();
    }

    String name() {
        return node.path("name").asText();
    }

    String version() {
        return node.path("version").asText();
    }

    String reference() {
        return node.path("bom-ref").asText();
    }

    String sha256() {
        for (JsonNode hash : node.path("hashes")) {
            if (hash.path("alg").asText().equals("SHA-256")) {
                return hash.path("content").asText();
            }
        }
        return "";
    }

    /// SPDX identifiers where they are known, else the names that the authors chose.
    List<String> licences() {
        List<String> found = new ArrayList<>();
        for (JsonNode entry : node.path("licenses")) {
            JsonNode licence = entry.path("license");
            String word = entry.path("expression").asText(licence.path("id").asText(licence.path("name").asText()));
            if (!word.isEmpty()) {
                found.add(word);
            }
        }
        return found;
    }

    String url() {
        for (String type : List.of("website", "vcs", "distribution")) {
            for (JsonNode reference : node.path("externalReferences")) {
                if (reference.path("type").asText().equals(type)) {
                    return reference.path("url").asText();
                }
            }
        }
        return "";
    }
}
