package dev.brokerscope.core.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.brokerscope.api.decode.RegisteredSchema;
import dev.brokerscope.api.decode.RegisteredSchema.Reference;
import dev.brokerscope.api.decode.RegisteredSchema.SubjectVersion;
import dev.brokerscope.api.decode.SchemaId;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.core.schema.RegistryHttp.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Confluent's REST API, as Confluent, Karapace, Apicurio (`/apis/ccompat`) and others serve it.
final class ConfluentApi implements RegistryApi {

    private static final String APICURIO_PATH = "/apis/ccompat/";

    private final RegistryHttp http;
    private final String base;
    private final String registry;

    ConfluentApi(RegistryHttp http, RegistrySettings settings) {
        this.http = http;
        base = http.base();
        registry = settings.displayUrl();
    }

    @Override
    public RegisteredSchema fetch(SchemaId id) throws FaultException, InterruptedException {
        String path = switch (id.scheme()) {
            case "id" -> "/schemas/ids/" + encoded(id.value());
            case "guid" -> "/schemas/guids/" + encoded(id.value());
            case "content", "global" -> "";
            default -> throw http.faults().unknown(id);
        };
        if (path.isEmpty()) {
            return ofApicurio(id);
        }
        Answer answer = http.get(base + path);
        if (!answer.found()) {
            throw http.faults().unknown(id);
        }
        List<SubjectVersion> subjects = id.scheme().equals("id") ? subjects(base + path + "/versions") : List.of();
        return schema(id, http.json(answer), subjects, new ReferenceBudget(http.faults()));
    }

    /// Only Apicurio knows these ids, under its own path on the same host.
    private RegisteredSchema ofApicurio(SchemaId id) throws FaultException, InterruptedException {
        int at = base.indexOf(APICURIO_PATH);
        if (at < 0) {
            throw http.faults().unknown(id);
        }
        return new ApicurioApi(http, base.substring(0, at) + "/apis/registry/v2", registry).fetch(id);
    }

    private RegisteredSchema schema(SchemaId id, JsonNode node, List<SubjectVersion> subjects, ReferenceBudget budget)
            throws FaultException, InterruptedException {
        if (!node.path("schema").isTextual()) {
            throw http.faults().lying("JSON that holds no schema");
        }
        List<Reference> references = new ArrayList<>();
        for (JsonNode reference : node.path("references")) {
            references.add(new Reference(reference.path("name").asText(), referenced(reference, budget)));
        }
        return new RegisteredSchema(id, registry, node.path("schemaType").asText("AVRO"), node.path("schema").asText(),
                references, subjects);
    }

    private RegisteredSchema referenced(JsonNode reference, ReferenceBudget budget)
            throws FaultException, InterruptedException {
        String subject = reference.path("subject").asText();
        int version = reference.path("version").asInt();
        String place = subject + " version " + version;
        budget.enter(place);
        Answer answer = http.get(base + "/subjects/" + encoded(subject) + "/versions/" + version);
        if (!answer.found()) {
            throw new FaultException(FaultKind.NOT_FOUND, "registry.unknown-reference",
                    "The schema refers to " + place + ", which is not in " + registry + ".",
                    "Register it there, or pick a schema file with Decode as.");
        }
        JsonNode node = http.json(answer);
        RegisteredSchema schema = schema(SchemaId.of("id", node.path("id").asText("0")), node,
                List.of(new SubjectVersion(subject, version)), budget);
        budget.leave(place);
        return schema;
    }

    /// Nice to have: a registry that does not tell them still has the schema.
    private List<SubjectVersion> subjects(String url) throws InterruptedException {
        List<SubjectVersion> subjects = new ArrayList<>();
        try {
            Answer answer = http.get(url);
            if (answer.found()) {
                for (JsonNode node : http.json(answer)) {
                    subjects.add(new SubjectVersion(node.path("subject").asText(), node.path("version").asInt()));
                }
            }
        } catch (FaultException e) {
            return List.of();
        }
        return subjects;
    }

    @Override
    public String describe() throws FaultException, InterruptedException {
        Answer answer = http.get(base + "/subjects");
        if (!answer.found()) {
            throw http.faults().status(answer.status(), answer.body());
        }
        JsonNode subjects = http.json(answer);
        if (!subjects.isArray()) {
            throw http.faults().lying("JSON that lists no subjects");
        }
        return "Confluent-compatible, " + subjects.size() + (subjects.size() == 1 ? " subject" : " subjects");
    }

    static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
