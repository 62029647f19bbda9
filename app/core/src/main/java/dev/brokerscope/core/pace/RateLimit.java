package dev.brokerscope.core.pace;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import java.util.Locale;
import java.util.OptionalLong;

/// How fast messages may be moved at most: `20MB/s`, `5000msg/s`, or both with a comma between.
///
/// @param words as they were typed; empty for no limit
/// @param bytesPerSecond of keys, values and headers
public record RateLimit(String words, OptionalLong bytesPerSecond, OptionalLong messagesPerSecond) {

    public static final RateLimit NONE = new RateLimit("", OptionalLong.empty(), OptionalLong.empty());

    private static final String MESSAGES = "msg/s";
    private static final String BYTES = "/s";

    /// @throws FaultException of kind `USAGE` where it is no rate
    public static RateLimit parse(String text) throws FaultException {
        OptionalLong bytes = OptionalLong.empty();
        OptionalLong messages = OptionalLong.empty();
        for (String part : text.split(",", -1)) {
            String rate = part.strip();
            if (rate.toLowerCase(Locale.ROOT).endsWith(MESSAGES)) {
                messages = OptionalLong.of(number(rate.substring(0, rate.length() - MESSAGES.length()), text));
            } else if (rate.toLowerCase(Locale.ROOT).endsWith(BYTES)) {
                bytes = OptionalLong.of(ByteSize.parse(rate.substring(0, rate.length() - BYTES.length())).bytes());
            } else {
                throw unreadable(text);
            }
        }
        return new RateLimit(text.strip(), bytes, messages);
    }

    public boolean isNone() {
        return bytesPerSecond.isEmpty() && messagesPerSecond.isEmpty();
    }

    private static long number(String digits, String text) throws FaultException {
        try {
            long number = Long.parseLong(digits.strip());
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException noNumber) {
            throw unreadable(text);
        }
        throw unreadable(text);
    }

    private static FaultException unreadable(String text) {
        return new FaultException(FaultKind.USAGE, "limit.unreadable", "\"" + text + "\" is no rate.",
                "Write it like 20MB/s, 5000msg/s or 20MB/s,5000msg/s.");
    }
}
