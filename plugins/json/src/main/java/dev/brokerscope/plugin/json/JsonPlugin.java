package dev.brokerscope.plugin.json;

import dev.brokerscope.api.decode.Decoder;
import dev.brokerscope.api.decode.DecoderPlugin;
import java.util.List;

public final class JsonPlugin implements DecoderPlugin {

    @Override
    public String id() {
        return "json";
    }

    @Override
    public String name() {
        return "JSON";
    }

    @Override
    public String version() {
        return "1.0.0";
    }

    @Override
    public List<Decoder> decoders() {
        return List.of(new JsonDecoder());
    }
}
