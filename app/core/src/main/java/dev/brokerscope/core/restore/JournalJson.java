package dev.brokerscope.core.restore;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.message.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The written form of journals. Positions are `[partition, hi, lo]`.
final class JournalJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private JournalJson() {}

    static ObjectNode write(ChannelId target, ChannelJournal channel) {
        ObjectNode node = JSON.objectNode();
        node.put("kind", target.kind()).put("created", channel.target().created());
        node.put("incarnation", channel.target().incarnation());
        node.set("starts", positions(channel.target().starts()));
        node.set("next", positions(channel.progress().next()));
        node.set("last", positions(channel.progress().last()));
        node.put("written", channel.progress().written());
        ArrayNode translations = node.putArray("translations");
        channel.translations().forEach(t -> translations.addArray().add(position(t.from())).add(position(t.to())));
        node.set("skipped", positions(channel.skipped()));
        node.put("refused", channel.refused()).put("bytes", channel.bytes());
        channel.firstRefused().ifPresent(f -> node.put("firstRefused", f));
        return node;
    }

    static ChannelId id(String text, JsonNode node) {
        return ChannelId.parse(node.path("kind").asText(), text);
    }

    static ChannelJournal read(JsonNode node) {
        List<Translation> translations = new ArrayList<>();
        node.path("translations").forEach(t -> translations.add(new Translation(position(t.path(0)),
                position(t.path(1)))));
        return new ChannelJournal(
                new ChannelJournal.Begun(node.path("created").asBoolean(), node.path("incarnation").asText(),
                        positions(node.path("starts"))),
                new ChannelProgress(positions(node.path("next")), positions(node.path("last")),
                        node.path("written").asLong()),
                translations, positions(node.path("skipped")), node.path("refused").asLong(),
                node.has("firstRefused") ? Optional.of(node.get("firstRefused").asText()) : Optional.empty(),
                node.path("bytes").asLong());
    }

    static ArrayNode positions(List<Position> positions) {
        ArrayNode array = JSON.arrayNode();
        positions.forEach(p -> array.add(position(p)));
        return array;
    }

    static List<Position> positions(JsonNode array) {
        List<Position> positions = new ArrayList<>();
        array.forEach(p -> positions.add(position(p)));
        return positions;
    }

    private static ArrayNode position(Position position) {
        return JSON.arrayNode().add(position.partition()).add(position.hi()).add(position.lo());
    }

    private static Position position(JsonNode node) {
        if (!node.isArray() || node.size() != 3) {
            throw new IllegalArgumentException("no position: " + node);
        }
        return new Position(node.get(0).asInt(), node.get(1).asLong(), node.get(2).asLong());
    }
}
