package dev.brokerscope.core.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.api.broker.CursorEvent;
import dev.brokerscope.api.broker.GapReason;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.AttributeSchema;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.api.message.Header;
import dev.brokerscope.api.message.HeaderType;
import dev.brokerscope.api.message.Headers;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.api.message.TimestampType;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MessageJsonTest {

    private static final ChannelId ORDERS = ChannelId.of("topic", "orders");

    private final MessageJsonWriter writer = new MessageJsonWriter(p -> Long.toString(p.lo()), AttributeSchema.EMPTY,
            MessageJsonWriter.DecodedField.NONE);
    private final MessageJsonReader reader = new MessageJsonReader("orders.jsonl");

    @Test
    void givesBackEveryByteOfAnUglyMessage() throws FaultException {
        Message ugly = Message.at(3, 0, 1_204_006).timestamp(-5, TimestampType.CREATE)
                .key(new byte[]{(byte) 0xff, 0})
                .value(new byte[0])
                .headers(Headers.of(Header.of("dup", "a"), Header.of("dup", Bytes.hex("ff")), Header.ofNull("none"),
                        Header.of("empty", ""), new Header(Bytes.hex("fe"), HeaderType.INT32,
                                Optional.of(Bytes.hex("00000007")))))
                .build();

        Message back = roundTrip(ugly);

        assertEquals(ugly.position(), back.position());
        assertEquals(-5, back.timestamp());
        assertEquals(TimestampType.CREATE, back.timestampType());
        assertEquals(ugly.key(), back.key());
        assertEquals(Optional.of(Bytes.EMPTY), back.value());
        assertEquals(ugly.headers().list(), back.headers().list());
    }

    @Test
    void keepsATombstoneApartFromAnEmptyValue() throws FaultException {
        assertTrue(roundTrip(Message.at(0, 0, 1).build()).value().isEmpty());
    }

    @Test
    void writesTextOnlyWhereUtf8GivesTheBytesBack() {
        Message loneSurrogate = Message.at(0, 0, 1).value(Bytes.hex("eda080").toArray()).build();

        assertTrue(writer.line(ORDERS, loneSurrogate).contains("\"base64\":\"7aCA\""));
    }

    @Test
    void readsAGapBack() throws FaultException {
        CursorEvent.Gap gap =
                new CursorEvent.Gap(Position.of(3, 10), Position.of(3, 12), GapReason.TRANSACTIONAL, false);

        assertEquals(new MessageLine.OfGap("orders", gap), reader.parse(writer.line(ORDERS, gap), 1));
    }

    @Test
    void readsALineWhoseDecodedTreeIsAsDeepAsDecodersGo() throws FaultException {
        String line = "{\"channel\":\"orders\",\"value\":{\"text\":\"x\"},\"decoded\":{\"value\":{\"tree\":"
                + "[".repeat(1_000) + "]".repeat(1_000) + "}}}";

        assertTrue(reader.parse(line, 1) instanceof MessageLine.OfMessage);
    }

    @Test
    void namesTheLineThatCannotBeRead() {
        FaultException fault = assertThrows(FaultException.class,
                () -> reader.parse("{\"channel\":\"orders\",\"value\":{\"base64\":\"?\"}}", 17));

        assertEquals(FaultKind.CORRUPT, fault.kind());
        assertEquals("Line 17 of orders.jsonl cannot be read: \"?\" is no base64.", fault.getMessage());
    }

    private Message roundTrip(Message message) throws FaultException {
        return ((MessageLine.OfMessage) reader.parse(writer.line(ORDERS, message), 1)).message();
    }
}
