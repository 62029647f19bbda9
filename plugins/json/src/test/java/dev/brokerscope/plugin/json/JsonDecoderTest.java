package dev.brokerscope.plugin.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.api.decode.Assessment;
import dev.brokerscope.api.decode.Decoded;
import dev.brokerscope.api.decode.Decoder;
import dev.brokerscope.api.decode.Node;
import dev.brokerscope.api.decode.NodeKind;
import dev.brokerscope.api.decode.Sample;
import dev.brokerscope.api.decode.SchemaId;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.testkit.decode.DecoderContract;
import dev.brokerscope.testkit.decode.Trees;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonDecoderTest extends DecoderContract {

    private static final Sample CONFLUENT = sample(Bytes.hex("00000000027b226964223a34322c226974656d223a22746561227d"));
    private static final Sample APICURIO_8 = sample(
            Bytes.hex("0000000000000000107b226964223a34322c226974656d223a22746561227d"));

    private final JsonDecoder decoder = new JsonDecoder();

    @Override
    protected Decoder decoder() {
        return decoder;
    }

    @Override
    protected List<Sample> good() {
        return List.of(
                sample("{\"id\":9007199254740993,\"item\":\"tea\",\"price\":1.10,\"tags\":[true,false,null,{}]}"),
                sample("  [ {\"ä\" : \"\\u20ac\\n\"}, -0, 1e400, [] ]\n"), sample("\"text\""), CONFLUENT, APICURIO_8,
                sample("{\"a\":1}\n{\"a\":2}"), sample(Bytes.wrap("{\"a\":\"é\"}".getBytes(StandardCharsets.UTF_16))));
    }

    @Override
    protected List<Sample> broken() {
        return List.of(sample("{\"id\":42,\"item\":\"te"), sample("{\"id\":42,"), sample("{\"id\""), sample("[1,2"),
                sample("{\"id\":42 \"item\":1}"), sample("{\"id\":tru}"), sample("[1,]"), sample("{\"a\":\"\1\"}"));
    }

    private Decoded.Tree tree(String json) {
        return assertInstanceOf(Decoded.Tree.class, decoder.decode(sample(json), schemas()));
    }

    private Decoded.Malformed malformed(String json) {
        return assertInstanceOf(Decoded.Malformed.class, decoder.decode(sample(json), schemas()));
    }

    private static String part(String json, Node node) {
        return Bytes.utf8(json).slice(node.range().from(), node.range().to()).utf8();
    }

    @Test
    void keepsNumbersAsWritten() {
        List<Node> numbers = tree("[9223372036854775808123, 1.10, 1E+2, -0.0]").root().children();
        assertEquals(List.of("9223372036854775808123", "1.10", "1E+2", "-0.0"),
                numbers.stream().map(Node::text).toList());
        assertEquals(List.of(NodeKind.INTEGER, NodeKind.DECIMAL, NodeKind.DECIMAL, NodeKind.DECIMAL),
                numbers.stream().map(Node::kind).toList());
    }

    @Test
    void keepsOrderAndDuplicatesOfNames() {
        Decoded.Tree tree = tree("{\"z\":1,\"a\":{\"id\":1,\"id\":2}}");
        assertEquals(List.of("z", "a"), tree.root().children().stream().map(Node::name).toList());
        assertEquals(List.of("1", "2"), tree.root().children().get(1).children().stream().map(Node::text).toList());
        assertEquals(List.of("name \"id\" stands twice in a"), tree.notes());
    }

    @Test
    void knowsTheBytesOfEveryValueAndItsName() {
        String json = "{\"ä\" : [ 10, \"x\" ],\"b\":{\"c\":null}}";
        Node root = tree(json).root();
        assertEquals(json, part(json, root));
        Node list = root.children().get(0);
        assertEquals("\"ä\" : [ 10, \"x\" ]", part(json, list));
        assertEquals("\"ä\" : ".getBytes(StandardCharsets.UTF_8).length, list.range().lead());
        assertEquals(List.of("10", "\"x\""), list.children().stream().map(n -> part(json, n)).toList());
        assertEquals("\"c\":null", part(json, root.children().get(1).children().getFirst()));
    }

    @Test
    void readsBehindASchemaId() {
        Decoded.Tree tree = assertInstanceOf(Decoded.Tree.class, decoder.decode(CONFLUENT, schemas()));
        assertEquals("42", tree.root().children().getFirst().text());
        assertEquals(5, tree.root().range().from());
        assertEquals(List.of("schema id 2 in the first 5 bytes"), tree.notes());
        assertEquals(List.of(new SchemaId("id:2")), decoder.references(CONFLUENT));
        assertEquals(List.of(new SchemaId("global:16")), decoder.references(APICURIO_8));
    }

    @Test
    void tellsAStringThatNeverCloses() {
        String json = "{\"id\":42,\"item\":\"te";
        Decoded.Malformed broken = malformed(json);
        assertEquals("ends inside a string", broken.reason());
        assertEquals(json.length(), broken.at());
        List<Node> read = broken.partial().orElseThrow().children();
        assertEquals(List.of("id", "item"), read.stream().map(Node::name).toList());
        assertEquals(List.of("42", "te"), read.stream().map(Node::text).toList());
    }

    @Test
    void tellsEveryOtherWayToBreak() {
        assertEquals("ends inside an object", malformed("{\"id\":42,").reason());
        assertEquals("ends inside an array", malformed("[1,2").reason());
        assertEquals("ends inside a name", malformed("{\"id").reason());
        assertEquals("a control character inside a string", malformed("[\"a\1b\"]").reason());
        assertEquals("an unknown escape inside a string", malformed("[\"a\\qb\"]").reason());
        assertEquals("unexpected \"", malformed("{\"id\":42 \"item\":1}").reason());
        assertEquals(9, malformed("{\"id\":42 \"item\":1}").at());
        assertEquals("the word nope where a value should stand", malformed("[1, nope]").reason());
        assertEquals(4, malformed("[1, nope]").at());
        assertEquals("no value at all", malformed(" ").reason());
    }

    @Test
    void tellsBytesThatAreNotUtf8() {
        Decoded.Malformed broken = assertInstanceOf(Decoded.Malformed.class,
                decoder.decode(sample(Bytes.hex("7b2261223a2278ff78227d")), schemas()));
        assertEquals("a byte that is not UTF-8", broken.reason());
        assertEquals(7, broken.at());
    }

    @Test
    void notesWhatFollowsTheDocument() {
        assertEquals(List.of("what follows from byte 8 is not JSON: the word trailing where a value should stand"),
                tree("{\"a\":1} trailing words").notes());
        Decoded.Tree lines = tree("{\"a\":1}\n{\"a\":2}");
        assertEquals(List.of("2 documents one after another"), lines.notes());
        assertEquals(2, lines.root().children().size());
    }

    @Test
    void stopsAtAThousandLevels() {
        Decoded.Malformed broken = malformed("[".repeat(100_000));
        assertEquals("deeper than 1000 levels", broken.reason());
        assertTrue(Trees.depth(broken.partial().orElseThrow()) <= DEEPEST);
    }

    @Test
    void readsAMillionDigits() {
        String digits = "7".repeat(900_000);
        assertEquals(digits, tree("[" + digits + "]").root().children().getFirst().text());
        assertEquals("a number that is too long", malformed("[" + "7".repeat(2_000_000) + "]").reason());
    }

    @Test
    void readsFiveMegabytes() {
        String row = "{\"id\":1234567,\"name\":\"Müller & Söhne\",\"amount\":1249.90,\"ok\":true},";
        String json = "[" + row.repeat(75_000) + "{}]";
        assertEquals(5 * 75_000 + 2, Trees.count(tree(json).root()));
    }

    @Test
    void stopsAtAMillionValues() {
        Decoded.Malformed many = malformed("[" + "0,".repeat(1_500_000) + "0]");
        assertEquals("more than 1000000 values", many.reason());
        assertEquals(999_999, many.partial().orElseThrow().children().size());
    }

    @Test
    void leavesBareWordsAndLogLinesToText() {
        assertTrue(decoder.assess(sample("42")).likelihood() < 50);
        assertTrue(decoder.assess(sample("PAY-90417")).likelihood() < Assessment.POSSIBLE);
        assertTrue(decoder.assess(sample("[INFO] started")).likelihood() < Assessment.POSSIBLE);
        assertTrue(decoder.assess(sample("[2026-11-22] started")).likelihood() < 50);
        assertTrue(decoder.assess(sample("{\"id\":4")).likelihood() >= Assessment.LIKELY);
    }
}
