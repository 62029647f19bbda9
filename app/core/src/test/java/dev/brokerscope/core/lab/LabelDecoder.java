package dev.brokerscope.core.lab;

import dev.brokerscope.api.decode.Assessment;
import dev.brokerscope.api.decode.Decoded;
import dev.brokerscope.api.decode.Decoder;
import dev.brokerscope.api.decode.Sample;
import dev.brokerscope.api.decode.SchemaId;
import dev.brokerscope.api.decode.SchemaSource;
import dev.brokerscope.api.fault.Fault;
import dev.brokerscope.api.fault.FaultKind;
import java.util.List;

/// Understands `schema 42: …` as a message that names the schema 42.
public final class LabelDecoder implements Decoder {

    @Override
    public String id() {
        return "label";
    }

    @Override
    public String name() {
        return "Label";
    }

    @Override
    public Assessment assess(Sample sample) {
        return references(sample).isEmpty() ? Assessment.no("no label") : new Assessment(Assessment.CERTAIN, "label");
    }

    @Override
    public Decoded decode(Sample sample, SchemaSource schemas) {
        return new Decoded.Unavailable(Fault.of(FaultKind.UNSUPPORTED, "label", "Labels are not decoded.", ""));
    }

    @Override
    public List<SchemaId> references(Sample sample) {
        String text = sample.bytes().utf8();
        int colon = text.indexOf(':');
        return text.startsWith("schema ") && colon > 0
                ? List.of(SchemaId.of("id", text.substring("schema ".length(), colon)))
                : List.of();
    }
}
