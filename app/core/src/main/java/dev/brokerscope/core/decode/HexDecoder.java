package dev.brokerscope.core.decode;

import dev.brokerscope.api.decode.Assessment;
import dev.brokerscope.api.decode.ByteRange;
import dev.brokerscope.api.decode.Decoded;
import dev.brokerscope.api.decode.Decoder;
import dev.brokerscope.api.decode.Node;
import dev.brokerscope.api.decode.NodeKind;
import dev.brokerscope.api.decode.Sample;
import dev.brokerscope.api.decode.SchemaSource;

/// The bytes themselves, for whatever nobody else can read.
public final class HexDecoder implements Decoder {

    public static final String ID = "hex";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String name() {
        return "Binary";
    }

    @Override
    public Assessment assess(Sample sample) {
        return new Assessment(1, "any bytes can be shown as hex");
    }

    @Override
    public boolean mayReference(byte first) {
        return false;
    }

    @Override
    public Decoded decode(Sample sample, SchemaSource schemas) {
        return Decoded.Tree.of(Node.scalar("", NodeKind.BINARY, sample.bytes().toHex(), "bytes",
                ByteRange.of(0, sample.bytes().size())));
    }
}
