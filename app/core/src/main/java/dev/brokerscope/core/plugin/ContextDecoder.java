package dev.brokerscope.core.plugin;

import dev.brokerscope.api.decode.Assessment;
import dev.brokerscope.api.decode.Decoded;
import dev.brokerscope.api.decode.Decoder;
import dev.brokerscope.api.decode.Rewriter;
import dev.brokerscope.api.decode.Sample;
import dev.brokerscope.api.decode.SchemaId;
import dev.brokerscope.api.decode.SchemaSource;
import dev.brokerscope.api.fault.FaultException;
import java.util.List;
import java.util.Optional;

/// A plugin's decoder, each call in the plugin's context. A defect of it is an outcome: one bad decoder must not hide a
/// message from the others.
final class ContextDecoder implements Decoder {

    private final Decoder decoder;
    private final PluginContext context;
    private final String id;
    private final String name;

    ContextDecoder(Decoder decoder, PluginContext context) {
        this.decoder = decoder;
        this.context = context;
        this.id = context.ask(decoder::id);
        this.name = context.ask(decoder::name);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Assessment assess(Sample sample) {
        try {
            return context.ask(() -> decoder.assess(sample));
        } catch (RuntimeException | LinkageError | StackOverflowError defect) {
            return Assessment.no("the decoder failed: " + PluginContext.reason(defect));
        }
    }

    @Override
    public Decoded decode(Sample sample, SchemaSource schemas) throws InterruptedException {
        try {
            return context.call(() -> decoder.decode(sample, schemas));
        } catch (FaultException e) {
            return new Decoded.Unavailable(e.fault());
        }
    }

    @Override
    public List<SchemaId> references(Sample sample) {
        try {
            return context.ask(() -> decoder.references(sample));
        } catch (RuntimeException | LinkageError | StackOverflowError defect) {
            return List.of();
        }
    }

    @Override
    public Optional<Rewriter> rewriter() {
        return context.ask(decoder::rewriter).map(inner -> (sample, schemas, edit) -> {
            try {
                return context.call(() -> inner.rewrite(sample, schemas, edit));
            } catch (FaultException e) {
                return new Rewriter.Rewritten.Unavailable(e.fault());
            }
        });
    }

    @Override
    public boolean mayReference(byte first) {
        try {
            return context.ask(() -> decoder.mayReference(first));
        } catch (RuntimeException | LinkageError | StackOverflowError defect) {
            return true;
        }
    }

    @Override
    public boolean takesSchema() {
        return context.ask(decoder::takesSchema);
    }
}
