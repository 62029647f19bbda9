package dev.brokerscope.api.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.decode.Sample.Side;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.api.message.Header;
import dev.brokerscope.api.message.Headers;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Golden bytes of the reference serializers.
class FramingTest {

    private static final String GUID = "45672eee94644c9d9e32ac764535e09a";

    private static List<String> framings(Side side, String hex, Header... headers) {
        Sample sample = Sample.of(Bytes.hex(hex), side, ChannelId.of("topic", "t"), Headers.of(headers));
        return Framing.of(sample).stream().map(f -> f.id() + " " + f.prefix()).toList();
    }

    private static Header header(String name, String hex) {
        return Header.of(name, Bytes.hex(hex));
    }

    @Test
    void findsIdsOfFourBytes() {
        assertEquals(List.of("id:1 5"), framings(Side.VALUE, "00000000015406746561"));
        assertEquals(List.of("id:2 5"), framings(Side.VALUE, "00000000027b226964223a34322c226974656d223a22746561227d"));
    }

    @Test
    void findsIdsOfEightBytes() {
        assertEquals(List.of("global:14 9"), framings(Side.VALUE, "00000000000000000e5406746561"));
    }

    @Test
    void findsGuidsBeforeTheData() {
        assertEquals(List.of("guid:45672eee-9464-4c9d-9e32-ac764535e09a 17"),
                framings(Side.VALUE, "01" + GUID + "5406746561"));
        assertEquals(List.of(), framings(Side.VALUE, "01" + "00".repeat(16)));
    }

    @Test
    void findsIdsInHeadersOfTheirSideFirst() {
        Header guid = header("__value_schema_id", "01" + GUID);
        assertEquals(List.of("guid:45672eee-9464-4c9d-9e32-ac764535e09a 0"), framings(Side.VALUE, "5406746561", guid));
        assertEquals(List.of(), framings(Side.KEY, "5406746561", guid));
        Header content = header("apicurio.key.contentId", "0000000000000001");
        assertEquals(List.of("content:1 0", "id:7 5"), framings(Side.KEY, "0000000007", content));
    }

    @Test
    void findsNothingInPlainData() {
        assertEquals(List.of(), framings(Side.VALUE, "7b7d"));
        assertEquals(List.of(), framings(Side.VALUE, "00000000"));
        assertEquals(List.of(), framings(Side.VALUE, "000000000000002a"));
        assertEquals(List.of(), framings(Side.VALUE, "00ffffffff54"));
    }
}
