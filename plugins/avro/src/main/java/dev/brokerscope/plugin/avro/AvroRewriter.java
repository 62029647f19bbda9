package dev.brokerscope.plugin.avro;

import dev.brokerscope.api.decode.Decoded;
import dev.brokerscope.api.decode.Framing;
import dev.brokerscope.api.decode.Rewriter;
import dev.brokerscope.api.decode.Sample;
import dev.brokerscope.api.decode.SchemaId;
import dev.brokerscope.api.decode.SchemaSource;
import dev.brokerscope.api.decode.ValueEdit;
import dev.brokerscope.api.fault.Fault;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Writes a payload anew with some values changed, under the writer's schema and behind the same schema id. Container
/// files are refused. Bytes are read by our own walker first, which bounds what they may claim, and once more afterwards.
final class AvroRewriter implements Rewriter {

    private final ParsedSchemas parsed;

    AvroRewriter(ParsedSchemas parsed) {
        this.parsed = parsed;
    }

    /// @param prefix bytes that name the schema
    private record Fit(int prefix, WriterSchema schema) {}

    @Override
    public Rewritten rewrite(Sample sample, SchemaSource schemas, ValueEdit edit) throws InterruptedException {
        if (AvroLook.isContainer(sample.bytes())) {
            return new Rewritten.Impossible("it is a container file");
        }
        Optional<Fault> unavailable = Optional.empty();
        String reason = "it names no Avro schema";
        for (Framing framing : AvroLook.framings(sample)) {
            try {
                Fit fit = new Fit(framing.prefix(), parsed.of(schemas.find(framing.id())));
                if (fits(sample.bytes(), fit)) {
                    return rewritten(sample.bytes(), fit, edit);
                }
                reason = "it does not fit schema " + framing.id();
            } catch (FaultException e) {
                unavailable = Optional.of(e.fault());
            }
        }
        return sample.schema().isPresent()
                ? byHand(sample, sample.schema().get(), edit)
                : unavailable.<Rewritten>map(Rewritten.Unavailable::new).orElse(new Rewritten.Impossible(reason));
    }

    private Rewritten byHand(Sample sample, String text, ValueEdit edit) throws InterruptedException {
        try {
            WriterSchema schema = parsed.of(new SchemaId("file:picked"), text, "The schema picked by hand");
            List<Integer> starts = new ArrayList<>(AvroLook.framings(sample).stream().map(Framing::prefix).toList());
            starts.add(0);
            for (int start : starts) {
                Fit fit = new Fit(start, schema);
                if (fits(sample.bytes(), fit)) {
                    return rewritten(sample.bytes(), fit, edit);
                }
            }
            return new Rewritten.Impossible("it does not fit the schema picked by hand");
        } catch (FaultException e) {
            return new Rewritten.Unavailable(e.fault());
        }
    }

    private static boolean fits(Bytes bytes, Fit fit) throws InterruptedException {
        return AvroDecoder.read(bytes, fit.prefix(), fit.schema()) instanceof Decoded.Tree;
    }

    private static Rewritten rewritten(Bytes bytes, Fit fit, ValueEdit edit) throws InterruptedException {
        Bytes body = bytes.slice(fit.prefix(), bytes.size());
        Bytes changed;
        try {
            changed = new Transcoding(body, edit).of(fit.schema().schema());
        } catch (Transcoding.Impossible e) {
            return new Rewritten.Impossible(e.reason());
        }
        byte[] whole = new byte[fit.prefix() + changed.size()];
        bytes.slice(0, fit.prefix()).copyTo(whole, 0);
        changed.copyTo(whole, fit.prefix());
        Bytes result = Bytes.wrap(whole);
        return result.equals(bytes) || fits(result, fit)
                ? new Rewritten.Done(result)
                : new Rewritten.Impossible("what was made of it does not fit its schema");
    }
}
