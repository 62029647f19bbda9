package dev.brokerscope.plugin.rabbitmq.stream.form;

import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.api.message.Header;
import dev.brokerscope.api.message.HeaderType;
import dev.brokerscope.api.message.Headers;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Application properties are headers with types.
final class HeaderForm {

    private static final int DECIMAL128 = 0x94;

    private HeaderForm() {}

    static Headers read(AmqpIn in) throws NotAmqpException {
        int count = in.open(true) / 2;
        List<Header> headers = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            Bytes name = Bytes.utf8(in.text());
            headers.add(value(name, in));
        }
        return Headers.of(headers);
    }

    private static Header value(Bytes name, AmqpIn in) throws NotAmqpException {
        int from = in.at();
        int code = in.code();
        return switch (code) {
            case AmqpIn.NULL -> {
                in.take();
                yield new Header(name, HeaderType.NULL, Optional.empty());
            }
            case 0x41, 0x42, 0x56 -> header(name, HeaderType.BOOLEAN, new byte[]{(byte) (in.flag() ? 1 : 0)});
            case 0x50 -> fixed(name, HeaderType.UINT8, in, 1);
            case 0x60 -> fixed(name, HeaderType.UINT16, in, 2);
            case 0x70 -> fixed(name, HeaderType.UINT32, in, 4);
            case 0x80 -> fixed(name, HeaderType.UINT64, in, 8);
            case 0x51 -> fixed(name, HeaderType.INT8, in, 1);
            case 0x61 -> fixed(name, HeaderType.INT16, in, 2);
            case 0x71 -> fixed(name, HeaderType.INT32, in, 4);
            case 0x81 -> fixed(name, HeaderType.INT64, in, 8);
            case 0x43 -> small(name, HeaderType.UINT32, in, 0, 4);
            case 0x44 -> small(name, HeaderType.UINT64, in, 0, 8);
            case 0x52 -> small(name, HeaderType.UINT32, in, 1, 4);
            case 0x53 -> small(name, HeaderType.UINT64, in, 1, 8);
            case 0x54 -> small(name, HeaderType.INT32, in, 1, 4);
            case 0x55 -> small(name, HeaderType.INT64, in, 1, 8);
            case 0x72 -> fixed(name, HeaderType.FLOAT32, in, 4);
            case 0x82 -> fixed(name, HeaderType.FLOAT64, in, 8);
            case 0x73 -> fixed(name, HeaderType.CHARACTER, in, 4);
            case 0x83 -> fixed(name, HeaderType.TIMESTAMP, in, 8);
            case 0x98 -> fixed(name, HeaderType.UUID, in, 16);
            case 0xa0, 0xb0 -> header(name, HeaderType.BYTES, in.binary());
            case 0xa1, 0xb1 -> {
                in.take();
                yield header(name, HeaderType.TEXT, in.raw(in.length(code)));
            }
            default -> {
                in.skip();
                yield other(name, code, in.copy(from, in.at()));
            }
        };
    }

    private static Header header(Bytes name, HeaderType type, byte[] value) {
        return new Header(name, type, Optional.of(Bytes.wrap(value)));
    }

    private static Header fixed(Bytes name, HeaderType type, AmqpIn in, int size) throws NotAmqpException {
        in.take();
        return header(name, type, in.raw(size));
    }

    /// Fewer bytes on the wire than the type has.
    private static Header small(Bytes name, HeaderType type, AmqpIn in, int size, int wide) throws NotAmqpException {
        in.take();
        long value = in.unsigned(size);
        boolean signed = type == HeaderType.INT32 || type == HeaderType.INT64;
        byte[] all = ByteBuffer.allocate(8).putLong(signed ? (byte) value : value).array();
        return header(name, type, wide == 8 ? all : new byte[]{all[4], all[5], all[6], all[7]});
    }

    private static Header other(Bytes name, int code, byte[] encoded) {
        Optional<byte[]> decimal = code == DECIMAL128
                ? Decimal128.toHeader(java.util.Arrays.copyOfRange(encoded, 1, encoded.length)) : Optional.empty();
        return decimal.map(d -> header(name, HeaderType.DECIMAL, d))
                .orElseGet(() -> header(name, HeaderType.NATIVE, encoded));
    }

    /// A map has each name once: of duplicates the last value is kept, at the place of the first.
    ///
    /// @param ours whether `NATIVE` values are of AMQP 1.0
    static void write(Headers headers, boolean ours, AmqpOut out) {
        Map<Bytes, Header> last = new LinkedHashMap<>();
        for (int i = 0; i < headers.size(); i++) {
            last.put(headers.get(i).name(), headers.get(i));
        }
        AmqpOut inside = new AmqpOut(64 * last.size());
        for (Header header : last.values()) {
            inside.sized(0xa1, header.name());
            header.value().ifPresentOrElse(value -> write(header.type(), value, ours, inside), inside::nothing);
        }
        out.compound(0xc1, 2 * last.size(), inside);
    }

    private static void write(HeaderType type, Bytes value, boolean ours, AmqpOut out) {
        int wide = switch (type) {
            case BOOLEAN, INT8, UINT8 -> 1;
            case INT16, UINT16 -> 2;
            case INT32, UINT32, FLOAT32, CHARACTER -> 4;
            case INT64, UINT64, FLOAT64, TIMESTAMP -> 8;
            case UUID -> 16;
            case BYTES, TEXT, DECIMAL, NULL, NATIVE -> value.size();
        };
        if (wide != value.size()) {
            out.sized(0xa0, value);
            return;
        }
        switch (type) {
            case BYTES -> out.sized(0xa0, value);
            case TEXT -> text(value, out);
            case BOOLEAN -> out.flag(value.at(0) != 0);
            case INT8 -> out.code(0x51).raw(value);
            case INT16 -> out.code(0x61).raw(value);
            case INT32 -> out.code(0x71).raw(value);
            case INT64 -> out.code(0x81).raw(value);
            case UINT8 -> out.code(0x50).raw(value);
            case UINT16 -> out.code(0x60).raw(value);
            case UINT32 -> out.code(0x70).raw(value);
            case UINT64 -> out.code(0x80).raw(value);
            case FLOAT32 -> out.code(0x72).raw(value);
            case FLOAT64 -> out.code(0x82).raw(value);
            case CHARACTER -> out.code(0x73).raw(value);
            case TIMESTAMP -> out.code(0x83).raw(value);
            case UUID -> out.code(0x98).raw(value);
            case DECIMAL -> decimal(value, out);
            case NULL -> out.nothing();
            case NATIVE -> encoded(value, ours, out);
        }
    }

    private static void text(Bytes value, AmqpOut out) {
        out.sized(value.isUtf8() ? 0xa1 : 0xa0, value);
    }

    /// One with more than 34 digits becomes text.
    private static void decimal(Bytes value, AmqpOut out) {
        byte[] header = value.toArray();
        Optional<byte[]> encoded = Decimal128.ofHeader(header);
        if (encoded.isPresent()) {
            out.code(DECIMAL128).raw(Bytes.wrap(encoded.get()));
        } else if (header.length < 5) {
            out.sized(0xa0, value);
        } else {
            out.text(new BigDecimal(new BigInteger(header, 4, header.length - 4), ByteBuffer.wrap(header).getInt())
                    .toString());
        }
    }

    private static void encoded(Bytes value, boolean ours, AmqpOut out) {
        if (ours && Body.isOneValue(value)) {
            out.raw(value);
        } else {
            out.sized(0xa0, value);
        }
    }
}
