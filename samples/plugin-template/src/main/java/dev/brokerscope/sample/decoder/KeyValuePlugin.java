package dev.brokerscope.sample.decoder;

import dev.brokerscope.api.decode.Decoder;
import dev.brokerscope.api.decode.DecoderPlugin;
import java.util.List;

/// What `ServiceLoader` finds: named in `META-INF/services/dev.brokerscope.api.decode.DecoderPlugin`.
public final class KeyValuePlugin implements DecoderPlugin {

    @Override
    public String id() {
        return "keyvalue";
    }

    @Override
    public String name() {
        return "Key and value";
    }

    @Override
    public String version() {
        return "1.0.0";
    }

    @Override
    public List<Decoder> decoders() {
        return List.of(new KeyValueDecoder());
    }
}
