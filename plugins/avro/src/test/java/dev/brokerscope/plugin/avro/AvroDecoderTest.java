package dev.brokerscope.plugin.avro;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.decode.Assessment;
import dev.brokerscope.api.decode.Decoded;
import dev.brokerscope.api.decode.Decoder;
import dev.brokerscope.api.decode.Node;
import dev.brokerscope.api.decode.Sample;
import dev.brokerscope.api.decode.Sample.Side;
import dev.brokerscope.api.decode.SchemaId;
import dev.brokerscope.api.decode.SchemaSource;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.api.message.Header;
import dev.brokerscope.api.message.Headers;
import dev.brokerscope.testkit.decode.DecoderContract;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.junit.jupiter.api.Test;

/// Bytes as the reference serializers write them.
class AvroDecoderTest extends DecoderContract {

    private static final String ORDER = "5406746561";
    private static final ChannelId CHANNEL = ChannelId.of("topic", "orders");
    private static final String GUID = "45672eee-9464-4c9d-9e32-ac764535e09a";

    private final AvroDecoder decoder = new AvroDecoder();
    private final KnownSchemas schemas = new KnownSchemas().add("id:1", KnownSchemas.ORDER)
            .add("global:14", KnownSchemas.ORDER).add("content:1", KnownSchemas.ORDER)
            .add("guid:" + GUID, KnownSchemas.ORDER).add("id:2", "JSON", "{\"type\":\"object\"}", List.of())
            .add("id:3", "{not a schema").add("fingerprint:" + fingerprint(KnownSchemas.ORDER), KnownSchemas.ORDER);

    private static String fingerprint(String schema) {
        return String.format("%016x", SchemaNormalization.parsingFingerprint64(new Schema.Parser().parse(schema)));
    }

    private static Sample headed(Side side, String name, String hex) {
        return Sample.of(Bytes.hex(ORDER), side, CHANNEL, Headers.of(Header.of(name, Bytes.hex(hex))));
    }

    private static Sample picked(String hex, String schema) {
        return new Sample(Bytes.hex(hex), Side.VALUE, CHANNEL, Headers.NONE, Map.of(), Optional.of(schema));
    }

    private static String singleObject() {
        Bytes big = Bytes.hex(fingerprint(KnownSchemas.ORDER));
        StringBuilder little = new StringBuilder();
        for (int i = 7; i >= 0; i--) {
            little.append(String.format("%02x", big.at(i)));
        }
        return "c301" + little + ORDER;
    }

    @Override
    protected Decoder decoder() {
        return decoder;
    }

    @Override
    protected SchemaSource schemas() {
        return schemas;
    }

    @Override
    protected List<Sample> good() {
        return List.of(sample(Bytes.hex("0000000001" + ORDER)), sample(Bytes.hex("00000000000000000e" + ORDER)),
                sample(Bytes.hex("01" + GUID.replace("-", "") + ORDER)), sample(Bytes.hex(singleObject())),
                headed(Side.VALUE, "__value_schema_id", "01" + GUID.replace("-", "")),
                headed(Side.KEY, "apicurio.key.globalId", "000000000000000e"),
                headed(Side.VALUE, "apicurio.value.contentId", "0000000000000001"), picked(ORDER, KnownSchemas.ORDER),
                picked("0000000063" + ORDER, KnownSchemas.ORDER));
    }

    @Override
    protected List<Sample> broken() {
        return List.of(sample(Bytes.hex("00000000015406")), sample(Bytes.hex("0000000001" + ORDER + "00")),
                sample(Bytes.hex("000000000154ff")), picked("54ffffffffffffffffffffff", KnownSchemas.ORDER));
    }

    @Test
    void readsEveryWayToNameASchema() throws Exception {
        for (Sample sample : good()) {
            Decoded.Tree tree = assertInstanceOf(Decoded.Tree.class, decoder.decode(sample, schemas));
            assertEquals(List.of("42", "tea"), tree.root().children().stream().map(Node::text).toList());
            assertEquals("Order", tree.root().name());
            assertEquals("lab.Order", tree.schema().orElseThrow().name());
        }
    }

    @Test
    void namesTheSchemaForABackup() {
        assertEquals(List.of(new SchemaId("id:1")), decoder.references(sample(Bytes.hex("0000000001" + ORDER))));
        assertEquals(List.of(new SchemaId("fingerprint:" + fingerprint(KnownSchemas.ORDER))),
                decoder.references(sample(Bytes.hex(singleObject()))));
        assertEquals(List.of(), decoder.references(sample("plain text")));
    }

    @Test
    void saysThatTheSchemaIsMissing() throws Exception {
        Decoded.Unavailable missing = assertInstanceOf(Decoded.Unavailable.class,
                decoder.decode(sample(Bytes.hex("000000003a" + ORDER)), schemas));
        assertEquals("Schema id:58 is not known.", missing.fault().message());
    }

    @Test
    void saysThatTheSchemaIsOfAnotherKindOrNone() throws Exception {
        Decoded.Unavailable other = assertInstanceOf(Decoded.Unavailable.class,
                decoder.decode(sample(Bytes.hex("0000000002" + ORDER)), schemas));
        assertEquals("Schema id:2 of http://registry is of kind JSON, not AVRO.", other.fault().message());
        Decoded.Unavailable none = assertInstanceOf(Decoded.Unavailable.class,
                decoder.decode(sample(Bytes.hex("0000000003" + ORDER)), schemas));
        assertEquals("Schema id:3 of http://registry is not a valid Avro schema.", none.fault().message());
    }

    @Test
    void knowsTheBytesOfEachFieldAndItsLength() throws Exception {
        Decoded.Tree tree = (Decoded.Tree) decoder.decode(sample(Bytes.hex("0000000001" + ORDER)), schemas);
        Node item = tree.root().children().get(1);
        assertEquals(6, item.range().from());
        assertEquals(10, item.range().to());
        assertEquals(1, item.range().lead());
        assertEquals(5, tree.root().range().from());
    }

    @Test
    void keepsWhatWasReadOfBrokenBytes() throws Exception {
        Decoded.Malformed broken = (Decoded.Malformed) decoder.decode(sample(Bytes.hex("0000000001540674")), schemas);
        assertEquals("a string of 3 bytes where 1 are left, in item", broken.reason());
        assertEquals(6, broken.at());
        assertEquals("42", broken.partial().orElseThrow().children().getFirst().text());
        Decoded.Malformed longer = (Decoded.Malformed) decoder.decode(sample(Bytes.hex("0000000001" + ORDER + "0000")),
                schemas);
        assertEquals("2 bytes are left behind the value", longer.reason());
        assertEquals(10, longer.at());
    }

    @Test
    void takesNumbersAndJsonForNoAvro() {
        assertTrue(decoder.assess(sample(Bytes.hex("0000018bcfe56800"))).likelihood() < Assessment.LIKELY);
        assertEquals(Assessment.IMPOSSIBLE, decoder.assess(sample(Bytes.hex("000000000000002a"))).likelihood());
        Headers json = Headers.of(Header.of("apicurio.value.globalId", Bytes.hex("000000000000000e")),
                Header.of("apicurio.value.encoding", "JSON"));
        assertEquals(Assessment.IMPOSSIBLE,
                decoder.assess(Sample.of(Bytes.utf8("{\"id\":42}"), Side.VALUE, CHANNEL, json)).likelihood());
    }
}
