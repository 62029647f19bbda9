package dev.brokerscope.plugin.avro;

import dev.brokerscope.api.decode.Decoder;
import dev.brokerscope.api.decode.DecoderPlugin;
import java.util.List;

public final class AvroPlugin implements DecoderPlugin {

    @Override
    public String id() {
        return "avro";
    }

    @Override
    public String name() {
        return "Avro";
    }

    @Override
    public String version() {
        return "1.0.0";
    }

    @Override
    public List<Decoder> decoders() {
        return List.of(new AvroDecoder());
    }
}
