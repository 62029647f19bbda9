package dev.brokerscope.core.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.brokerscope.api.broker.CursorEvent;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.message.AttributeSchema;
import dev.brokerscope.api.message.AttributeValue;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.api.message.Header;
import dev.brokerscope.api.message.HeaderType;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.api.message.TimestampType;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// A message as one line of JSON that loses nothing: bytes are `text` only where UTF-8 gives them back, else `base64`;
/// absent, null and empty stay apart. The field names are a contract (docs/cli.md). Any thread.
public final class MessageJsonWriter {

    private static final JsonFactory FACTORY = new JsonFactory();

    private final Function<Position, String> notation;
    private final AttributeSchema attributes;
    private final DecodedField decoded;

    /// Writes the field `decoded`, or nothing.
    public interface DecodedField {
        DecodedField NONE = (json, message) -> {};

        void write(JsonGenerator json, Message message) throws IOException;
    }

    private interface Body {
        void write(JsonGenerator json) throws IOException;
    }

    /// @param notation the broker's way to write positions
    public MessageJsonWriter(Function<Position, String> notation, AttributeSchema attributes, DecodedField decoded) {
        this.notation = notation;
        this.attributes = attributes;
        this.decoded = decoded;
    }

    /// Without a line break.
    public String line(ChannelId channel, Message message) {
        return written(json -> {
            json.writeStringField("channel", channel.text());
            json.writeNumberField("partition", message.partition());
            json.writeStringField("position", notation.apply(message.position()));
            writeTimestamp(json, message);
            writeBytes(json, "key", message.key());
            writeBytes(json, "value", message.value());
            json.writeArrayFieldStart("headers");
            for (Header header : message.headers().list()) {
                writeHeader(json, header);
            }
            json.writeEndArray();
            writeAttributes(json, message);
            decoded.write(json, message);
        });
    }

    /// Without a line break.
    public String line(ChannelId channel, CursorEvent.Gap gap) {
        return written(json -> {
            json.writeObjectFieldStart("gap");
            json.writeStringField("channel", channel.text());
            json.writeNumberField("partition", gap.from().partition());
            json.writeStringField("from", notation.apply(gap.from()));
            json.writeStringField("next", notation.apply(gap.next()));
            json.writeStringField("reason", gap.reason().text());
            json.writeBooleanField("measured", gap.measured());
            json.writeEndObject();
        });
    }

    private static String written(Body body) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(out)) {
            json.writeStartObject();
            body.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a string cannot fail", e);
        }
        return out.toString();
    }

    private static void writeTimestamp(JsonGenerator json, Message message) throws IOException {
        if (message.timestampType() != TimestampType.NONE) {
            json.writeNumberField("timestamp", message.timestamp());
            if (message.timestampNanos() != 0) {
                json.writeNumberField("timestampNanos", message.timestampNanos());
            }
            json.writeStringField("timestampType", message.timestampType().name().toLowerCase(Locale.ROOT));
        }
    }

    private static void writeBytes(JsonGenerator json, String name, Optional<Bytes> bytes) throws IOException {
        if (bytes.isEmpty()) {
            json.writeNullField(name);
        } else {
            json.writeObjectFieldStart(name);
            writeContent(json, bytes.get());
            json.writeEndObject();
        }
    }

    private static void writeContent(JsonGenerator json, Bytes bytes) throws IOException {
        if (bytes.isUtf8()) {
            json.writeStringField("text", bytes.utf8());
        } else {
            json.writeStringField("base64", base64(bytes));
        }
    }

    private static void writeHeader(JsonGenerator json, Header header) throws IOException {
        json.writeStartObject();
        if (header.name().isUtf8()) {
            json.writeStringField("name", header.nameText());
        } else {
            json.writeStringField("nameBase64", base64(header.name()));
        }
        if (header.type() != HeaderType.BYTES) {
            json.writeStringField("type", header.type().name().toLowerCase(Locale.ROOT));
        }
        if (header.value().isEmpty()) {
            json.writeBooleanField("null", true);
        } else {
            writeContent(json, header.value().get());
        }
        json.writeEndObject();
    }

    private void writeAttributes(JsonGenerator json, Message message) throws IOException {
        if (message.attributeCount() == 0) {
            return;
        }
        json.writeObjectFieldStart("attributes");
        for (int i = 0; i < message.attributeCount() && i < attributes.size(); i++) {
            Optional<AttributeValue> value = message.attribute(i);
            if (value.isPresent()) {
                json.writeFieldName(attributes.attributes().get(i).key());
                writeAttribute(json, value.get());
            }
        }
        json.writeEndObject();
    }

    private static void writeAttribute(JsonGenerator json, AttributeValue value) throws IOException {
        switch (value) {
            case AttributeValue.Text(var text) -> json.writeString(text);
            case AttributeValue.Whole(var whole) -> json.writeNumber(whole);
            case AttributeValue.Real(var real) -> json.writeNumber(real);
            case AttributeValue.Flag(var flag) -> json.writeBoolean(flag);
            case AttributeValue.Binary(var binary) -> {
                json.writeStartObject();
                json.writeStringField("base64", base64(binary));
                json.writeEndObject();
            }
        }
    }

    private static String base64(Bytes bytes) {
        return Base64.getEncoder().encodeToString(bytes.toArray());
    }
}
