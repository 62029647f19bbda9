package dev.brokerscope.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brokerscope.api.channel.ChannelProfile;
import dev.brokerscope.api.channel.Impact;
import dev.brokerscope.api.channel.Keep;
import dev.brokerscope.api.channel.MessagePart;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.AttributeRole;
import dev.brokerscope.api.message.AttributeSchema;
import dev.brokerscope.api.message.AttributeType;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Profiles and attribute schemas as the JSON that stands in the table `channel`. Unknown words are skipped, so that
/// archives of later versions can be read.
final class ManifestJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ManifestJson() {}

    static String profile(ChannelProfile profile) {
        ObjectNode json = JSON.createObjectNode();
        words(json.putArray("impact"), profile.impact());
        words(json.putArray("starts"), profile.starts());
        json.put("end", Words.of(profile.end()));
        json.put("positions", Words.of(profile.positions()));
        json.put("dense", profile.dense());
        json.put("order", Words.of(profile.order()));
        json.put("completeness", Words.of(profile.completeness()));
        ObjectNode restore = json.putObject("restore");
        for (MessagePart part : MessagePart.values()) {
            if (profile.restore().containsKey(part)) {
                restore.put(Words.of(part), Words.of(profile.keeps(part)));
            }
        }
        ArrayNode caveats = json.putArray("caveats");
        profile.caveats().forEach(c -> caveats.addObject().put("code", c.code()).put("text", c.text()));
        return json.toString();
    }

    static ChannelProfile profile(String text) throws FaultException {
        JsonNode json = parse(text);
        Map<MessagePart, Keep> restore = new EnumMap<>(MessagePart.class);
        json.path("restore").properties().forEach(e -> Words.parse(MessagePart.class, e.getKey())
                .ifPresent(p -> Words.parse(Keep.class, e.getValue().asText()).ifPresent(k -> restore.put(p, k))));
        List<ChannelProfile.Caveat> caveats = new ArrayList<>();
        json.path("caveats").forEach(
                c -> caveats.add(new ChannelProfile.Caveat(c.path("code").asText(), c.path("text").asText())));
        return new ChannelProfile(words(json.path("impact"), Impact.class),
                words(json.path("starts"), ChannelProfile.StartKind.class),
                word(json, "end", ChannelProfile.EndKind.NONE),
                word(json, "positions", ChannelProfile.PositionKind.NONE), json.path("dense").asBoolean(),
                word(json, "order", ChannelProfile.OrderScope.NONE),
                word(json, "completeness", ChannelProfile.Completeness.LIVE_LOSSY), restore, caveats);
    }

    static String attributes(AttributeSchema schema) {
        ArrayNode json = JSON.createArrayNode();
        for (AttributeSchema.Attribute attribute : schema.attributes()) {
            json.addObject().put("key", attribute.key()).put("label", attribute.label())
                    .put("type", Words.of(attribute.type())).put("role", Words.of(attribute.role()))
                    .put("restorable", attribute.restorable());
        }
        return json.toString();
    }

    static AttributeSchema attributes(String text) throws FaultException {
        List<AttributeSchema.Attribute> attributes = new ArrayList<>();
        for (JsonNode json : parse(text)) {
            attributes.add(new AttributeSchema.Attribute(json.path("key").asText(), json.path("label").asText(),
                    Words.need(AttributeType.class, json.path("type").asText()),
                    word(json, "role", AttributeRole.OTHER), json.path("restorable").asBoolean()));
        }
        return new AttributeSchema(attributes);
    }

    private static void words(ArrayNode json, Set<? extends Enum<?>> values) {
        Set<String> sorted = new TreeSet<>();
        values.forEach(v -> sorted.add(Words.of(v)));
        sorted.forEach(json::add);
    }

    private static <E extends Enum<E>> Set<E> words(JsonNode json, Class<E> type) {
        Set<E> values = new HashSet<>();
        json.forEach(word -> Words.parse(type, word.asText()).ifPresent(values::add));
        return values;
    }

    private static <E extends Enum<E>> E word(JsonNode json, String field, E otherwise) {
        return Words.parse(otherwise.getDeclaringClass(), json.path(field).asText()).orElse(otherwise);
    }

    private static JsonNode parse(String text) throws FaultException {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new FaultException(FaultKind.CORRUPT, "archive.damaged",
                    "The archive's description of a channel is no JSON.", "Run verify to see what is wrong.", e);
        }
    }
}
