package dev.brokerscope.plugin.xml;

import dev.brokerscope.api.decode.Decoder;
import dev.brokerscope.api.decode.DecoderPlugin;
import java.util.List;

public final class XmlPlugin implements DecoderPlugin {

    @Override
    public String id() {
        return "xml";
    }

    @Override
    public String name() {
        return "XML";
    }

    @Override
    public String version() {
        return "1.0.0";
    }

    @Override
    public List<Decoder> decoders() {
        return List.of(new XmlDecoder());
    }
}
