package dev.brokerscope.kafka.testkit.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// Confluent's documents: `schemaType` is left out for Avro, `references` where there are none.
final class RegistryJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final ObjectMapper mapper = new ObjectMapper();

    JsonNode parse(byte[] body) {
        try {
            return mapper.readTree(new String(body, StandardCharsets.UTF_8));
        } catch (JsonProcessingException broken) {
            throw RegistryRefusal.brokenJson(broken.getOriginalMessage());
        }
    }

    /// The schema of a request, its white space removed, so that equal schemas get one id.
    RegisteredSchema schema(byte[] body) {
        JsonNode request = parse(body);
        String type = request.path("schemaType").asText("AVRO");
        JsonNode text = request.path("schema");
        if (!text.isTextual()) {
            throw RegistryRefusal.invalidSchema(type, "Empty schema");
        }
        List<RegisteredSchema.Reference> references = new ArrayList<>();
        request.path("references").forEach(r -> references.add(new RegisteredSchema.Reference(r.path("name").asText(),
                r.path("subject").asText(), r.path("version").asInt())));
        return new RegisteredSchema(type, compact(type, text.asText()), references);
    }

    String compact(String type, String text) {
        if (type.equals("PROTOBUF")) {
            return text;
        }
        try {
            return mapper.readTree(text).toString();
        } catch (JsonProcessingException broken) {
            throw RegistryRefusal.invalidSchema(type, broken.getOriginalMessage());
        }
    }

    ObjectNode ofSchema(RegisteredSchema schema) {
        ObjectNode node = NODES.objectNode();
        if (!schema.type().equals("AVRO")) {
            node.put("schemaType", schema.type());
        }
        node.put("schema", schema.text());
        if (!schema.references().isEmpty()) {
            ArrayNode references = node.putArray("references");
            schema.references().forEach(r -> references.addObject().put("name", r.name()).put("subject", r.subject())
                    .put("version", r.version()));
        }
        node.put("guid", schema.guid().toString());
        return node;
    }

    ObjectNode ofVersion(RegistryStore.Version version) {
        ObjectNode node = NODES.objectNode();
        node.put("subject", version.subject()).put("version", version.number()).put("id", version.id());
        node.setAll(ofSchema(version.schema()));
        return node;
    }

    ObjectNode ofRefusal(RegistryRefusal refusal) {
        return NODES.objectNode().put("error_code", refusal.code()).put("message", refusal.getMessage());
    }

    ObjectNode object() {
        return NODES.objectNode();
    }

    ArrayNode texts(Collection<String> texts) {
        ArrayNode array = NODES.arrayNode();
        texts.forEach(array::add);
        return array;
    }

    ArrayNode numbers(Collection<Integer> numbers) {
        ArrayNode array = NODES.arrayNode();
        numbers.forEach(number -> array.add(number.intValue()));
        return array;
    }

    JsonNode number(int number) {
        return NODES.numberNode(number);
    }
}
