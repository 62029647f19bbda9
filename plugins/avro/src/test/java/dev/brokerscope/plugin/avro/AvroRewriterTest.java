package dev.brokerscope.plugin.avro;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.decode.Rewriter.Rewritten;
import dev.brokerscope.api.decode.Sample;
import dev.brokerscope.api.decode.ValueEdit;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.api.message.Headers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.apache.avro.Conversions;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.Test;

/// Values of Avro are changed; plain Avro reads the result with the same schema.
class AvroRewriterTest {

    private static final Schema SCHEMA = new Schema.Parser().parse("""
            {"type":"record","name":"Person","fields":[
              {"name":"name","type":"string"},
              {"name":"mail","type":["null","string"]},
              {"name":"born","type":{"type":"int","logicalType":"date"}},
              {"name":"income","type":{"type":"bytes","logicalType":"decimal","precision":12,"scale":2}},
              {"name":"kind","type":{"type":"enum","name":"Kind","symbols":["A","B"]}},
              {"name":"cards","type":{"type":"array","items":"string"}},
              {"name":"more","type":{"type":"map","values":["null","long"]}},
              {"name":"hash","type":{"type":"fixed","name":"Hash","size":4}},
              {"name":"ratio","type":"double"}]}""");
    private static final ValueEdit KEEP = (_, _, _) -> new ValueEdit.Change.Keep();

    private final KnownSchemas schemas = new KnownSchemas().add("id:7", SCHEMA.toString());
    private final AvroRewriter rewriter = new AvroRewriter(new ParsedSchemas());

    @Test
    void whatIsKeptStaysByteForByte() throws Exception {
        assertEquals(framed(person()), done(rewrite(framed(person()), KEEP)));
    }

    @Test
    void plainAvroReadsWhatWasChangedUnderTheSameId() throws Exception {
        Bytes masked = done(rewrite(framed(person()), (path, _, _) -> switch (String.join(".", path)) {
            case "name" -> new ValueEdit.Change.Text("somebody with a much longer name than before, to be sure");
            case "mail", "more.x" -> new ValueEdit.Change.Null();
            case "income" -> new ValueEdit.Change.Text("-1.50");
            case "kind" -> new ValueEdit.Change.Text("B");
            case "cards.1" -> new ValueEdit.Change.Text("");
            case "hash" -> new ValueEdit.Change.Text("deadbeef");
            case "ratio" -> new ValueEdit.Change.Text("0.5");
            default -> new ValueEdit.Change.Keep();
        }));
        assertEquals("0000000007", masked.slice(0, 5).toHex());
        GenericRecord read = read(masked);
        assertTrue(read.get("name").toString().startsWith("somebody"));
        assertEquals(null, read.get("mail"));
        assertEquals(9_000, read.get("born"));
        assertEquals("B", read.get("kind").toString());
        assertEquals("[4111, , 4333]", read.get("cards").toString());
        assertEquals("[-34, -83, -66, -17]", read.get("hash").toString());
        assertEquals(0.5, read.get("ratio"));
        assertEquals(new BigDecimal("-1.50"), new Conversions.DecimalConversion().fromBytes(
                (ByteBuffer) read.get("income"), null, LogicalTypes.decimal(12, 2)));
    }

    @Test
    void changesThatTheSchemaForbidsAreRefused() throws Exception {
        for (String field : List.of("name", "cards", "ratio")) {
            ValueEdit toNull = (path, _, _) -> path.equals(List.of(field))
                    ? new ValueEdit.Change.Null()
                    : new ValueEdit.Change.Keep();
            assertInstanceOf(Rewritten.Impossible.class, rewrite(framed(person()), toNull), field);
        }
        for (String field : List.of("born", "kind", "hash", "income")) {
            ValueEdit toText = (path, _, _) -> path.equals(List.of(field))
                    ? new ValueEdit.Change.Text("???")
                    : new ValueEdit.Change.Keep();
            assertInstanceOf(Rewritten.Impossible.class, rewrite(framed(person()), toText), field);
        }
    }

    @Test
    void anUnknownSchemaIsUnavailableAndBrokenBytesAreRefused() throws Exception {
        byte[] other = framed(person()).toArray();
        other[4] = 9;
        assertInstanceOf(Rewritten.Unavailable.class, rewrite(Bytes.wrap(other), KEEP));
        Bytes whole = framed(person());
        assertInstanceOf(Rewritten.Impossible.class, rewrite(whole.slice(0, whole.size() - 1), KEEP));
    }

    private static GenericRecord person() {
        GenericRecord person = new GenericData.Record(SCHEMA);
        person.put("name", "Anna");
        person.put("mail", "anna@example.org");
        person.put("born", 9_000);
        person.put("income", ByteBuffer.wrap(new byte[]{1, 2, 3}));
        person.put("kind", new GenericData.EnumSymbol(SCHEMA.getField("kind").schema(), "A"));
        person.put("cards", List.of("4111", "4222", "4333"));
        person.put("more", Map.of("x", 1L));
        person.put("hash", new GenericData.Fixed(SCHEMA.getField("hash").schema(), new byte[]{1, 2, 3, 4}));
        person.put("ratio", Double.NaN);
        return person;
    }

    private static Bytes framed(GenericRecord record) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(new byte[]{0, 0, 0, 0, 7});
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
        new GenericDatumWriter<GenericRecord>(SCHEMA).write(record, encoder);
        encoder.flush();
        return Bytes.wrap(bytes.toByteArray());
    }

    private static GenericRecord read(Bytes framed) throws IOException {
        return new GenericDatumReader<GenericRecord>(SCHEMA).read(null,
                DecoderFactory.get().binaryDecoder(framed.slice(5, framed.size()).toArray(), null));
    }

    private Rewritten rewrite(Bytes bytes, ValueEdit edit) throws InterruptedException {
        return rewriter.rewrite(Sample.of(bytes, Sample.Side.VALUE, ChannelId.of("topic", "t"), Headers.NONE), schemas,
                edit);
    }

    private static Bytes done(Rewritten result) {
        return assertInstanceOf(Rewritten.Done.class, result).bytes();
    }
}
