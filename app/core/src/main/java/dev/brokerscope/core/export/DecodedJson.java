package dev.brokerscope.core.export;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.brokerscope.api.decode.Decoded;
import dev.brokerscope.api.decode.RegisteredSchema.SubjectVersion;
import dev.brokerscope.core.decode.Decoding;
import dev.brokerscope.core.decode.TreeJson;
import java.io.IOException;

/// Writes what decoders made of a message beside its bytes. Bytes that no decoder read are not told twice.
public record DecodedJson(JsonGenerator json) {

    private static final String NOT_DECODED = "hex";

    /// The field `decoded`, or nothing where there is nothing to tell.
    public void write(Decoding key, Decoding value) throws IOException {
        if (tells(key) || tells(value)) {
            json.writeObjectFieldStart("decoded");
            side("key", key);
            side("value", value);
            json.writeEndObject();
        }
    }

    private static boolean tells(Decoding decoding) {
        return decoding instanceof Decoding.Read read && !read.chosen().decoder().equals(NOT_DECODED);
    }

    private void side(String name, Decoding decoding) throws IOException {
        if (!(decoding instanceof Decoding.Read read) || !tells(decoding)) {
            return;
        }
        json.writeObjectFieldStart(name);
        json.writeStringField("decoder", read.chosen().decoder());
        if (read.schema().isPresent()) {
            schema(read.schema().get());
        }
        if (read.root().isPresent()) {
            json.writeFieldName("tree");
            json.writeRawValue(TreeJson.of(read.root().get()));
        }
        switch (read.decoded()) {
            case Decoded.Tree _ -> {
            }
            case Decoded.Malformed m -> problem(m.reason(), m.at());
            case Decoded.Unavailable u -> problem(u.fault().message(), -1);
        }
        json.writeEndObject();
    }

    private void problem(String reason, int at) throws IOException {
        json.writeObjectFieldStart("problem");
        json.writeStringField("reason", reason);
        if (at >= 0) {
            json.writeNumberField("at", at);
        }
        json.writeEndObject();
    }

    private void schema(Decoded.UsedSchema schema) throws IOException {
        json.writeObjectFieldStart("schema");
        if (schema.subjects().size() == 1) {
            SubjectVersion subject = schema.subjects().getFirst();
            json.writeStringField("subject", subject.subject());
            json.writeNumberField("version", subject.version());
        }
        if (schema.id().scheme().equals("id") && schema.id().value().matches("\\d{1,18}")) {
            json.writeNumberField("id", Long.parseLong(schema.id().value()));
        } else {
            json.writeStringField("reference", schema.id().notation());
        }
        json.writeStringField("name", schema.name());
        json.writeEndObject();
    }
}
