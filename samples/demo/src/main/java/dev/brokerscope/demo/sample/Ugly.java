package dev.brokerscope.demo.sample;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// `ugly`: each message is one that tools get wrong.
public record Ugly(Timeline timeline) implements SampleTopic {

    private static final int FIVE_MEGABYTES = 5_000_000;

    @Override
    public String name() {
        return "ugly";
    }

    @Override
    public int partitions() {
        return 3;
    }

    @Override
    public Map<String, String> config() {
        return Map.of("max.message.bytes", "10485760", "message.timestamp.after.max.ms",
                String.valueOf(Long.MAX_VALUE), "message.timestamp.before.max.ms", String.valueOf(Long.MAX_VALUE),
                "retention.ms", "-1", "segment.ms", String.valueOf(Long.MAX_VALUE));
    }

    @Override
    public void fill(SampleWriter writer) {
        messages().forEach(message -> writer.send(message.build()));
        writer.abort(List.of(at(30).partition(0).key("never").value("{\"seen\":false}").build(),
                at(30).partition(1).key("never").value("{\"seen\":false}").build()));
        writer.commit(List.of(at(31).partition(0).key("committed").value("{\"seen\":true}").build(),
                at(31).partition(1).key("committed").value("{\"seen\":true}").build()));
        writer.send(at(32).partition(0).key("last").value("{\"after\":\"transactions\"}").build());
    }

    private List<SampleMessage> messages() {
        return List.of(
                at(1).partition(0).key("tombstone"),
                at(2).partition(0).key("empty-value").value(new byte[0]),
                at(3).partition(0).value("{\"key\":\"null\"}"),
                at(4).partition(0).key(new byte[0]).value("{\"key\":\"empty\"}"),
                at(5).partition(0),
                at(6).partition(0).key("cut-in-a-string")
                        .value("{\"paymentId\":\"pay_8f3c21d7\",\"note\":\"ends in the midd"),
                at(7).partition(0).key("duplicate-names").value("{\"a\":1,\"a\":2,\"b\":{\"a\":3}}"),
                at(8).partition(0).key("big-numbers")
                        .value("{\"long\":9223372036854775807,\"past\":18446744073709551615,\"decimal\":0.10000000000000000000000001,\"tiny\":1e-400}"),
                at(9).partition(1).key(new byte[]{0x7f, 0x00, 0x1c, (byte) 0xa4}).value(binary(96)),
                at(10).partition(1).key("duplicate-headers").value("{}").header("dup", "first").header("dup", "second")
                        .header("other", "between").header("dup", "first"),
                at(11).partition(1).key("header-values").value("{}").nullHeader("none").header("empty", "")
                        .header("binary", new byte[]{(byte) 0xff, 0x00, (byte) 0xfe}).header("", "no name")
                        .header("größe", "12 cm"),
                at(12).partition(1).key("unknown-schema")
                        .value(new byte[]{0, 0, 0, 0, 58, 0x54, 0x06, 0x74, 0x65, 0x61}),
                at(13).partition(1).key("broken-avro").value(new byte[]{0, 0, 0, 0, 1, 0x18, 0x70, 0x61, 0x79}),
                at(14).partition(1).key("broken-xml").value("<order id=\"7\"><line>tea</order>"),
                at(15).partition(1).key("xml-entities")
                        .value("<!DOCTYPE o [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><o>&e;</o>"),
                at(16).partition(1).key("deep").value("[".repeat(2_000) + "]".repeat(2_000)),
                at(17).partition(1).key("one-long-line").value("\"" + "tea ".repeat(50_000) + "\""),
                at(18).partition(2).key("five-megabytes").value(large()),
                at(19).partition(2).key("latin-1").value(new byte[]{'G', 'r', (byte) 0xfc, (byte) 0xdf, 'e'}),
                at(20).partition(2).key("terminal-escape").value("\u001b[31mred\u001b[0m \u202egnp.exe"),
                at(21).partition(2).key("formula").value("=HYPERLINK(\"http://example.org\")"),
                SampleMessage.to(name(), 0).partition(2).key("epoch").value("{\"time\":\"1970\"}"),
                SampleMessage.to(name(), 253_402_300_800_000L).partition(2).key("year-10000")
                        .value("{\"time\":\"later\"}"),
                at(24).partition(2).key("gzip").value(new byte[]{0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 3}),
                at(25).partition(2).key("number").value("42"),
                at(26).partition(2).key("text").value("just a line of text"));
    }

    private SampleMessage at(int minute) {
        return SampleMessage.to(name(), timeline.now().toEpochMilli() - 3_600_000L + minute * 60_000L);
    }

    private static byte[] binary(int length) {
        byte[] bytes = new byte[length];
        new SplittableRandom(5).nextBytes(bytes);
        bytes[0] = (byte) 0xc8;
        return bytes;
    }

    private static String large() {
        StringBuilder json = new StringBuilder(FIVE_MEGABYTES + 200).append("{\"rows\":[");
        for (int row = 0; json.length() < FIVE_MEGABYTES; row++) {
            json.append(row == 0 ? "" : ",").append("{\"row\":").append(row).append(",\"sku\":\"TEA-").append(row % 997)
                    .append("\",\"stock\":").append(row * 31L % 4_001).append(",\"note\":\"Regal ").append(row % 40)
                    .append("\"}");
        }
        return json.append("]}").toString();
    }
}
