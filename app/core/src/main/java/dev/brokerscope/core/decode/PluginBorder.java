package dev.brokerscope.core.decode;

import dev.brokerscope.api.decode.Assessment;
import dev.brokerscope.api.decode.Decoded;
import dev.brokerscope.api.decode.Decoder;
import dev.brokerscope.api.decode.Sample;
import dev.brokerscope.api.decode.SchemaId;
import dev.brokerscope.api.decode.SchemaSource;
import dev.brokerscope.api.fault.Fault;
import dev.brokerscope.api.fault.FaultKind;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where calls into decoders of others end: a defect in one of them costs its answer, never the message.
final class PluginBorder {

    private static final Logger LOG = LoggerFactory.getLogger(PluginBorder.class);

    private PluginBorder() {}

    static Assessment assess(Decoder decoder, Sample sample) {
        try {
            return decoder.assess(sample);
        } catch (RuntimeException | StackOverflowError | LinkageError e) {
            LOG.warn("The decoder {} failed to assess {} bytes", decoder.id(), sample.bytes().size(), e);
            return Assessment.no("failed with " + e.getClass().getSimpleName());
        }
    }

    static Decoded decode(Decoder decoder, Sample sample, SchemaSource schemas) throws InterruptedException {
        try {
            return decoder.decode(sample, schemas);
        } catch (RuntimeException | StackOverflowError | LinkageError e) {
            LOG.warn("The decoder {} failed on {} bytes", decoder.id(), sample.bytes().size(), e);
            return new Decoded.Unavailable(Fault.of(FaultKind.PLUGIN, "decoder.failed",
                    "The decoder " + decoder.name() + " failed with " + e.getClass().getSimpleName() + ".",
                    "Pick another one with Decode as, and tell the plugin's author.").withDetails(e.toString()));
        }
    }

    static List<SchemaId> references(Decoder decoder, Sample sample) {
        try {
            return decoder.references(sample);
        } catch (RuntimeException | StackOverflowError | LinkageError e) {
            LOG.warn("The decoder {} failed to name schemas of {} bytes", decoder.id(), sample.bytes().size(), e);
            return List.of();
        }
    }
}
