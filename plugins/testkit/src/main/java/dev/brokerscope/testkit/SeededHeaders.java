package dev.brokerscope.testkit;

import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.api.message.Header;
import dev.brokerscope.api.message.HeaderType;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/// Headers with types, encoded as [HeaderType] says, for brokers that have them.
final class SeededHeaders {

    private SeededHeaders() {}

    static Header text(String name, String value) {
        return new Header(Bytes.utf8(name), HeaderType.TEXT, Optional.of(Bytes.utf8(value)));
    }

    static Header nothing(String name) {
        return new Header(Bytes.utf8(name), HeaderType.NULL, Optional.empty());
    }

    static List<Header> ofManyTypes(int i) {
        return List.of(
                of("paid", HeaderType.BOOLEAN, new byte[]{(byte) (i % 8 == 0 ? 1 : 0)}),
                of("pieces", HeaderType.INT32, ByteBuffer.allocate(4).putInt(-i).array()),
                of("serial", HeaderType.INT64, ByteBuffer.allocate(8).putLong(1L << 40 | i).array()),
                of("ratio", HeaderType.FLOAT64, ByteBuffer.allocate(8).putDouble(i / 3.0).array()),
                of("made", HeaderType.TIMESTAMP, ByteBuffer.allocate(8).putLong(1_700_000_000_000L + i * 1_000L)
                        .array()));
    }

    private static Header of(String name, HeaderType type, byte[] value) {
        return new Header(Bytes.utf8(name), type, Optional.of(Bytes.wrap(value)));
    }
}
