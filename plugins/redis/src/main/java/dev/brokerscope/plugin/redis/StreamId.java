package dev.brokerscope.plugin.redis;

import dev.brokerscope.api.message.Position;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The id of an entry, `1700000000000-3`: two unsigned 64-bit numbers, of which a position holds those below 2^63.
final class StreamId {

    /// Before every entry.
    static final Position ZERO = new Position(0, 0, 0);

    private static final String GREATEST_SEQUENCE = Long.toUnsignedString(-1);

    private StreamId() {}

    /// Absent where one of the numbers is 2^63 or more.
    static Optional<Position> position(byte[] id) {
        String text = text(id);
        int dash = text.indexOf('-');
        long ms = Long.parseUnsignedLong(text, 0, dash, 10);
        long sequence = Long.parseUnsignedLong(text, dash + 1, text.length(), 10);
        return ms < 0 || sequence < 0 ? Optional.empty() : Optional.of(new Position(0, ms, sequence));
    }

    /// The first position behind an id; behind one that no position holds, the next millisecond.
    static Position behind(byte[] id) {
        String text = text(id);
        long ms = Long.parseUnsignedLong(text, 0, text.indexOf('-'), 10);
        return text.equals("0-0") ? ZERO : position(id).map(Position::next)
                .orElseGet(() -> ms >= 0 && ms < Long.MAX_VALUE
                        ? new Position(0, ms + 1, 0) : new Position(0, Long.MAX_VALUE, Long.MAX_VALUE));
    }

    static String text(byte[] id) {
        return new String(id, StandardCharsets.US_ASCII);
    }

    static String text(Position position) {
        return position.hi() + "-" + position.lo();
    }

    static byte[] id(Position position) {
        return text(position).getBytes(StandardCharsets.US_ASCII);
    }

    /// The greatest id before the position: commands take both bounds inclusive.
    static byte[] idBefore(Position position) {
        String text = position.lo() > 0
                ? position.hi() + "-" + (position.lo() - 1)
                : position.hi() > 0 ? position.hi() - 1 + "-" + GREATEST_SEQUENCE : "0-0";
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
