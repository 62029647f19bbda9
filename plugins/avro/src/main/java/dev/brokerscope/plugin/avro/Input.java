package dev.brokerscope.plugin.avro;

import dev.brokerscope.api.decode.ByteRange;
import dev.brokerscope.api.message.Bytes;
import java.util.Optional;

/// Avro's primitive encodings, read one after another.
final class Input {

    private static final int LONG_BYTES = 10;

    private final Bytes bytes;
    private final int shift;
    private final Optional<ByteRange> block;
    private int position;

    private Input(Bytes bytes, int shift, Optional<ByteRange> block) {
        this.bytes = bytes;
        this.shift = shift;
        this.block = block;
    }

    /// The payload from an index on.
    static Input of(Bytes payload, int from) {
        return new Input(payload.slice(from, payload.size()), from, Optional.empty());
    }

    /// The content of a compressed block: all of it stands at the block's place in the payload.
    static Input unpacked(Bytes content, ByteRange block) {
        return new Input(content, 0, Optional.of(block));
    }

    int position() {
        return position;
    }

    int left() {
        return bytes.size() - position;
    }

    /// The payload's index of a position here.
    int index(int at) {
        return block.map(ByteRange::from).orElse(shift + at);
    }

    ByteRange range(int from, int to, int lead) {
        return block.orElse(new ByteRange(shift + from, shift + to, Math.min(lead, to - from)));
    }

    Stop stop(String reason, int at) {
        return new Stop(reason, index(at));
    }

    /// A zigzag number of at most ten bytes.
    ///
    /// @param what for people, with its article: `a long`
    long number(String what) throws Stop {
        long value = 0;
        for (int i = 0; i < LONG_BYTES; i++) {
            if (position + i >= bytes.size()) {
                throw stop("ends inside " + what, bytes.size());
            }
            byte b = bytes.at(position + i);
            value |= (long) (b & 0x7F) << 7 * i;
            if (b >= 0) {
                position += i + 1;
                return value >>> 1 ^ -(value & 1);
            }
        }
        throw stop(what + " of more than 10 bytes", position);
    }

    int integer(String what) throws Stop {
        int at = position;
        long value = number(what);
        if (value != (int) value) {
            throw stop(what + " of " + value + ", which has more than 32 bits", at);
        }
        return (int) value;
    }

    /// The length of what follows, checked against what is left.
    int length(String what) throws Stop {
        int at = position;
        long length = number("the length of " + what);
        if (length < 0) {
            throw stop(what + " of " + length + " bytes", at);
        }
        if (length > left()) {
            throw stop(what + " of " + length + " bytes where " + left() + " are left", at);
        }
        return (int) length;
    }

    Bytes take(int size, String what) throws Stop {
        if (size > left()) {
            throw stop("ends inside " + what, bytes.size());
        }
        Bytes taken = bytes.slice(position, position + size);
        position += size;
        return taken;
    }
}
