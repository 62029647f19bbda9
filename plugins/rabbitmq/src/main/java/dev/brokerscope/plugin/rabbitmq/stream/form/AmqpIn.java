package dev.brokerscope.plugin.rabbitmq.stream.form;

import dev.brokerscope.api.message.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Walks values of AMQP 1.0 in an array. The size of each is told by the upper half of its format code.
final class AmqpIn {

    static final int NULL = 0x40;

    private static final int DEEPEST = 64;

    private final byte[] bytes;
    private final int end;
    private int at;

    AmqpIn(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.at = from;
        this.end = to;
    }

    int at() {
        return at;
    }

    int end() {
        return end;
    }

    boolean more() {
        return at < end;
    }

    byte[] copy(int from, int to) {
        return Arrays.copyOfRange(bytes, from, to);
    }

    /// The format code of the next value.
    int code() throws NotAmqpException {
        need(1);
        return bytes[at] & 0xff;
    }

    /// The code that follows, and steps behind it.
    int take() throws NotAmqpException {
        int code = code();
        at++;
        return code;
    }

    long unsigned(int size) throws NotAmqpException {
        need(size);
        long value = 0;
        for (int i = 0; i < size; i++) {
            value = value << 8 | bytes[at++] & 0xff;
        }
        return value;
    }

    /// So many bytes as they are.
    byte[] raw(int size) throws NotAmqpException {
        need(size);
        at += size;
        return Arrays.copyOfRange(bytes, at - size, at);
    }

    /// The length of what follows a code with a variable size.
    int length(int code) throws NotAmqpException {
        long length = unsigned((code & 0x10) == 0 ? 1 : 4);
        if (length > end - at) {
            throw new NotAmqpException("a value of " + length + " bytes does not fit");
        }
        return (int) length;
    }

    /// Steps over a value of any type.
    void skip() throws NotAmqpException {
        skip(0);
    }

    private void skip(int depth) throws NotAmqpException {
        if (depth > DEEPEST) {
            throw new NotAmqpException("nested too deeply");
        }
        int code = take();
        if (code == 0) {
            skip(depth + 1);
            skip(depth + 1);
            return;
        }
        int size = switch (code >> 4) {
            case 0x4 -> 0;
            case 0x5 -> 1;
            case 0x6 -> 2;
            case 0x7 -> 4;
            case 0x8 -> 8;
            case 0x9 -> 16;
            case 0xa, 0xb, 0xc, 0xd, 0xe, 0xf -> length(code);
            default -> throw new NotAmqpException("no format code: " + code);
        };
        need(size);
        at += size;
    }

    /// Opens a list or map.
    ///
    /// @return the number of values inside, which follow
    int open(boolean map) throws NotAmqpException {
        int code = take();
        if (code == 0x45 && !map) {
            return 0;
        }
        if (code != (map ? 0xc1 : 0xc0) && code != (map ? 0xd1 : 0xd0)) {
            throw new NotAmqpException("not a " + (map ? "map" : "list") + ": " + code);
        }
        int length = length(code);
        int closes = at + length;
        int wide = (code & 0x10) == 0 ? 1 : 4;
        if (length < wide) {
            throw new NotAmqpException("no count");
        }
        long count = unsigned(wide);
        if (closes != end || count > end - at || map && count % 2 != 0) {
            throw new NotAmqpException("a count of " + count + " in " + length + " bytes");
        }
        return (int) count;
    }

    /// A string or symbol.
    String text() throws NotAmqpException {
        int code = take();
        if (code != 0xa1 && code != 0xb1 && code != 0xa3 && code != 0xb3) {
            throw new NotAmqpException("no text: " + code);
        }
        byte[] raw = raw(length(code));
        if (!Bytes.wrap(raw).isUtf8()) {
            throw new NotAmqpException("text that is not UTF-8");
        }
        return new String(raw, StandardCharsets.UTF_8);
    }

    byte[] binary() throws NotAmqpException {
        int code = take();
        if (code != 0xa0 && code != 0xb0) {
            throw new NotAmqpException("not binary: " + code);
        }
        return raw(length(code));
    }

    boolean flag() throws NotAmqpException {
        int code = take();
        return switch (code) {
            case 0x41 -> true;
            case 0x42 -> false;
            case 0x56 -> unsigned(1) != 0;
            default -> throw new NotAmqpException("no boolean: " + code);
        };
    }

    /// An unsigned integer of at most 32 bits, or a timestamp.
    long whole() throws NotAmqpException {
        int code = take();
        return switch (code) {
            case 0x43 -> 0;
            case 0x50, 0x52 -> unsigned(1);
            case 0x60 -> unsigned(2);
            case 0x70 -> unsigned(4);
            case 0x83 -> unsigned(8);
            default -> throw new NotAmqpException("no number: " + code);
        };
    }

    private void need(int size) throws NotAmqpException {
        if (size > end - at) {
            throw new NotAmqpException("ends too early");
        }
    }
}
