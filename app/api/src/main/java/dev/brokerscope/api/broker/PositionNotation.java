package dev.brokerscope.api.broker;

import dev.brokerscope.api.message.Position;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The notation of most brokers: `lo` alone, or `hi-lo`.
final class PositionNotation {

    private static final Pattern NOTATION = Pattern.compile("(?:(\\d{1,19})-)?(\\d{1,19})");

    private PositionNotation() {}

    static Optional<Position> parse(int partition, String text) {
        Matcher m = NOTATION.matcher(text.strip());
        if (!m.matches()) {
            return Optional.empty();
        }
        try {
            long hi = m.group(1) == null ? 0 : Long.parseLong(m.group(1));
            return Optional.of(new Position(partition, hi, Long.parseLong(m.group(2))));
        } catch (NumberFormatException beyondLong) {
            return Optional.empty();
        }
    }
}
