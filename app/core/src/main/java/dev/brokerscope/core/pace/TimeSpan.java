package dev.brokerscope.core.pace;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A length of time as people write it: `10m`, `6h`, `1d`, `90s`.
public record TimeSpan(Duration duration) {

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,9})\\s*(s|m|h|d|w)");
    private static final Map<String, Duration> UNITS = Map.of("s", Duration.ofSeconds(1), "m", Duration.ofMinutes(1),
            "h", Duration.ofHours(1), "d", Duration.ofDays(1), "w", Duration.ofDays(7));

    /// @throws FaultException of kind `USAGE` where it is none, or no time at all
    public static TimeSpan parse(String text) throws FaultException {
        Matcher matcher = WRITTEN.matcher(text.strip().toLowerCase(Locale.ROOT));
        Duration unit = matcher.matches() ? UNITS.get(matcher.group(2)) : null;
        if (unit == null || Long.parseLong(matcher.group(1)) == 0) {
            throw new FaultException(FaultKind.USAGE, "time-span.unreadable",
                    "\"" + text + "\" is no length of time.", "Write it like 90s, 10m, 6h or 1d.");
        }
        return new TimeSpan(unit.multipliedBy(Long.parseLong(matcher.group(1))));
    }
}
