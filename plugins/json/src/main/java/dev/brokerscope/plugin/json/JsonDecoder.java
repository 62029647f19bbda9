package dev.brokerscope.plugin.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.brokerscope.api.decode.Assessment;
import dev.brokerscope.api.decode.Decoded;
import dev.brokerscope.api.decode.Decoder;
import dev.brokerscope.api.decode.Framing;
import dev.brokerscope.api.decode.Rewriter;
import dev.brokerscope.api.decode.Sample;
import dev.brokerscope.api.decode.SchemaId;
import dev.brokerscope.api.decode.SchemaSource;
import java.util.List;
import java.util.Optional;

/// JSON as RFC 8259 has it, also behind a schema id in front of it, behind a byte order mark, in UTF-16, and several
/// documents one after another. Size is bounded by the payload, depth by [#DEEPEST].
public final class JsonDecoder implements Decoder {

    static final int DEEPEST = 1_000;
    private static final int LONGEST_NUMBER = 1_000_000;

    private final JsonFactory factory = new JsonFactoryBuilder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST)
                    .maxNumberLength(LONGEST_NUMBER).maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE).build())
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES).build();

    @Override
    public String id() {
        return "json";
    }

    @Override
    public String name() {
        return "JSON";
    }

    @Override
    public Assessment assess(Sample sample) {
        return Document.of(sample).assess();
    }

    @Override
    public Decoded decode(Sample sample, SchemaSource schemas) {
        return new JsonReading(factory, Document.of(sample)).read();
    }

    @Override
    public Optional<Rewriter> rewriter() {
        return Optional.of(new JsonRewriter(this));
    }

    /// A schema that is named but not needed to read the bytes; a backup keeps it all the same.
    @Override
    public List<SchemaId> references(Sample sample) {
        List<Framing> framings = Framing.of(sample);
        return framings.isEmpty() || assess(sample).likelihood() < Assessment.LIKELY
                ? List.of()
                : framings.stream().map(Framing::id).toList();
    }

    @Override
    public boolean mayReference(byte first) {
        return Framing.mayBegin(first);
    }
}
