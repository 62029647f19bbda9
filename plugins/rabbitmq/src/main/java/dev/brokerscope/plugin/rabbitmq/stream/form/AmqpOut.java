package dev.brokerscope.plugin.rabbitmq.stream.form;

import dev.brokerscope.api.message.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Writes values of AMQP 1.0, each in its smallest form.
final class AmqpOut {

    private byte[] bytes;
    private int size;

    AmqpOut(int expected) {
        this.bytes = new byte[Math.max(32, expected)];
    }

    byte[] toArray() {
        return size == bytes.length ? bytes : Arrays.copyOf(bytes, size);
    }

    int size() {
        return size;
    }

    /// One byte as it is.
    AmqpOut code(int code) {
        room(1);
        bytes[size++] = (byte) code;
        return this;
    }

    AmqpOut number(long value, int wide) {
        room(wide);
        for (int shift = 8 * (wide - 1); shift >= 0; shift -= 8) {
            bytes[size++] = (byte) (value >> shift);
        }
        return this;
    }

    AmqpOut raw(Bytes value) {
        room(value.size());
        value.copyTo(bytes, size);
        size += value.size();
        return this;
    }

    /// The beginning of a section.
    AmqpOut section(int descriptor) {
        return code(0x00).code(0x53).code(descriptor);
    }

    /// Something with a length: binary (`0xa0`), string (`0xa1`) or symbol (`0xa3`).
    AmqpOut sized(int code, Bytes value) {
        if (value.size() < 256) {
            code(code).number(value.size(), 1);
        } else {
            code(code | 0x10).number(value.size(), 4);
        }
        return raw(value);
    }

    AmqpOut text(String value) {
        return sized(0xa1, Bytes.utf8(value));
    }

    AmqpOut symbol(String value) {
        return sized(0xa3, Bytes.wrap(value.getBytes(StandardCharsets.UTF_8)));
    }

    AmqpOut flag(boolean value) {
        return code(value ? 0x41 : 0x42);
    }

    AmqpOut uint(long value) {
        return value == 0 ? code(0x43) : value < 256 ? code(0x52).number(value, 1) : code(0x70).number(value, 4);
    }

    AmqpOut nothing() {
        return code(AmqpIn.NULL);
    }

    /// A list (`0xc0`) or map (`0xc1`) of what was written elsewhere.
    AmqpOut compound(int code, int count, AmqpOut inside) {
        if (inside.size + 1 < 256 && count < 256) {
            code(code).number(inside.size + 1L, 1).number(count, 1);
        } else {
            code(code | 0x10).number(inside.size + 4L, 4).number(count, 4);
        }
        room(inside.size);
        System.arraycopy(inside.bytes, 0, bytes, size, inside.size);
        size += inside.size;
        return this;
    }

    private void room(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes,
                    Math.max(size + more, (int) Math.min(bytes.length * 2L, Integer.MAX_VALUE - 8)));
        }
    }
}
