package dev.brokerscope.kafka.testkit.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// From a request to the document that answers it. Paths and codes: Confluent Schema Registry API reference.
final class RegistryRoutes {

    /// A request taken apart: path segments and query values are decoded already.
    record Request(String method, List<String> path, Map<String, String> query, byte[] body) {

        boolean flag(String name) {
            return Boolean.parseBoolean(query.getOrDefault(name, "false"));
        }

        String at(int index) {
            return index < path.size() ? path.get(index) : "";
        }
    }

    private final RegistryStore store;
    private final RegistryJson json;

    RegistryRoutes(RegistryStore store, RegistryJson json) {
        this.store = store;
        this.json = json;
    }

    JsonNode answer(Request request) {
        return switch (request.at(0)) {
            case "" -> json.object();
            case "schemas" -> schemas(request);
            case "subjects" -> subjects(request);
            case "config" -> config(request);
            case "compatibility" -> compatibility(request);
            case "mode" -> only("GET", request, json.object().put("mode", "READWRITE"));
            case "contexts" -> only("GET", request, json.texts(List.of(".")));
            default -> throw RegistryRefusal.noSuchPath();
        };
    }

    private JsonNode schemas(Request request) {
        return only("GET", request, switch (request.at(1)) {
            case "types" -> json.texts(List.of("JSON", "PROTOBUF", "AVRO"));
            case "ids" -> byId(request);
            case "guids" -> byGuid(request.at(2));
            default -> throw RegistryRefusal.noSuchPath();
        });
    }

    private JsonNode byId(Request request) {
        int id = id(request.at(2));
        RegisteredSchema schema = store.schema(id)
                .orElseThrow(() -> RegistryRefusal.noSchema(request.at(2)));
        return switch (request.at(3)) {
            case "" -> json.ofSchema(schema);
            case "schema" -> json.parse(schema.text().getBytes(StandardCharsets.UTF_8));
            case "subjects" -> json.texts(store.versionsOf(id).stream().map(RegistryStore.Version::subject).toList());
            case "versions" -> pairs(store.versionsOf(id));
            default -> throw RegistryRefusal.noSuchPath();
        };
    }

    private JsonNode byGuid(String guid) {
        int id = store.idOf(guid).orElseThrow(() -> RegistryRefusal.noSchema(guid));
        return json.ofSchema(store.schema(id).orElseThrow(() -> RegistryRefusal.noSchema(guid)));
    }

    private JsonNode subjects(Request request) {
        String subject = request.at(1);
        if (subject.isEmpty()) {
            String prefix = request.query().getOrDefault("subjectPrefix", "");
            return only("GET", request, json.texts(store.subjects(request.flag("deleted")).stream()
                    .filter(name -> name.startsWith(prefix)).toList()));
        }
        return switch (request.at(2)) {
            case "" -> subject(subject, request);
            case "versions" -> request.path().size() == 3 ? versions(subject, request) : version(subject, request);
            default -> throw RegistryRefusal.noSuchPath();
        };
    }

    private JsonNode subject(String subject, Request request) {
        return switch (request.method()) {
            case "POST" -> json.ofVersion(store.lookup(subject, json.schema(request.body())));
            case "DELETE" -> json.numbers(store.deleteSubject(subject, request.flag("permanent")));
            default -> throw RegistryRefusal.wrongMethod();
        };
    }

    private JsonNode versions(String subject, Request request) {
        return switch (request.method()) {
            case "GET" -> json.numbers(store.existing(subject, request.flag("deleted")).stream()
                    .map(RegistryStore.Version::number).toList());
            case "POST" -> registered(store.register(subject, json.schema(request.body())));
            default -> throw RegistryRefusal.wrongMethod();
        };
    }

    private JsonNode registered(RegistryStore.Version version) {
        ObjectNode answer = json.object().put("id", version.id()).put("version", version.number());
        answer.setAll(json.ofSchema(version.schema()));
        return answer;
    }

    private JsonNode version(String subject, Request request) {
        if (request.method().equals("DELETE")) {
            return json.number(store.deleteVersion(subject, request.at(3), request.flag("permanent")));
        }
        RegistryStore.Version version = store.version(subject, request.at(3), request.flag("deleted"));
        return only("GET", request, switch (request.at(4)) {
            case "" -> json.ofVersion(version);
            case "schema" -> json.parse(version.schema().text().getBytes(StandardCharsets.UTF_8));
            case "referencedby" -> json.numbers(store.referencing(version));
            default -> throw RegistryRefusal.noSuchPath();
        });
    }

    private JsonNode config(Request request) {
        Optional<String> subject = Optional.of(request.at(1)).filter(name -> !name.isEmpty());
        switch (request.method()) {
            case "GET" -> {
                String level = subject.isEmpty() ? store.level() : store.level(subject.get())
                        .or(() -> request.flag("defaultToGlobal") ? Optional.of(store.level()) : Optional.empty())
                        .orElseThrow(() -> RegistryRefusal.noLevel(subject.get()));
                return json.object().put("compatibilityLevel", level);
            }
            case "PUT" -> {
                String level = json.parse(request.body()).path("compatibility").asText();
                store.level(subject, level);
                return json.object().put("compatibility", level);
            }
            case "DELETE" -> {
                return json.object().put("compatibility",
                        store.removeLevel(subject.orElseThrow(RegistryRefusal::wrongMethod)));
            }
            default -> throw RegistryRefusal.wrongMethod();
        }
    }

    private JsonNode compatibility(Request request) {
        if (!request.method().equals("POST") || !request.at(1).equals("subjects")) {
            throw RegistryRefusal.noSuchPath();
        }
        Optional<String> conflict = store.conflict(request.at(2), json.schema(request.body()));
        ObjectNode answer = json.object().put("is_compatible", conflict.isEmpty());
        if (request.flag("verbose")) {
            answer.set("messages", json.texts(conflict.stream().toList()));
        }
        return answer;
    }

    private ArrayNode pairs(List<RegistryStore.Version> versions) {
        ArrayNode pairs = json.texts(List.of());
        versions.forEach(v -> pairs.addObject().put("subject", v.subject()).put("version", v.number()));
        return pairs;
    }

    private static int id(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException notANumber) {
            throw RegistryRefusal.noSuchPath();
        }
    }

    private static JsonNode only(String method, Request request, JsonNode answer) {
        if (!request.method().equals(method)) {
            throw RegistryRefusal.wrongMethod();
        }
        return answer;
    }
}
