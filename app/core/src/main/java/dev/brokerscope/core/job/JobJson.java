package dev.brokerscope.core.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brokerscope.api.fault.Fault;
import dev.brokerscope.api.fault.FaultKind;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/// The file of one job. A job that claims to run in a process that no longer exists is read as interrupted.
final class JobJson {

    private static final int VERSION = 1;

    private final ObjectMapper mapper = new ObjectMapper();

    String write(JobRecord record) {
        ObjectNode root = mapper.createObjectNode();
        root.put("version", VERSION).put("id", record.id());
        root.put("kind", record.request().kind().name()).put("title", record.request().title());
        root.put("subtitle", record.request().subtitle()).put("state", record.state().name());
        root.put("started", record.started().toString());
        record.ended().ifPresent(t -> root.put("ended", t.toString()));
        root.put("messages", record.messages()).put("bytes", record.bytes()).put("summary", record.summary());
        record.outcome().ifPresent(o -> root.put("outcome", o.name()));
        record.fault().ifPresent(f -> root.set("fault", fault(f)));
        record.report().ifPresent(r -> root.set("report", r));
        ProcessHandle self = ProcessHandle.current();
        root.put("pid", self.pid());
        self.info().startInstant().ifPresent(t -> root.put("processStarted", t.toString()));
        return root.toPrettyString();
    }

    JobRecord read(String text) throws IOException {
        JsonNode root = mapper.readTree(text);
        JobRecord record = new JobRecord(required(root, "id"),
                new JobRequest(JobKind.valueOf(required(root, "kind")), required(root, "title"),
                        root.path("subtitle").asText()),
                JobState.valueOf(required(root, "state")), Instant.parse(required(root, "started")),
                text(root, "ended").map(Instant::parse), root.path("messages").asLong(), root.path("bytes").asLong(),
                text(root, "outcome").map(Outcome::valueOf), root.path("summary").asText(), readFault(root),
                root.path("report") instanceof ObjectNode report ? Optional.of(report) : Optional.empty());
        return record.state().ended() || alive(root) ? record : record.interrupted();
    }

    private ObjectNode fault(Fault fault) {
        ObjectNode node = mapper.createObjectNode();
        node.put("kind", fault.kind().name()).put("code", fault.code()).put("message", fault.message());
        node.put("remedy", fault.remedy());
        fault.details().ifPresent(d -> node.put("details", d));
        return node;
    }

    private static Optional<Fault> readFault(JsonNode root) {
        JsonNode node = root.path("fault");
        if (!node.isObject()) {
            return Optional.empty();
        }
        return Optional.of(new Fault(FaultKind.valueOf(required(node, "kind")), required(node, "code"),
                required(node, "message"), node.path("remedy").asText(), text(node, "details")));
    }

    private static boolean alive(JsonNode root) {
        String started = root.path("processStarted").asText();
        return ProcessHandle.of(root.path("pid").asLong())
                .map(p -> p.info().startInstant().map(Instant::toString).orElse("").equals(started))
                .orElse(false);
    }

    private static String required(JsonNode node, String name) {
        return text(node, name).orElseThrow(() -> new IllegalArgumentException(name + " is missing"));
    }

    private static Optional<String> text(JsonNode node, String name) {
        return node.hasNonNull(name) ? Optional.of(node.get(name).asText()) : Optional.empty();
    }
}
