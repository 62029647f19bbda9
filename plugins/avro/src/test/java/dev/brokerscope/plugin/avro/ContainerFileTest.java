package dev.brokerscope.plugin.avro;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.api.decode.Decoded;
import dev.brokerscope.api.decode.Decoder;
import dev.brokerscope.api.decode.Node;
import dev.brokerscope.api.decode.Sample;
import dev.brokerscope.api.decode.SchemaId;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.testkit.decode.DecoderContract;
import io.airlift.compress.v3.snappy.SnappyJavaCompressor;
import io.airlift.compress.v3.zstd.ZstdJavaCompressor;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import org.apache.avro.Schema;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.junit.jupiter.api.Test;

class ContainerFileTest extends DecoderContract {

    private static final Schema ORDER = new Schema.Parser().parse(KnownSchemas.ORDER);
    private static final byte[] SYNC = "0123456789abcdef".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    private final AvroDecoder decoder = new AvroDecoder();

    @Override
    protected Decoder decoder() {
        return decoder;
    }

    @Override
    protected List<Sample> good() {
        return List.of(sample(file(CodecFactory.nullCodec())), sample(file(CodecFactory.deflateCodec(6))),
                sample(packed("snappy", snappy(records()))), sample(packed("zstandard", zstd(records()))));
    }

    @Override
    protected List<Sample> broken() {
        Bytes file = file(CodecFactory.nullCodec());
        return List.of(sample(file.slice(0, file.size() - 20)), sample(file.slice(0, 30)),
                sample(packed("lzma", records())), sample(packed("deflate", records())),
                sample(packed("snappy", records())), sample(packed("zstandard", records())));
    }

    /// As Avro's own writer makes it.
    private static Bytes file(CodecFactory codec) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DataFileWriter<GenericData.Record> writer = new DataFileWriter<>(new GenericDatumWriter<>(ORDER))) {
            writer.setCodec(codec);
            writer.create(ORDER, out, SYNC);
            for (long i = 0; i < 3; i++) {
                GenericData.Record row = new GenericData.Record(ORDER);
                row.put("id", 42 + i);
                row.put("item", "tea");
                writer.append(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Bytes.wrap(out.toByteArray());
    }

    /// Three records.
    private static byte[] records() {
        return Bytes.hex("5406746561" + "5606746561" + "5806746561").toArray();
    }

    private static byte[] snappy(byte[] content) {
        SnappyJavaCompressor compressor = new SnappyJavaCompressor();
        byte[] packed = new byte[compressor.maxCompressedLength(content.length) + 4];
        int size = compressor.compress(content, 0, content.length, packed, 0, packed.length);
        CRC32 crc = new CRC32();
        crc.update(content);
        java.nio.ByteBuffer.wrap(packed).putInt(size, (int) crc.getValue());
        return Arrays.copyOf(packed, size + 4);
    }

    private static byte[] zstd(byte[] content) {
        ZstdJavaCompressor compressor = new ZstdJavaCompressor();
        byte[] packed = new byte[compressor.maxCompressedLength(content.length)];
        return Arrays.copyOf(packed, compressor.compress(content, 0, content.length, packed, 0, packed.length));
    }

    /// A file of one block of three records, put together by hand.
    private static Bytes packed(String codec, byte[] block) {
        return packed(codec, block, 3);
    }

    private static Bytes packed(String codec, byte[] block, long count) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.write(new byte[]{'O', 'b', 'j', 1});
            number(out, 2);
            text(out, "avro.schema");
            text(out, KnownSchemas.ORDER);
            text(out, "avro.codec");
            text(out, codec);
            number(out, 0);
            out.write(SYNC);
            number(out, count);
            number(out, block.length);
            out.write(block);
            out.write(SYNC);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Bytes.wrap(bytes.toByteArray());
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        number(out, text.length());
        out.writeBytes(text);
    }

    private static void number(DataOutputStream out, long value) throws IOException {
        long rest = value << 1;
        while (rest > 0x7F) {
            out.write((int) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }

    @Test
    void readsTheRecordsOfEveryCodec() throws Exception {
        for (Sample sample : good()) {
            Decoded.Tree tree = assertInstanceOf(Decoded.Tree.class, decoder.decode(sample, schemas()));
            assertEquals(List.of("42", "43", "44"),
                    tree.root().children().stream().map(r -> r.children().getFirst().text()).toList());
            assertEquals(new SchemaId("embedded"), tree.schema().orElseThrow().id());
        }
    }

    @Test
    void knowsTheBytesOfFieldsThatAreNotPacked() throws Exception {
        Bytes file = file(CodecFactory.nullCodec());
        Decoded.Tree tree = (Decoded.Tree) decoder.decode(sample(file), schemas());
        Node item = tree.root().children().get(1).children().get(1);
        assertEquals("06746561", file.slice(item.range().from(), item.range().to()).toHex());
    }

    @Test
    void keepsTheRecordsBeforeADefect() throws Exception {
        Bytes file = packed("null", Bytes.hex("5406746561" + "5606746561" + "58ff").toArray());
        Decoded.Malformed broken = assertInstanceOf(Decoded.Malformed.class, decoder.decode(sample(file), schemas()));
        assertEquals(3, broken.partial().orElseThrow().children().size());
        assertEquals("43", broken.partial().orElseThrow().children().get(1).children().getFirst().text());
    }

    @Test
    void refusesABlockThatUnpacksToFarTooMuch() throws Exception {
        byte[] zeros = new byte[100 << 20];
        Decoded.Malformed bomb = assertInstanceOf(Decoded.Malformed.class,
                decoder.decode(sample(packed("zstandard", zstd(zeros), 1)), schemas()));
        assertTrue(bomb.reason().startsWith("a block that unpacks to more than"), bomb.reason());
    }
}
