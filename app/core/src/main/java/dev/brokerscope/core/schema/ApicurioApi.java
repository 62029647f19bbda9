package dev.brokerscope.core.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.brokerscope.api.decode.RegisteredSchema;
import dev.brokerscope.api.decode.RegisteredSchema.Reference;
import dev.brokerscope.api.decode.RegisteredSchema.SubjectVersion;
import dev.brokerscope.api.decode.SchemaId;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.core.schema.RegistryHttp.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Apicurio's own REST API, versions 2 and 3.
final class ApicurioApi implements RegistryApi {

    private final RegistryHttp http;
    private final String base;
    private final String registry;

    /// @param base with the path of the API: `http://host/apis/registry/v3`
    ApicurioApi(RegistryHttp http, String base, String registry) {
        this.http = http;
        this.base = base;
        this.registry = registry;
    }

    private boolean isThree() {
        return base.endsWith("/v3");
    }

    @Override
    public RegisteredSchema fetch(SchemaId id) throws FaultException, InterruptedException {
        return switch (id.scheme()) {
            case "content" -> byContent(id);
            case "global" -> byGlobal(id);
            // four bytes before the data: the content id by default, the global id where producers are told so
            case "id" -> {
                try {
                    yield byContent(id);
                } catch (FaultException e) {
                    if (e.kind() != FaultKind.NOT_FOUND) {
                        throw e;
                    }
                    yield byGlobal(id);
                }
            }
            default -> throw http.faults().unknown(id);
        };
    }

    private RegisteredSchema byContent(SchemaId id) throws FaultException, InterruptedException {
        return at(id, "/ids/contentIds/", "contentId");
    }

    private RegisteredSchema byGlobal(SchemaId id) throws FaultException, InterruptedException {
        return at(id, "/ids/globalIds/", "globalId");
    }

    private RegisteredSchema at(SchemaId id, String path, String search) throws FaultException, InterruptedException {
        String value = ConfluentApi.encoded(id.value());
        Answer answer = http.get(base + path + value);
        if (!answer.found()) {
            throw http.faults().unknown(id);
        }
        return schema(id, answer, base + path + value + "/references", subjects(search, value),
                new ReferenceBudget(http.faults()));
    }

    private RegisteredSchema schema(SchemaId id, Answer answer, String referencesUrl, List<SubjectVersion> subjects,
            ReferenceBudget budget) throws FaultException, InterruptedException {
        String kind = kind(answer);
        List<Reference> references = new ArrayList<>();
        Answer listed = http.get(referencesUrl);
        if (listed.found()) {
            for (JsonNode reference : http.json(listed)) {
                references.add(new Reference(reference.path("name").asText(), referenced(reference, budget)));
            }
        }
        return new RegisteredSchema(id, registry, kind, answer.text(), references, subjects);
    }

    private RegisteredSchema referenced(JsonNode reference, ReferenceBudget budget)
            throws FaultException, InterruptedException {
        String group = reference.path("groupId").asText("default");
        String artifact = reference.path("artifactId").asText();
        String version = reference.path("version").asText();
        String place = artifact + " version " + version;
        budget.enter(place);
        String url = base + "/groups/" + ConfluentApi.encoded(group) + "/artifacts/" + ConfluentApi.encoded(artifact)
                + "/versions/" + ConfluentApi.encoded(version);
        Answer answer = http.get(isThree() ? url + "/content" : url);
        if (!answer.found()) {
            throw new FaultException(FaultKind.NOT_FOUND, "registry.unknown-reference",
                    "The schema refers to " + place + ", which is not in " + registry + ".",
                    "Register it there, or pick a schema file with Decode as.");
        }
        RegisteredSchema schema = schema(SchemaId.of("artifact", group + "/" + artifact + "/" + version), answer,
                url + "/references", numbered(artifact, version), budget);
        budget.leave(place);
        return schema;
    }

    /// Told by a header in most answers; else by the look of the text.
    private String kind(Answer answer) throws FaultException {
        if (answer.artifactType().isPresent()) {
            return answer.artifactType().get().toUpperCase(Locale.ROOT);
        }
        String text = answer.text().strip();
        if (text.startsWith("<")) {
            throw http.faults().lying("a web page");
        }
        if (!text.startsWith("{") && !text.startsWith("[") && !text.startsWith("\"")) {
            return "PROTOBUF";
        }
        boolean jsonSchema = text.contains("\"$schema\"") || text.contains("\"properties\"");
        return jsonSchema ? "JSON" : "AVRO";
    }

    /// Nice to have, and only version 3 can be asked.
    private List<SubjectVersion> subjects(String search, String value) throws InterruptedException {
        List<SubjectVersion> subjects = new ArrayList<>();
        if (!isThree()) {
            return subjects;
        }
        try {
            Answer answer = http.get(base + "/search/versions?" + search + "=" + value);
            if (answer.found()) {
                for (JsonNode node : http.json(answer).path("versions")) {
                    subjects.addAll(numbered(node.path("artifactId").asText(), node.path("version").asText()));
                }
            }
        } catch (FaultException e) {
            return List.of();
        }
        return subjects;
    }

    /// Versions may be any text there; those that are numbers are told.
    private static List<SubjectVersion> numbered(String artifact, String version) {
        return version.matches("\\d{1,9}")
                ? List.of(new SubjectVersion(artifact, Integer.parseInt(version)))
                : List.of();
    }

    @Override
    public String describe() throws FaultException, InterruptedException {
        Answer answer = http.get(base + "/system/info");
        if (!answer.found()) {
            throw http.faults().status(answer.status(), answer.body());
        }
        return "Apicurio Registry " + http.json(answer).path("version").asText("of unknown version");
    }
}
