package dev.brokerscope.core.lab;

import dev.brokerscope.api.decode.Assessment;
import dev.brokerscope.api.decode.Decoded;
import dev.brokerscope.api.decode.Decoder;
import dev.brokerscope.api.decode.Sample;
import dev.brokerscope.api.decode.SchemaId;
import dev.brokerscope.api.decode.SchemaSource;
import dev.brokerscope.api.fault.Fault;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import java.util.List;
import java.util.Optional;

/// Understands `schema 42: …` as a message that names the schema 42, which does not fit it where it is `wrong`.
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
        try {
            SchemaId id = references(sample).getFirst();
            if (schemas.find(id).content().equals("wrong")) {
                return new Decoded.Malformed("it is no label.", 0, Optional.empty(),
                        Optional.of(new Decoded.UsedSchema(id, "label", List.of())));
            }
        } catch (FaultException e) {
            return new Decoded.Unavailable(e.fault());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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
