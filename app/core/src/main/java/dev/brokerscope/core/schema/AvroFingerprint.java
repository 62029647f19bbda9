package dev.brokerscope.core.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The CRC-64-AVRO fingerprint of a schema's Parsing Canonical Form, as the Avro 1.12 specification has both.
final class AvroFingerprint {

    private static final long EMPTY = 0xc15d213aa4d7a795L;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> PRIMITIVES = Set.of("null", "boolean", "int", "long", "float", "double", "bytes",
            "string");
    private static final List<String> ORDER = List.of("name", "type", "fields", "symbols", "items", "values", "size");

    private final StringBuilder out = new StringBuilder();

    private AvroFingerprint() {}

    /// Sixteen hexadecimal digits; nothing where the text is no schema.
    static Optional<String> of(String schema) {
        try {
            AvroFingerprint form = new AvroFingerprint();
            form.schema(JSON.readTree(schema), "");
            return Optional.of(String.format("%016x", crc(form.out.toString().getBytes(StandardCharsets.UTF_8))));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void schema(JsonNode node, String namespace) {
        if (node.isTextual()) {
            out.append(quoted(fullName(node.asText(), namespace)));
        } else if (node.isArray()) {
            list(node, namespace);
        } else if (node.isObject() && node.path("type").isTextual()) {
            String type = node.path("type").asText();
            if (PRIMITIVES.contains(type)) {
                out.append(quoted(type));
            } else {
                complex(node, namespace);
            }
        } else if (node.isObject() && node.path("type").isContainerNode()) {
            schema(node.path("type"), namespace);
        } else {
            throw new IllegalArgumentException("no schema");
        }
    }

    private void list(JsonNode nodes, String namespace) {
        out.append('[');
        for (int i = 0; i < nodes.size(); i++) {
            out.append(i == 0 ? "" : ",");
            schema(nodes.get(i), namespace);
        }
        out.append(']');
    }

    private void complex(JsonNode node, String outer) {
        boolean named = node.has("name");
        String name = named ? fullName(node.path("name").asText(), node.path("namespace").asText(outer)) : "";
        String namespace = named ? name.substring(0, Math.max(0, name.lastIndexOf('.'))) : outer;
        out.append('{');
        String comma = "";
        for (String key : ORDER) {
            if (node.has(key)) {
                out.append(comma).append('"').append(key).append("\":");
                comma = ",";
                property(key, node.get(key), name, namespace);
            }
        }
        out.append('}');
    }

    private void property(String key, JsonNode value, String name, String namespace) {
        switch (key) {
            case "name" -> out.append(quoted(name));
            case "type" -> out.append(quoted(value.asText()));
            case "fields" -> fields(value, namespace);
            case "symbols" -> symbols(value);
            case "items", "values" -> schema(value, namespace);
            case "size" -> out.append(value.asLong());
            default -> throw new IllegalArgumentException(key);
        }
    }

    private void fields(JsonNode fields, String namespace) {
        out.append('[');
        for (int i = 0; i < fields.size(); i++) {
            out.append(i == 0 ? "" : ",").append("{\"name\":")
                    .append(quoted(fields.get(i).path("name").asText())).append(",\"type\":");
            schema(fields.get(i).path("type"), namespace);
            out.append('}');
        }
        out.append(']');
    }

    private void symbols(JsonNode symbols) {
        out.append('[');
        for (int i = 0; i < symbols.size(); i++) {
            out.append(i == 0 ? "" : ",").append(quoted(symbols.get(i).asText()));
        }
        out.append(']');
    }

    private static String quoted(String text) {
        return TextNode.valueOf(text).toString();
    }

    private static String fullName(String name, String namespace) {
        return PRIMITIVES.contains(name) || name.contains(".") || namespace.isEmpty() ? name : namespace + "." + name;
    }

    private static long crc(byte[] bytes) {
        long crc = EMPTY;
        for (byte b : bytes) {
            long row = (crc ^ b) & 0xFF;
            for (int i = 0; i < 8; i++) {
                row = row >>> 1 ^ EMPTY & -(row & 1);
            }
            crc = crc >>> 8 ^ row;
        }
        return crc;
    }
}
