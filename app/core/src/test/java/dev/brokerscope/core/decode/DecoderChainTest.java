package dev.brokerscope.core.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.decode.Assessment;
import dev.brokerscope.api.decode.Decoded;
import dev.brokerscope.api.decode.Decoder;
import dev.brokerscope.api.decode.Node;
import dev.brokerscope.api.decode.NodeKind;
import dev.brokerscope.api.decode.ByteRange;
import dev.brokerscope.api.decode.RegisteredSchema.SubjectVersion;
import dev.brokerscope.api.decode.Sample;
import dev.brokerscope.api.decode.Sample.Side;
import dev.brokerscope.api.decode.SchemaId;
import dev.brokerscope.api.decode.SchemaSource;
import dev.brokerscope.api.fault.Fault;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.api.message.Headers;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.core.schema.SchemaChain;
import dev.brokerscope.plugin.json.JsonDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecoderChainTest {

    private static final ChannelId CHANNEL = ChannelId.of("topic", "orders");
    private static final SchemaSource NONE = new SchemaChain(List.of());

    private final DecoderChain chain = new DecoderChain(List.of(new JsonDecoder()));

    /// Answers always the same.
    private record Fixed(String id, int likelihood, Decoded answer) implements Decoder {
        @Override
        public String name() {
            return id.toUpperCase(java.util.Locale.ROOT);
        }

        @Override
        public Assessment assess(Sample sample) {
            return new Assessment(likelihood, "always so");
        }

        @Override
        public Decoded decode(Sample sample, SchemaSource schemas) {
            return answer;
        }
    }

    private static Payload value(Bytes bytes) {
        return new Payload(Optional.of(bytes), Side.VALUE, CHANNEL, Headers.NONE, false);
    }

    private Decoding.Read read(DecoderChain of, Bytes bytes) throws InterruptedException {
        return assertInstanceOf(Decoding.Read.class, of.decode(value(bytes), NONE, Optional.empty()));
    }

    private String badge(Bytes bytes) throws InterruptedException {
        return read(chain, bytes).badge().text();
    }

    @Test
    void tellsNullEmptyAndTombstoneApart() throws Exception {
        Message tombstone = Message.at(0, 0, 1).key(Optional.of(Bytes.utf8("k"))).build();
        Message nothing = Message.at(0, 0, 2).build();
        Message empty = Message.at(0, 0, 3).value(Optional.of(Bytes.EMPTY)).build();
        assertEquals("Tombstone",
                chain.decode(Payload.value(CHANNEL, tombstone), NONE, Optional.empty()).badge().text());
        assertEquals("Null", chain.decode(Payload.value(CHANNEL, nothing), NONE, Optional.empty()).badge().text());
        assertEquals("Null", chain.decode(Payload.key(CHANNEL, nothing), NONE, Optional.empty()).badge().text());
        assertEquals("Empty", chain.decode(Payload.value(CHANNEL, empty), NONE, Optional.empty()).badge().text());
    }

    @Test
    void picksTheLikeliest() throws Exception {
        assertEquals("JSON", badge(Bytes.utf8("{\"a\":1}")));
        assertEquals("Text", badge(Bytes.utf8("PAY-90417")));
        assertEquals("Text", badge(Bytes.utf8("42")));
        assertEquals("Binary", badge(Bytes.hex("7f001ca4")));
        assertEquals("JSON broken", badge(Bytes.utf8("{\"paymentId\":\"pay_8f3")));
    }

    @Test
    void keepsWhatEverybodySaid() throws Exception {
        Decoding.Read read = read(chain, Bytes.utf8("{\"a\":1}"));
        assertEquals(List.of("json", "text", "hex"), read.attempts().stream().map(Attempt::decoder).toList());
        assertEquals("JSON: starts with { and ends with }. Read.", read.chosen().sentence());
        assertEquals("Text: UTF-8 without control characters.", read.attempts().get(1).sentence());
    }

    @Test
    void triesTheNextLikelyOneBeforeItCallsBytesBroken() throws Exception {
        Decoded broken = new Decoded.Malformed("is not so", 3, Optional.empty(), Optional.empty());
        Decoded tree = Decoded.Tree.of(Node.scalar("", NodeKind.INTEGER, "1", "int", ByteRange.NONE));
        DecoderChain both = new DecoderChain(List.of(new Fixed("first", 90, broken), new Fixed("second", 80, tree)));
        assertEquals("SECOND", read(both, Bytes.utf8("x")).badge().text());
        DecoderChain alone = new DecoderChain(List.of(new Fixed("first", 90, broken)));
        assertEquals("FIRST broken", read(alone, Bytes.utf8("x")).badge().text());
        DecoderChain doubtful = new DecoderChain(List.of(new Fixed("first", 60, broken)));
        assertEquals("Text", read(doubtful, Bytes.utf8("x")).badge().text());
    }

    @Test
    void showsThatASchemaIsMissingAndMayComeBack() throws Exception {
        Fault fault = Fault.of(FaultKind.NOT_FOUND, "schema.unknown", "Schema 58 is not in the registry.", "Ask.");
        DecoderChain missing = new DecoderChain(List.of(new Fixed("avro", 80, new Decoded.Unavailable(fault))));
        Decoding.Read read = read(missing, Bytes.hex("000000003a00"));
        assertEquals(Badge.Severity.UNAVAILABLE, read.badge().severity());
        assertEquals("Schema 58 is not in the registry · 00 00 00 00 3a 00", Preview.of(read).text());
    }

    @Test
    void namesTheVersionOnTheBadge() throws Exception {
        Decoded tree = new Decoded.Tree(Node.scalar("", NodeKind.INTEGER, "1", "int", ByteRange.NONE), List.of(),
                Optional.of(new Decoded.UsedSchema(new SchemaId("id:42"), "com.acme.Payment",
                        List.of(new SubjectVersion("payments-value", 7)))));
        DecoderChain avro = new DecoderChain(List.of(new Fixed("avro", 80, tree)));
        assertEquals("AVRO v7", read(avro, Bytes.utf8("x")).badge().text());
        assertEquals("AVRO: always so. Read as com.acme.Payment.", read(avro, Bytes.utf8("x")).chosen().sentence());
    }

    @Test
    void survivesADecoderWithADefect() throws Exception {
        Decoder defect = new Decoder() {
            @Override
            public String id() {
                return "defect";
            }

            @Override
            public String name() {
                return "Defect";
            }

            @Override
            public Assessment assess(Sample sample) {
                return new Assessment(95, "greedy");
            }

            @Override
            public Decoded decode(Sample sample, SchemaSource schemas) {
                throw new IllegalStateException("a defect");
            }
        };
        DecoderChain with = new DecoderChain(List.of(defect, new JsonDecoder()));
        assertEquals("JSON", read(with, Bytes.utf8("{\"a\":1}")).badge().text());
    }

    @Test
    void obeysDecodeAs() throws Exception {
        Payload json = value(Bytes.utf8("{\"a\":1}"));
        assertEquals("Text", chain.decode(json, NONE, Optional.of(DecodeAs.of("text"))).badge().text());
        assertEquals("Binary", chain.decode(json, NONE, Optional.of(DecodeAs.of("hex"))).badge().text());
        Decoding.Read gone = (Decoding.Read) chain.decode(json, NONE, Optional.of(DecodeAs.of("thrift")));
        Decoded.Unavailable unavailable = assertInstanceOf(Decoded.Unavailable.class, gone.decoded());
        assertEquals("There is no decoder \"thrift\".", unavailable.fault().message());
    }

    @Test
    void readsTextInAnyCharset() throws Exception {
        Payload latin = value(Bytes.wrap("Müller".getBytes(StandardCharsets.ISO_8859_1)));
        assertEquals("Binary", chain.decode(latin, NONE, Optional.empty()).badge().text());
        Decoding.Read read = (Decoding.Read) chain.decode(latin, NONE, Optional.of(DecodeAs.parse("text:ISO-8859-1")));
        assertEquals("Müller", read.root().orElseThrow().text());
        Decoding.Read utf8 = (Decoding.Read) chain.decode(latin, NONE, Optional.of(DecodeAs.of("text")));
        Decoded.Malformed wrong = assertInstanceOf(Decoded.Malformed.class, utf8.decoded());
        assertEquals(1, wrong.at());
        Bytes utf16 = Bytes.wrap("Müller".getBytes(StandardCharsets.UTF_16));
        assertEquals("Müller", read(chain, utf16).root().orElseThrow().text());
    }

    @Test
    void saysThatACharsetIsUnknown() throws Exception {
        Optional<DecodeAs> as = Optional.of(new DecodeAs("text", Map.of("charset", "latin-99"), Optional.empty()));
        Decoding.Read read = (Decoding.Read) chain.decode(value(Bytes.utf8("a")), NONE, as);
        assertInstanceOf(Decoded.Unavailable.class, read.decoded());
    }

    @Test
    void handsTheTextOfASchemaFileOver(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("order.avsc"), "\"long\"");
        Decoder echo = new Decoder() {
            @Override
            public String id() {
                return "echo";
            }

            @Override
            public String name() {
                return "Echo";
            }

            @Override
            public Assessment assess(Sample sample) {
                return Assessment.no("only by hand");
            }

            @Override
            public Decoded decode(Sample sample, SchemaSource schemas) {
                return Decoded.Tree.of(Node.scalar("", NodeKind.STRING, sample.schema().orElseThrow(), "string",
                        ByteRange.NONE));
            }
        };
        DecoderChain with = new DecoderChain(List.of(echo));
        Optional<DecodeAs> as = Optional.of(DecodeAs.parse("echo:" + file));
        Decoding.Read read = (Decoding.Read) with.decode(value(Bytes.utf8("x")), NONE, as);
        assertEquals("\"long\"", read.root().orElseThrow().text());
        Files.delete(file);
        Decoding.Read gone = (Decoding.Read) with.decode(value(Bytes.utf8("x")), NONE, as);
        assertInstanceOf(Decoded.Unavailable.class, gone.decoded());
    }

    @Test
    void glancesAtTheBeginningOfALargeValueOnly() throws Exception {
        String large = "{\"id\":1,\"list\":[" + "12345678,".repeat(600_000) + "0]}";
        Glance glance = chain.glance(value(Bytes.utf8(large)), NONE, Optional.empty(), List.of());
        assertEquals("JSON", glance.badge().text());
        assertTrue(glance.preview().text().startsWith("id: 1 list: ["), glance.preview().text());
    }
}
