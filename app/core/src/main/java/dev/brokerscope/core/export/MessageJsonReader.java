package dev.brokerscope.core.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.brokerscope.api.broker.CursorEvent;
import dev.brokerscope.api.broker.GapReason;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.api.message.Header;
import dev.brokerscope.api.message.HeaderType;
import dev.brokerscope.api.message.Headers;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.api.message.TimestampType;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The reverse of [MessageJsonWriter]. The field `decoded` and a broker's attributes are not taken back: bytes are the
/// truth. Any thread.
public final class MessageJsonReader {

    /// Decoded trees are as deep as decoders go, and stand some levels down in the line.
    private static final int DEEPEST = 10_000;

    private static final JsonMapper MAPPER = JsonMapper
            .builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE)
                            .maxNestingDepth(DEEPEST).build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final String file;

    /// @param file named in faults
    public MessageJsonReader(String file) {
        this.file = file;
    }

    /// @param number of the line, from 1, named in faults
    public MessageLine parse(String line, long number) throws FaultException {
        try {
            JsonNode json = MAPPER.readTree(line);
            if (json == null || !json.isObject()) {
                throw new Unreadable("it is no JSON object");
            }
            return json.has("gap") ? gap(json.get("gap")) : message(json);
        } catch (JsonProcessingException e) {
            throw unreadable(number, e.getOriginalMessage());
        } catch (Unreadable e) {
            throw unreadable(number, String.valueOf(e.getMessage()));
        }
    }

    private FaultException unreadable(long number, String why) {
        return new FaultException(FaultKind.CORRUPT, "jsonl.line",
                "Line " + number + " of " + file + " cannot be read: " + why + ".",
                "Lines must look as read --format jsonl writes them.");
    }

    private static MessageLine gap(JsonNode json) throws Unreadable {
        int partition = number(json, "partition");
        GapReason reason = constant(GapReason.class, text(json, "reason"));
        return new MessageLine.OfGap(text(json, "channel"),
                new CursorEvent.Gap(position(partition, text(json, "from")), position(partition, text(json, "next")),
                        reason, json.path("measured").asBoolean()));
    }

    private static MessageLine message(JsonNode json) throws Unreadable {
        int partition = number(json, "partition");
        Position position =
                json.has("position") ? position(partition, text(json, "position")) : Position.of(partition, 0);
        if (json.has("timestamp") && !json.get("timestamp").canConvertToLong()) {
            throw new Unreadable("timestamp is no whole number of milliseconds");
        }
        return new MessageLine.OfMessage(text(json, "channel"), Message.at(position)
                .timestamp(json.path("timestamp").asLong(0), timestampType(json))
                .nanos(number(json, "timestampNanos"))
                .key(bytes(json, "key"))
                .value(bytes(json, "value"))
                .headers(headers(json.path("headers")))
                .build());
    }

    private static TimestampType timestampType(JsonNode json) throws Unreadable {
        if (json.has("timestampType")) {
            return constant(TimestampType.class, text(json, "timestampType"));
        }
        return json.has("timestamp") ? TimestampType.CREATE : TimestampType.NONE;
    }

    private static Headers headers(JsonNode json) throws Unreadable {
        List<Header> headers = new ArrayList<>();
        for (JsonNode header : json) {
            Bytes name = header.has("nameBase64")
                    ? base64(text(header, "nameBase64"))
                    : Bytes.utf8(text(header, "name"));
            HeaderType type = header.has("type") ? constant(HeaderType.class, text(header, "type")) : HeaderType.BYTES;
            boolean isNull = header.path("null").asBoolean();
            headers.add(new Header(name, type, isNull ? Optional.empty() : Optional.of(content(header, "header"))));
        }
        return headers.isEmpty() ? Headers.NONE : Headers.of(headers);
    }

    private static Optional<Bytes> bytes(JsonNode json, String name) throws Unreadable {
        JsonNode node = json.path(name);
        return node.isNull() || node.isMissingNode() ? Optional.empty() : Optional.of(content(node, name));
    }

    private static Bytes content(JsonNode node, String name) throws Unreadable {
        if (node.path("text").isTextual()) {
            return Bytes.utf8(node.get("text").textValue());
        }
        if (node.path("base64").isTextual()) {
            return base64(node.get("base64").textValue());
        }
        throw new Unreadable(name + " has neither text nor base64");
    }

    private static Bytes base64(String text) throws Unreadable {
        try {
            return Bytes.wrap(Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException e) {
            throw new Unreadable("\"" + text + "\" is no base64");
        }
    }

    private static Position position(int partition, String text) throws Unreadable {
        int dash = text.indexOf('-');
        try {
            long hi = dash < 0 ? 0 : Long.parseLong(text.substring(0, dash));
            return new Position(partition, hi, Long.parseLong(text.substring(dash + 1)));
        } catch (IllegalArgumentException e) {
            throw new Unreadable("\"" + text + "\" is no position");
        }
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String name) throws Unreadable {
        try {
            return Enum.valueOf(type, name.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            throw new Unreadable("\"" + name + "\" is unknown");
        }
    }

    /// 0 where it is missing.
    private static int number(JsonNode json, String name) throws Unreadable {
        JsonNode node = json.path(name);
        if (!node.isMissingNode() && (!node.canConvertToInt() || node.intValue() < 0)) {
            throw new Unreadable(name + " is no whole number");
        }
        return node.asInt(0);
    }

    private static String text(JsonNode json, String name) throws Unreadable {
        JsonNode node = json.path(name);
        if (!node.isTextual()) {
            throw new Unreadable(name + " is missing");
        }
        return node.textValue();
    }

    /// Why a line is none of ours, as a clause.
    private static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1;

        Unreadable(String reason) {
            super(reason);
        }
    }
}
