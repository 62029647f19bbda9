package dev.brokerscope.desktop.channel;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// Writes Avro's binary form by hand, as far as the pictures need it.
final class AvroBytes {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /// The framing of Confluent's registry.
    static AvroBytes withSchema(int id) {
        AvroBytes bytes = new AvroBytes();
        bytes.out.write(0);
        bytes.out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(id).array());
        return bytes;
    }

    AvroBytes number(long value) {
        long zigzag = value << 1 ^ value >> 63;
        while ((zigzag & ~0x7FL) != 0) {
            out.write((int) (zigzag & 0x7F | 0x80));
            zigzag >>>= 7;
        }
        out.write((int) zigzag);
        return this;
    }

    AvroBytes text(String value) {
        return bytes(value.getBytes(StandardCharsets.UTF_8));
    }

    AvroBytes bytes(byte[] value) {
        number(value.length);
        out.writeBytes(value);
        return this;
    }

    byte[] done() {
        return out.toByteArray();
    }
}
