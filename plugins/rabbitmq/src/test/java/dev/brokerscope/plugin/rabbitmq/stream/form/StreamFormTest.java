package dev.brokerscope.plugin.rabbitmq.stream.form;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.brokerscope.api.message.AttributeValue;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.api.message.Header;
import dev.brokerscope.api.message.HeaderType;
import dev.brokerscope.api.message.Headers;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.TimestampType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Messages of AMQP 1.0 as bytes, by hand.
final class StreamFormTest {

    private static final String DATA = "005375a0026869";

    @Test
    void takesBytesThatAreNoMessageAsTheyAre() {
        for (String hex : List.of("", "00", "7b7d", "005375a0ff00", "005377", "005375", "005399a000", "00537440")) {
            Message read = read(hex);
            assertEquals(hex, read.value().orElseThrow().toHex());
            assertEquals(Optional.of("raw"), text(read, StreamAttributes.BODY));
            assertEquals(hex, written(read));
        }
    }

    @Test
    void givesEachFormOfBodyBackAsItCame() {
        List<String> forms = List.of(DATA, "005375a00168" + "005375a00169", "005377a1026869", "005377a0026869",
                "0053775505", "00537740", "005376c003015505");
        for (String hex : forms) {
            assertEquals(hex, written(read(hex)));
        }
        assertEquals("hi", read("005377a1026869").value().orElseThrow().utf8());
        assertEquals("hi", read("005375a00168" + "005375a00169").value().orElseThrow().utf8());
        assertEquals(Optional.empty(), read("00537740").value());
    }

    @Test
    void knowsAMessageWithoutABody() {
        Message none = read("00537045");
        assertEquals(Optional.empty(), none.value());
        assertEquals(Optional.of("none"), text(none, StreamAttributes.BODY));
    }

    @Test
    void showsPropertiesHeaderAndIdsOfEveryType() {
        Message header = read("005370c00402415009" + DATA);
        assertEquals(Optional.of(new AttributeValue.Flag(true)), header.attribute(StreamAttributes.DURABLE));
        assertEquals(Optional.of(new AttributeValue.Whole(9)), header.attribute(StreamAttributes.PRIORITY));
        Message id = read("005373c00401a10161" + DATA);
        assertEquals(Optional.of("a"), text(id, StreamAttributes.MESSAGE_ID));
        Message number = read("005373c00a01" + "80ffffffffffffffff" + DATA);
        assertEquals(Optional.of("18446744073709551615"), text(number, StreamAttributes.MESSAGE_ID));
        assertEquals(Optional.of("ulong"), text(number, StreamAttributes.MESSAGE_ID_TYPE));
        Message unique = read("005373c01201" + "98" + "00112233445566778899aabbccddeeff" + DATA);
        assertEquals(Optional.of("00112233-4455-6677-8899-aabbccddeeff"), text(unique, StreamAttributes.MESSAGE_ID));
        assertEquals(unique.attribute(1), read(written(unique)).attribute(1));
        assertEquals(number.attribute(0), read(written(number)).attribute(0));
    }

    @Test
    void keepsEveryTypeOfHeaderExactly() {
        List<Header> headers = new ArrayList<>();
        Random random = new Random(7);
        int[] sizes = {3, 4, 1, 1, 2, 4, 8, 1, 2, 4, 8, 4, 8};
        HeaderType[] types = {HeaderType.BYTES, HeaderType.TEXT, HeaderType.BOOLEAN, HeaderType.INT8, HeaderType.INT16,
            HeaderType.INT32, HeaderType.INT64, HeaderType.UINT8, HeaderType.UINT16, HeaderType.UINT32,
            HeaderType.UINT64, HeaderType.FLOAT32, HeaderType.FLOAT64};
        for (int i = 0; i < types.length; i++) {
            byte[] value = new byte[sizes[i]];
            random.nextBytes(value);
            if (types[i] == HeaderType.TEXT) {
                value = "täx".getBytes(java.nio.charset.StandardCharsets.UTF_8);
            }
            if (types[i] == HeaderType.BOOLEAN) {
                value = new byte[]{1};
            }
            headers.add(header("h" + i, types[i], value));
        }
        headers.add(header("time", HeaderType.TIMESTAMP, new byte[]{-1, -1, -1, -1, -1, -1, -1, -2}));
        headers.add(header("uuid", HeaderType.UUID, new byte[16]));
        headers.add(header("char", HeaderType.CHARACTER, new byte[]{0, 1, -10, -128}));
        headers.add(new Header(Bytes.utf8("null"), HeaderType.NULL, Optional.empty()));
        headers.add(header("symbol", HeaderType.NATIVE, HexFormat.of().parseHex("a30161")));
        headers.add(header("price", HeaderType.DECIMAL, decimal("-12.34")));
        Message message = Message.at(0, 0, 0).headers(Headers.of(headers)).value(new byte[]{1}).build();
        assertEquals(headers, read(written(message)).headers().list());
    }

    @Test
    void readsNumbersThatCameInFewerBytes() {
        Message read = read("005374c10f06a10161" + "54ff" + "a10162" + "5301" + "a10163" + "43" + DATA);
        assertEquals(List.of("ffffffff", "0000000000000001", "00000000"),
                read.headers().list().stream().map(h -> h.value().orElseThrow().toHex()).toList());
        assertEquals(List.of(HeaderType.INT32, HeaderType.UINT64, HeaderType.UINT32),
                read.headers().list().stream().map(Header::type).toList());
    }

    @Test
    void keepsTheLastOfHeadersOfOneName() {
        Message twice = Message.at(0, 0, 0).value(new byte[0])
                .headers(Headers.of(Header.of("a", "1"), Header.of("b", "2"), Header.of("a", "3"))).build();
        List<Header> kept = read(written(twice)).headers().list();
        assertEquals(List.of("a", "b"), kept.stream().map(Header::nameText).toList());
        assertEquals("3", kept.getFirst().value().orElseThrow().utf8());
    }

    @Test
    void turnsADecimalOfTooManyDigitsIntoText() {
        String digits = "1".repeat(40);
        Message message = Message.at(0, 0, 0).value(new byte[0])
                .headers(Headers.of(header("d", HeaderType.DECIMAL, decimal(digits + ".5")))).build();
        Header kept = read(written(message)).headers().get(0);
        assertEquals(HeaderType.TEXT, kept.type());
        assertEquals(digits + ".5", kept.value().orElseThrow().utf8());
    }

    @Test
    void keepsAForeignProducersTimeAsCreationTime() {
        Message foreign = Message.at(0, 0, 0).timestamp(1_700_000_000_123L, TimestampType.CREATE).value(new byte[0])
                .build();
        byte[] kept = new StreamForm(dev.brokerscope.api.message.AttributeSchema.EMPTY, true).write(foreign);
        byte[] anew = new StreamForm(dev.brokerscope.api.message.AttributeSchema.EMPTY, false).write(foreign);
        assertEquals(Optional.of(new AttributeValue.Whole(1_700_000_000_123L)),
                StreamForm.read(0, 0, 5, kept).attribute(StreamAttributes.CREATED_AT));
        assertEquals(Optional.empty(), StreamForm.read(0, 0, 5, anew).attribute(StreamAttributes.CREATED_AT));
    }

    @Test
    void readsDamagedMessagesWithoutFailing() {
        byte[] whole = HexFormat.of().parseHex("005370c0020141" + "005374c10602a10161" + "54ff" + DATA);
        Random random = new Random(11);
        for (int i = 0; i < 20_000; i++) {
            byte[] damaged = whole.clone();
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            Message read = StreamForm.read(0, 1, 2, damaged);
            Message again = read(written(read));
            assertEquals(read.value(), again.value());
            assertEquals(read.headers().list(), again.headers().list());
        }
    }

    @Test
    void encodesDecimalsAsIeeeWantsIt() {
        byte[] one = Decimal128.ofHeader(decimal("1")).orElseThrow();
        assertEquals("30400000000000000000000000000001", HexFormat.of().formatHex(one));
        byte[] price = Decimal128.ofHeader(decimal("-12.34")).orElseThrow();
        assertEquals("b03c00000000000000000000000004d2", HexFormat.of().formatHex(price));
        assertArrayEquals(decimal("-12.34"), Decimal128.toHeader(price).orElseThrow());
    }

    private static byte[] decimal(String text) {
        BigDecimal value = new BigDecimal(text);
        BigInteger unscaled = value.unscaledValue();
        byte[] bytes = unscaled.toByteArray();
        return ByteBuffer.allocate(4 + bytes.length).putInt(value.scale()).put(bytes).array();
    }

    private static Header header(String name, HeaderType type, byte[] value) {
        return new Header(Bytes.utf8(name), type, Optional.of(Bytes.wrap(value)));
    }

    private static Message read(String hex) {
        return StreamForm.read(0, 1, 2, HexFormat.of().parseHex(hex));
    }

    private static String written(Message message) {
        return HexFormat.of().formatHex(new StreamForm(StreamAttributes.SCHEMA, true).write(message));
    }

    private static Optional<String> text(Message message, int attribute) {
        return message.attribute(attribute).map(a -> ((AttributeValue.Text) a).value());
    }
}
