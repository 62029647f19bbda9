package dev.brokerscope.core.restore;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a restore's report says about undoing it.
final class UndoJson {

    private UndoJson() {}

    static ArrayNode write(RestoreReport report) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (RestoreReport.Channel channel : report.channels()) {
            ObjectNode node = array.addObject();
            node.put("channel", channel.to().text()).put("kind", channel.to().kind());
            node.put("created", channel.created()).put("incarnation", channel.mark().incarnation());
            node.set("ends", JournalJson.positions(channel.mark().ends()));
        }
        return array;
    }

    static UndoPlan read(Path report) throws FaultException {
        if (!Files.isRegularFile(report)) {
            throw new FaultException(FaultKind.NOT_FOUND, "undo.no-report", "There is no report " + report + ".",
                    "A restore names its report in the last line; they lie in the folder restore of the state folder.");
        }
        try {
            JsonNode root = new ObjectMapper().readTree(report.toFile());
            if (!root.path("undo").isArray()) {
                throw unreadable(report, Optional.empty());
            }
            List<UndoPlan.Made> channels = new ArrayList<>();
            for (JsonNode node : root.get("undo")) {
                channels.add(new UndoPlan.Made(
                        ChannelId.parse(node.path("kind").asText(), node.path("channel").asText()),
                        node.path("created").asBoolean(), new RestoreReport.Mark(node.path("incarnation").asText(),
                                JournalJson.positions(node.path("ends")))));
            }
            return new UndoPlan(report, Optional.ofNullable(root.path("clusterId").textValue()), channels);
        } catch (IOException | IllegalArgumentException e) {
            throw unreadable(report, Optional.of(e));
        }
    }

    private static FaultException unreadable(Path report, Optional<Exception> why) {
        String message = report + " is no report of a restore that can be undone.";
        String remedy = "Give the .json that the restore wrote.";
        return why.isPresent()
                ? new FaultException(FaultKind.CORRUPT, "undo.report", message, remedy, why.get())
                : new FaultException(FaultKind.CORRUPT, "undo.report", message, remedy);
    }
}
