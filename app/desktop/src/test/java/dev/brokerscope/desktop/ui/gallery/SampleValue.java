package dev.brokerscope.desktop.ui.gallery;

import dev.brokerscope.desktop.ui.detail.ByteRange;
import dev.brokerscope.desktop.ui.detail.TreeEntry;
import dev.brokerscope.desktop.ui.table.Run;
import dev.brokerscope.desktop.ui.table.RunStyle;
import java.util.List;
import java.util.Optional;

/// A decoded payment whose fields lie one after the other in its bytes.
public record SampleValue(String name, List<Run> value, String type, Optional<ByteRange> bytes,
        List<SampleValue> children) implements TreeEntry {

    @Override
    public int childCount() {
        return children.size();
    }

    @Override
    public TreeEntry child(int index) {
        return children.get(index);
    }

    public static SampleValue payment() {
        SampleValue customer = new SampleValue("customer", note("3 fields"), "record Customer",
                Optional.of(ByteRange.of(24, 52)), List.of(
                        field("id", "9007199254740993", RunStyle.NUMBER, "long", 24, 32, 0),
                        field("name", "\"Müller & Söhne GmbH\"", RunStyle.STRING, "string", 32, 51, 1),
                        field("email", "null", RunStyle.TAG, "union → null", 51, 52, 1)));
        return new SampleValue("Payment", note("6 fields"), "record", Optional.of(ByteRange.of(5, 64)),
                List.of(field("paymentId", "\"pay_8f3c21d7\"", RunStyle.STRING, "string", 5, 18, 1),
                        field("orderId", "90417", RunStyle.NUMBER, "long", 18, 24, 0), customer,
                        field("amount", "1249.90", RunStyle.NUMBER, "bytes · decimal(12, 2)", 52, 56, 1),
                        field("currency", "EUR", RunStyle.ENUM, "enum Currency", 56, 57, 0),
                        field("createdAt", "2026-11-22 09:42:07.318 Z", RunStyle.NUMBER, "timestamp-millis", 57, 64,
                                0)));
    }

    static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        for (int i = 5; i < size; i++) {
            bytes[i] = (byte) (i % 9 == 0 ? 0 : i * 31 % 120);
        }
        return bytes;
    }

    private static SampleValue field(String name, String text, RunStyle style, String type, int from, int to,
            int lead) {
        return new SampleValue(name, List.of(Run.of(text, style)), type, Optional.of(new ByteRange(from, to, lead)),
                List.of());
    }

    private static List<Run> note(String text) {
        return List.of(Run.of(text, RunStyle.NOTE));
    }
}
