package dev.brokerscope.plugin.rabbitmq.stream.form;

import dev.brokerscope.api.message.Bytes;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;

/// A message id or correlation id: text, or one of three other types in a readable form.
///
/// @param type absent for text
record TypedId(String text, Optional<String> type) {

    private static final String NUMBER = "ulong";
    private static final String UNIQUE = "uuid";
    private static final String BINARY = "binary";

    static TypedId read(AmqpIn in) throws NotAmqpException {
        int code = in.code();
        return switch (code) {
            case 0x44, 0x53, 0x80 -> {
                in.take();
                long value = in.unsigned(code == 0x44 ? 0 : code == 0x53 ? 1 : 8);
                yield new TypedId(Long.toUnsignedString(value), Optional.of(NUMBER));
            }
            case 0x98 -> {
                in.take();
                yield new TypedId(new UUID(in.unsigned(8), in.unsigned(8)).toString(), Optional.of(UNIQUE));
            }
            case 0xa0, 0xb0 -> new TypedId(Bytes.wrap(in.binary()).toHex(), Optional.of(BINARY));
            default -> new TypedId(in.text(), Optional.empty());
        };
    }

    /// As text where it is not of its type.
    void write(AmqpOut out) {
        try {
            switch (type.orElse("")) {
                case NUMBER -> out.code(0x80).number(Long.parseUnsignedLong(text), 8);
                case UNIQUE -> {
                    UUID unique = UUID.fromString(text);
                    ByteBuffer bytes = ByteBuffer.allocate(16).putLong(unique.getMostSignificantBits())
                            .putLong(unique.getLeastSignificantBits());
                    out.code(0x98).raw(Bytes.wrap(bytes.array()));
                }
                case BINARY -> out.sized(0xa0, Bytes.hex(text));
                default -> out.text(text);
            }
        } catch (IllegalArgumentException changed) {
            out.text(text);
        }
    }
}
