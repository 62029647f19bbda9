package dev.brokerscope.plugin.avro;

import dev.brokerscope.api.decode.Assessment;
import dev.brokerscope.api.decode.Decoded;
import dev.brokerscope.api.decode.Decoder;
import dev.brokerscope.api.decode.Framing;
import dev.brokerscope.api.decode.Node;
import dev.brokerscope.api.decode.Rewriter;
import dev.brokerscope.api.decode.Sample;
import dev.brokerscope.api.decode.SchemaId;
import dev.brokerscope.api.decode.SchemaSource;
import dev.brokerscope.api.fault.Fault;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Avro behind a schema id (in the payload or in a header), as a single object with a fingerprint, as a container file,
/// and with a schema picked by hand. The writer's schema alone decides what is read.
public final class AvroDecoder implements Decoder {

    private final ParsedSchemas parsed = new ParsedSchemas();

    @Override
    public String id() {
        return "avro";
    }

    @Override
    public String name() {
        return "Avro";
    }

    @Override
    public boolean takesSchema() {
        return true;
    }

    @Override
    public Assessment assess(Sample sample) {
        return AvroLook.assess(sample);
    }

    @Override
    public List<SchemaId> references(Sample sample) {
        return AvroLook.assess(sample).likelihood() == Assessment.IMPOSSIBLE
                ? List.of()
                : AvroLook.framings(sample).stream().map(Framing::id).toList();
    }

    @Override
    public boolean mayReference(byte first) {
        return Framing.mayBegin(first) || AvroLook.maySingleObjectBegin(first);
    }

    @Override
    public Decoded decode(Sample sample, SchemaSource schemas) throws InterruptedException {
        if (AvroLook.isContainer(sample.bytes())) {
            return new ContainerFile(sample.bytes(), parsed).read();
        }
        return sample.schema().isPresent() ? byHand(sample, sample.schema().get()) : framed(sample, schemas);
    }

    @Override
    public Optional<Rewriter> rewriter() {
        return Optional.of(new AvroRewriter(parsed));
    }

    /// Behind each id the bytes may begin with, and with nothing before them: what fits exactly wins.
    private Decoded byHand(Sample sample, String text) throws InterruptedException {
        WriterSchema schema;
        try {
            schema = parsed.of(new SchemaId("file:picked"), text, "The schema picked by hand");
        } catch (FaultException e) {
            return new Decoded.Unavailable(e.fault());
        }
        List<Integer> starts = new ArrayList<>();
        AvroLook.framings(sample).stream().map(Framing::prefix).filter(p -> p > 0).forEach(starts::add);
        starts.add(0);
        Decoded first = read(sample.bytes(), starts.getFirst(), schema);
        for (int i = 1; i < starts.size() && !(first instanceof Decoded.Tree); i++) {
            Decoded next = read(sample.bytes(), starts.get(i), schema);
            first = next instanceof Decoded.Tree ? next : first;
        }
        return first;
    }

    private Decoded framed(Sample sample, SchemaSource schemas) throws InterruptedException {
        Optional<Decoded> failed = Optional.empty();
        for (Framing framing : AvroLook.framings(sample)) {
            Decoded decoded;
            try {
                decoded = read(sample.bytes(), framing.prefix(), parsed.of(schemas.find(framing.id())));
            } catch (FaultException e) {
                decoded = new Decoded.Unavailable(e.fault());
            }
            if (decoded instanceof Decoded.Tree) {
                return decoded;
            }
            if (failed.isEmpty() || failed.get() instanceof Decoded.Unavailable) {
                failed = Optional.of(decoded);
            }
        }
        return failed.orElseGet(() -> new Decoded.Unavailable(Fault.of(FaultKind.NOT_FOUND, "avro.schema",
                "The bytes name no Avro schema.", "Pick a schema file with Decode as.")));
    }

    static Decoded read(Bytes bytes, int from, WriterSchema schema) throws InterruptedException {
        Input in = Input.of(bytes, from);
        List<String> notes = new ArrayList<>();
        try {
            Node root = new AvroWalker(in, Limits.of(bytes.size()), notes).value(schema.rootName(),
                    schema.schema());
            if (in.left() > 0) {
                return new Decoded.Malformed(in.left() + " bytes are left behind the value", in.index(in.position()),
                        Optional.of(root), Optional.of(schema.used()));
            }
            return new Decoded.Tree(root, notes, Optional.of(schema.used()));
        } catch (Stop stop) {
            return new Decoded.Malformed(stop.reason(), stop.at(), stop.partial(), Optional.of(schema.used()));
        }
    }
}
