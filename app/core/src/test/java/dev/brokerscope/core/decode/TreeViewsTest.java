package dev.brokerscope.core.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.decode.ByteRange;
import dev.brokerscope.api.decode.Node;
import dev.brokerscope.api.decode.NodeKind;
import dev.brokerscope.api.decode.Sample.Side;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.api.message.Headers;
import dev.brokerscope.core.schema.SchemaChain;
import dev.brokerscope.plugin.json.JsonDecoder;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TreeViewsTest {

    private final DecoderChain chain = new DecoderChain(List.of(new JsonDecoder()));

    private Decoding.Read read(String text) throws InterruptedException {
        Payload payload = new Payload(Optional.of(Bytes.utf8(text)), Side.VALUE, ChannelId.of("topic", "t"),
                Headers.NONE, false);
        return (Decoding.Read) chain.decode(payload, new SchemaChain(List.of()), Optional.empty());
    }

    private Node tree(String text) throws InterruptedException {
        return read(text).root().orElseThrow();
    }

    private static Node scalar(NodeKind kind, String text, String type) {
        return Node.scalar("f", kind, text, type, ByteRange.NONE);
    }

    @Test
    void previewsFieldsWithoutBraces() throws Exception {
        Preview preview =
                Preview.of(read("{\"status\":\"PENDING\",\"amount\":49.00,\"c\":{\"id\":7,\"e\":null},\"l\":[1,2]}"));
        assertEquals("status: \"PENDING\" amount: 49.00 c.id: 7 c.e: null l: [2]", preview.text());
        assertEquals(new Styled("status", Syntax.MUTED), preview.runs().getFirst());
        assertTrue(preview.runs().contains(new Styled("49.00", Syntax.NUMBER)));
        assertTrue(preview.runs().contains(new Styled("null", Syntax.TAG)));
    }

    @Test
    void previewsFieldsOfTheFilterFirst() throws Exception {
        Decoding.Read read = read("{\"a\":1,\"c\":{\"id\":7,\"e\":8}}");
        assertEquals("c.id: 7 a: 1 c.e: 8", Preview.of(read, List.of("c.id", "missing")).text());
    }

    @Test
    void previewsAtMost200Characters() throws Exception {
        String text = Preview.of(read("{\"a\":\"" + "x".repeat(500) + "\",\"b\":1}")).text();
        assertEquals(200, text.length());
        assertTrue(text.endsWith("…"));
    }

    @Test
    void previewsTheFaultOfBrokenBytesFirst() throws Exception {
        Preview preview = Preview.of(read("{\"paymentId\":\"pay_8f3"));
        assertEquals("ends inside a string at byte 21 · paymentId: \"pay_8f3\"", preview.text());
        assertEquals(Syntax.FAULT, preview.runs().getFirst().syntax());
    }

    @Test
    void makesHiddenCharactersVisible() throws Exception {
        assertEquals("\\u001b[31mred \\u202etxt", Preview.of(read("\u001b[31mred \u202etxt")).text());
        assertFalse(TreeText.of(tree("[\"\\u202e\\u0007\"]")).contains("\u202e"));
    }

    @Test
    void writesPrettyJson() throws Exception {
        assertEquals("""
                {
                  "a": 1.10,
                  "b": [
                    true,
                    "x\\ny",
                    {}
                  ],
                  "c": null
                }""", TreeText.of(tree("{\"a\":1.10,\"b\":[true,\"x\\ny\",{}],\"c\":null}")));
    }

    @Test
    void knowsTheNodeOfEachLine() throws Exception {
        List<TextLine> lines = TreeText.lines(tree("{\"a\":1,\"b\":[2]}"));
        assertEquals(List.of("", "a", "b", "0", "b", ""), lines.stream().map(l -> l.node().name()).toList());
    }

    @Test
    void writesTextAndBytesAsTheyAre() throws Exception {
        assertEquals("one\ntwo\n", TreeText.of(tree("one\ntwo\n")));
        assertEquals("01 02 ff", TreeText.of(scalar(NodeKind.BINARY, "0102ff", "bytes")));
    }

    @Test
    void writesExactJson() throws Exception {
        String exact = "{\"b\":9007199254740993,\"a\":1.10,\"a\":[1E+400,\"\\\"\\\\\\n\\u0001ä\"],\"n\":null}";
        assertEquals(exact, TreeJson.of(tree(exact)));
    }

    @Test
    void writesWhatJsonHasNoWordFor() {
        assertEquals("{\"base64\":\"AQL/\"}", TreeJson.of(scalar(NodeKind.BINARY, "0102ff", "bytes")));
        assertEquals("{\"type\":\"double\",\"value\":\"NaN\"}", TreeJson.of(scalar(NodeKind.FLOAT, "NaN", "double")));
        assertEquals("{\"type\":\"float\",\"value\":\"-Infinity\"}",
                TreeJson.of(scalar(NodeKind.FLOAT, "-Infinity", "union → float")));
        assertEquals("1.0E10", TreeJson.of(scalar(NodeKind.FLOAT, "1.0E10", "double")));
    }

    @Test
    void writesTheBranchOfAUnionOnlyWhereTheValueDoesNotTellIt() {
        assertEquals("7", TreeJson.of(scalar(NodeKind.INTEGER, "7", "union → long")));
        assertEquals("{\"type\":\"long\",\"value\":7}",
                TreeJson.of(scalar(NodeKind.INTEGER, "7", "union of int, long → long")));
    }
}
