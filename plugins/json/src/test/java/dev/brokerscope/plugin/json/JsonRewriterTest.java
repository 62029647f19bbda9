package dev.brokerscope.plugin.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.decode.Rewriter.Rewritten;
import dev.brokerscope.api.decode.Sample;
import dev.brokerscope.api.decode.ValueEdit;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.api.message.Headers;
import org.junit.jupiter.api.Test;

/// Single values of JSON are changed, the rest stays byte for byte.
class JsonRewriterTest {

    private static final String ODD = "{ \"b\" :\t1.50e+3, \"a\":\"x\\u00e9\", \"a\":\"twice\",\n \"n\":null,"
            + "\"deep\":[{\"a\":\"in\"},[ ]] }\n";

    private final JsonRewriter rewriter = new JsonRewriter(new JsonDecoder());

    @Test
    void whatIsKeptStaysByteForByte() {
        assertEquals(ODD, text(rewrite(ODD, (_, _, _) -> new ValueEdit.Change.Keep())));
    }

    @Test
    void everyValueOfANameIsChangedDuplicatesToo() {
        String masked = text(rewrite(ODD, (path, _, _) -> path.contains("a")
                ? new ValueEdit.Change.Text("q\"ü")
                : new ValueEdit.Change.Keep()));
        assertEquals("{ \"b\" :\t1.50e+3, \"a\":\"q\\\"ü\", \"a\":\"q\\\"ü\",\n \"n\":null,"
                + "\"deep\":[{\"a\":\"q\\\"ü\"},[ ]] }\n", masked);
    }

    @Test
    void numbersStayNumbersWhereTheTextIsOne() {
        assertEquals("[7,\"x\",null]", text(rewrite("[1,2,3]", (path, _, _) -> path.isEmpty()
                ? new ValueEdit.Change.Keep()
                : switch (path.getFirst()) {
                    case "0" -> new ValueEdit.Change.Text("7");
                    case "1" -> new ValueEdit.Change.Text("x");
                    default -> new ValueEdit.Change.Null();
                })));
    }

    @Test
    void aSchemaIdInFrontStays() {
        Bytes framed = Bytes.hex("00000000 2a 7b2261223a317d".replace(" ", ""));
        Rewritten result = rewrite(framed, (path, _, _) -> path.isEmpty()
                ? new ValueEdit.Change.Keep()
                : new ValueEdit.Change.Null());
        assertEquals("000000002a" + Bytes.utf8("{\"a\":null}").toHex(),
                assertInstanceOf(Rewritten.Done.class, result).bytes().toHex());
    }

    @Test
    void whatCannotBeReadToItsEndIsRefused() {
        for (String broken : new String[]{"{\"a\":\"secret\"", "{\"a\":1} and a secret", "{\"a\":1}{\"a\":", ""}) {
            assertInstanceOf(Rewritten.Impossible.class, rewrite(broken, (_, _, _) -> new ValueEdit.Change.Keep()),
                    broken);
        }
    }

    @Test
    void severalDocumentsAreAllAskedAbout() {
        assertEquals("{\"a\":\"-\"}\n{\"a\":\"-\"}", text(rewrite("{\"a\":\"1\"}\n{\"a\":\"2\"}",
                (path, _, _) -> path.contains("a") ? new ValueEdit.Change.Text("-") : new ValueEdit.Change.Keep())));
    }

    private Rewritten rewrite(String json, ValueEdit edit) {
        return rewrite(Bytes.utf8(json), edit);
    }

    private Rewritten rewrite(Bytes json, ValueEdit edit) {
        return rewriter.rewrite(Sample.of(json, Sample.Side.VALUE, ChannelId.of("topic", "t"), Headers.NONE), _ -> {
            throw new IllegalStateException("JSON asks for no schema");
        }, edit);
    }

    private static String text(Rewritten result) {
        return assertInstanceOf(Rewritten.Done.class, result).bytes().utf8();
    }
}
