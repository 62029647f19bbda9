package dev.brokerscope.plugin.avro;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.api.decode.Decoded;
import dev.brokerscope.api.decode.Node;
import dev.brokerscope.api.decode.NodeKind;
import dev.brokerscope.api.decode.Sample;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.message.Headers;
import dev.brokerscope.testkit.decode.Mutations;
import dev.brokerscope.testkit.decode.Trees;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Every type, logical or not, by hand-made bytes.
class AvroValuesTest {

    private final AvroDecoder decoder = new AvroDecoder();

    private Decoded decode(String schema, Bytes bytes) throws InterruptedException {
        Sample sample = new Sample(bytes, Sample.Side.VALUE, ChannelId.of("topic", "t"), Headers.NONE, Map.of(),
                Optional.of(schema));
        return decoder.decode(sample, new KnownSchemas());
    }

    private Node tree(String schema, String hex) throws InterruptedException {
        return assertInstanceOf(Decoded.Tree.class, decode(schema, Bytes.hex(hex))).root();
    }

    private void assertValue(String schema, String hex, NodeKind kind, String text, String type, String raw)
            throws InterruptedException {
        Node node = tree(schema, hex);
        assertEquals(kind, node.kind());
        assertEquals(text, node.text());
        assertEquals(type, node.type());
        assertEquals(raw, node.raw().orElse(""));
    }

    private static String logical(String type, String logical) {
        return "{\"type\":\"" + type + "\",\"logicalType\":\"" + logical + "\"}";
    }

    @Test
    void readsPrimitives() throws Exception {
        assertValue("\"long\"", "ffffffffffffffffff01", NodeKind.INTEGER, "-9223372036854775808", "long", "");
        assertValue("\"int\"", "feffffff0f", NodeKind.INTEGER, "2147483647", "int", "");
        assertValue("\"boolean\"", "01", NodeKind.BOOLEAN, "true", "boolean", "");
        assertValue("\"float\"", "0000c07f", NodeKind.FLOAT, "NaN", "float", "");
        assertValue("\"double\"", "000000000000f0ff", NodeKind.FLOAT, "-Infinity", "double", "");
        assertValue("\"bytes\"", "060102ff", NodeKind.BINARY, "0102ff", "bytes", "");
        assertValue("{\"type\":\"enum\",\"name\":\"Currency\",\"symbols\":[\"EUR\",\"USD\"]}", "02", NodeKind.ENUM,
                "USD",
                "enum Currency", "");
        assertValue("{\"type\":\"fixed\",\"name\":\"Md5\",\"size\":2}", "0102", NodeKind.BINARY, "0102", "fixed Md5",
                "");
    }

    @Test
    void readsLogicalTypesWithTheValueBelow() throws Exception {
        assertValue("{\"type\":\"bytes\",\"logicalType\":\"decimal\",\"precision\":12,\"scale\":2}", "0601e83e",
                NodeKind.DECIMAL, "1249.90", "bytes · decimal(12, 2)", "124990");
        assertValue(logical("int", "date"), "d6c402", NodeKind.TIME, "2026-11-22", "date", "20779");
        assertValue(logical("int", "time-millis"), "02", NodeKind.TIME, "00:00:00.001", "time-millis", "1");
        assertValue(logical("long", "time-micros"), "02", NodeKind.TIME, "00:00:00.000001", "time-micros", "1");
        assertValue(logical("long", "timestamp-millis"), "01", NodeKind.TIME, "1969-12-31T23:59:59.999Z",
                "timestamp-millis", "-1");
        assertValue(logical("long", "timestamp-micros"), "02", NodeKind.TIME, "1970-01-01T00:00:00.000001Z",
                "timestamp-micros", "1");
        assertValue(logical("long", "timestamp-nanos"), "02", NodeKind.TIME, "1970-01-01T00:00:00.000000001Z",
                "timestamp-nanos", "1");
        assertValue(logical("long", "local-timestamp-millis"), "02", NodeKind.TIME, "1970-01-01T00:00:00.001",
                "local-timestamp-millis", "1");
        assertValue(logical("string", "uuid"), "046162", NodeKind.STRING, "ab", "string · uuid", "");
        assertValue("{\"type\":\"fixed\",\"name\":\"D\",\"size\":12,\"logicalType\":\"duration\"}",
                "0e00000004000000dc110000", NodeKind.TIME, "P14M4DT4.572S", "fixed D · duration",
                "0x0e00000004000000dc110000");
        assertValue("{\"type\":\"fixed\",\"name\":\"U\",\"size\":16,\"logicalType\":\"uuid\"}",
                "45672eee94644c9d9e32ac764535e09a", NodeKind.STRING, "45672eee-9464-4c9d-9e32-ac764535e09a",
                "fixed U · uuid", "0x45672eee94644c9d9e32ac764535e09a");
        assertValue(logical("bytes", "big-decimal"), "0a" + "06" + "01e83e" + "04", NodeKind.DECIMAL, "1249.90",
                "bytes · big-decimal", "0x0601e83e04");
    }

    @Test
    void neverFailsForALogicalType() throws Exception {
        assertValue(logical("string", "colour"), "047265", NodeKind.STRING, "re",
                "string · colour", "");
        assertValue(logical("int", "decimal"), "02", NodeKind.INTEGER, "1", "int · decimal", "");
        assertValue(logical("int", "time-millis"), "01", NodeKind.INTEGER, "-1", "int · time-millis", "");
        assertValue("{\"type\":\"bytes\",\"logicalType\":\"decimal\",\"precision\":9,\"scale\":2000000000}", "0201",
                NodeKind.BINARY, "01", "bytes · decimal", "");
        assertValue("{\"type\":\"bytes\",\"logicalType\":\"decimal\",\"precision\":9,\"scale\":2}", "00",
                NodeKind.BINARY, "", "bytes · decimal", "");
    }

    @Test
    void tellsTheBranchOfAUnion() throws Exception {
        assertValue("[\"null\",\"string\"]", "00", NodeKind.NULL, "null", "union → null", "");
        Node text = tree("[\"null\",\"string\"]", "02046162");
        assertEquals("union → string", text.type());
        assertEquals(2, text.range().lead());
        assertValue("[\"int\",\"long\"]", "0202", NodeKind.INTEGER, "1", "union of 2 → long", "");
        assertValue("[\"null\"," + logical("long", "timestamp-millis") + "]", "0202", NodeKind.TIME,
                "1970-01-01T00:00:00.001Z", "union → timestamp-millis", "1");
    }

    @Test
    void readsArraysAndMapsInBlocks() throws Exception {
        Node list = tree("{\"type\":\"array\",\"items\":\"int\"}", "040204" + "0102" + "06" + "00");
        assertEquals(List.of("1", "2", "3"), list.children().stream().map(Node::text).toList());
        assertEquals("array of int", list.type());
        Node map = tree("{\"type\":\"map\",\"values\":\"int\"}", "04" + "0261" + "02" + "0261" + "04" + "00");
        assertEquals(List.of("a", "a"), map.children().stream().map(Node::name).toList());
        assertEquals(NodeKind.MAP, map.kind());
        assertEquals(2, map.children().getFirst().range().lead());
        assertEquals(3, map.children().getFirst().range().size());
    }

    @Test
    void readsSchemasThatNameOthers() throws Exception {
        KnownSchemas schemas = new KnownSchemas()
                .add("id:1", "{\"type\":\"enum\",\"name\":\"Currency\",\"namespace\":\"m\",\"symbols\":[\"EUR\"]}");
        schemas.add("id:2", "AVRO",
                "{\"type\":\"record\",\"name\":\"Money\",\"namespace\":\"m\",\"fields\":[{\"name\":\"c\",\"type\":\"m.Currency\"}]}",
                List.of(schemas.reference("m.Currency", "id:1")));
        schemas.add("id:3", "AVRO",
                """
                        {"type":"record","name":"Pay","fields":[{"name":"a","type":"m.Money"},{"name":"c","type":"m.Currency"}]}""",
                List.of(schemas.reference("m.Money", "id:2"), schemas.reference("m.Currency", "id:1")));
        Sample sample = Sample.of(Bytes.hex("00000000030000"), Sample.Side.VALUE, ChannelId.of("topic", "t"),
                Headers.NONE);
        Decoded.Tree tree = assertInstanceOf(Decoded.Tree.class, decoder.decode(sample, schemas));
        assertEquals("EUR", tree.root().children().getFirst().children().getFirst().text());
        assertEquals("record Money", tree.root().children().getFirst().type());
    }

    @Test
    void survivesAFiveByteBomb() throws Exception {
        Decoded.Malformed bomb = assertInstanceOf(Decoded.Malformed.class,
                decode("{\"type\":\"array\",\"items\":\"null\"}", Bytes.hex("feffffff7f")));
        assertTrue(bomb.reason().startsWith("more than 50020 values"), bomb.reason());
    }

    @Test
    void survivesASchemaThatContainsItselfForNothing() throws Exception {
        Decoded.Malformed deep = assertInstanceOf(Decoded.Malformed.class,
                decode("{\"type\":\"record\",\"name\":\"R\",\"fields\":[{\"name\":\"r\",\"type\":\"R\"}]}",
                        Bytes.hex("00")));
        assertTrue(deep.reason().startsWith("deeper than 500 levels"), deep.reason());
        assertTrue(Trees.depth(deep.partial().orElseThrow()) <= 501);
    }

    @Test
    void survivesSchemasMadeToOverflow() throws Exception {
        String open = "{\"type\":\"array\",\"items\":".repeat(20_000);
        assertInstanceOf(Decoded.Unavailable.class,
                decode(open + "\"int\"" + "}".repeat(20_000), Bytes.hex("00")));
        assertInstanceOf(Decoded.Unavailable.class, decode("null", Bytes.hex("00")));
        assertInstanceOf(Decoded.Unavailable.class, decode("{\"type\":[]}", Bytes.hex("00")));
    }

    @Test
    void makesAnOutcomeOfEveryMutantOfASchema() throws Exception {
        Mutations mutations = new Mutations(7,
                List.of(Bytes.utf8(KnownSchemas.ORDER), Bytes.utf8(logical("int", "date")),
                        Bytes.utf8("{\"type\":\"fixed\",\"name\":\"D\",\"size\":12,\"logicalType\":\"duration\"}"),
                        Bytes.utf8("[\"null\",{\"type\":\"enum\",\"name\":\"E\",\"symbols\":[\"A\"]}]"),
                        Bytes.utf8("{\"type\":\"map\",\"values\":{\"type\":\"array\",\"items\":\"bytes\"}}")));
        Bytes payload = Bytes.hex("5406746561020304");
        for (int i = 0; i < Integer.getInteger("decoder.inputs", 3_000); i++) {
            String schema = mutations.mutant().utf8();
            switch (decode(schema, payload)) {
                case Decoded.Tree tree -> Trees.assertRanges(tree.root(), payload.size(), schema);
                case Decoded.Malformed malformed -> assertTrue(malformed.at() <= payload.size(), schema);
                case Decoded.Unavailable unavailable ->
                        assertEquals("The schema picked by hand is not a valid Avro schema.",
                                unavailable.fault().message());
            }
        }
    }

    @Test
    void readsNamesThatBreakTheRules() throws Exception {
        String schema =
                "{\"type\":\"record\",\"name\":\"my-order\",\"fields\":[{\"name\":\"größe\",\"type\":\"int\",\"default\":\"x\"}]}";
        assertEquals("größe", tree(schema, "02").children().getFirst().name());
    }

    @Test
    void stopsWhenCancelled() {
        Thread.currentThread().interrupt();
        org.junit.jupiter.api.Assertions.assertThrows(InterruptedException.class,
                () -> decode("{\"type\":\"array\",\"items\":\"null\"}", Bytes.hex("feffffff7f")));
    }
}
