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
        node.put("kind", target.kind()).put("created", channel.created()).put("incarnation", channel.incarnation());
        ArrayNode starts = node.putArray("starts");
        channel.starts().forEach(p -> starts.add(position(p)));
        ArrayNode progress = node.putArray("progress");
        for (PartitionProgress p : channel.progress()) {
            ObjectNode one = progress.addObject();
            one.set("next", position(p.next()));
            one.put("written", p.written());
            p.last().ifPresent(l -> one.set("last", position(l)));
        }
        ArrayNode translations = node.putArray("translations");
        channel.translations().forEach(t -> translations.addArray().add(position(t.from())).add(position(t.to())));
        node.put("refused", channel.refused()).put("bytes", channel.bytes());
        channel.firstRefused().ifPresent(f -> node.put("firstRefused", f));
        return node;
    }

    static ChannelId id(String text, JsonNode node) {
        return ChannelId.parse(node.path("kind").asText(), text);
    }

    static ChannelJournal read(JsonNode node) {
        List<Position> starts = new ArrayList<>();
        node.path("starts").forEach(s -> starts.add(position(s)));
        List<PartitionProgress> progress = new ArrayList<>();
        for (JsonNode p : node.path("progress")) {
            progress.add(new PartitionProgress(position(p.path("next")), p.path("written").asLong(),
                    p.has("last") ? Optional.of(position(p.get("last"))) : Optional.empty()));
        }
        List<Translation> translations = new ArrayList<>();
        node.path("translations").forEach(t -> translations.add(new Translation(position(t.path(0)),
                position(t.path(1)))));
        return new ChannelJournal(node.path("created").asBoolean(), node.path("incarnation").asText(), starts, progress,
                translations, node.path("refused").asLong(),
                node.has("firstRefused") ? Optional.of(node.get("firstRefused").asText()) : Optional.empty(),
                node.path("bytes").asLong());
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
