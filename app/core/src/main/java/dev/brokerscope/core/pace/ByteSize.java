package dev.brokerscope.core.pace;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A size as people write it: `20MB`, `64KiB`, `1.5GB`, `4096`.
public record ByteSize(long bytes) {

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,15}(?:\\.\\d{1,6})?)\\s*([A-Za-z]*)");
    private static final Map<String, Long> UNITS = Map.of("", 1L, "B", 1L, "KB", 1_000L, "MB", 1_000_000L, "GB",
            1_000_000_000L, "TB", 1_000_000_000_000L, "KIB", 1L << 10, "MIB", 1L << 20, "GIB", 1L << 30, "TIB",
            1L << 40);

    /// @throws FaultException of kind `USAGE` where it is no size, or less than one byte
    public static ByteSize parse(String text) throws FaultException {
        Matcher matcher = WRITTEN.matcher(text.strip());
        Long unit = matcher.matches() ? UNITS.get(matcher.group(2).toUpperCase(java.util.Locale.ROOT)) : null;
        if (unit != null) {
            BigDecimal bytes = new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(unit));
            if (bytes.compareTo(BigDecimal.ONE) >= 0 && bytes.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) < 0) {
                return new ByteSize(bytes.longValue());
            }
        }
        throw new FaultException(FaultKind.USAGE, "size.unreadable", "\"" + text + "\" is no size.",
                "Write it like 20MB, 64KiB or 1.5GB.");
    }
}
