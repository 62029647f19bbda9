package dev.brokerscope.sample.decoder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.brokerscope.api.decode.Decoded;
import dev.brokerscope.api.decode.Decoder;
import dev.brokerscope.api.decode.Node;
import dev.brokerscope.api.decode.Sample;
import dev.brokerscope.testkit.decode.DecoderContract;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyValueDecoderTest extends DecoderContract {

    private final KeyValueDecoder decoder = new KeyValueDecoder();

    @Override
    protected Decoder decoder() {
        return decoder;
    }

    @Override
    protected List<Sample> good() {
        return List.of(sample("id=42\nitem=tea\n"), sample("only=one"), sample("a=1\n\nb=x=y\n"));
    }

    @Override
    protected List<Sample> broken() {
        return List.of(sample("id=42\nnonsense"));
    }

    @Test
    void readsNamesAndValuesInOrder() {
        Decoded.Tree tree = assertInstanceOf(Decoded.Tree.class, decoder.decode(sample("id=42\nitem=tea"), schemas()));
        assertEquals(List.of("id", "item"), tree.root().children().stream().map(Node::name).toList());
        assertEquals(List.of("42", "tea"), tree.root().children().stream().map(Node::text).toList());
    }

    @Test
    void keepsTheLinesBeforeABrokenOne() {
        Decoded.Malformed broken = assertInstanceOf(Decoded.Malformed.class,
                decoder.decode(sample("id=42\nnonsense"), schemas()));
        assertEquals(6, broken.at());
        assertEquals(1, broken.partial().orElseThrow().children().size());
    }
}
