package dev.brokerscope.core.slice;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the times that people type: ISO 8601, `now`, `now-2h`, `today`, `1795340527318ms`.
///
/// @param now what `now` means; one moment for a whole command
/// @param zone of times without one
public record Times(Instant now, ZoneId zone) {

    private static final Pattern RELATIVE = Pattern.compile("(now|today)(?:([+-])(\\d{1,9})(ms|s|m|h|d|w))?");
    private static final Pattern MILLIS = Pattern.compile("(-?\\d{1,19})ms");
    private static final Pattern POSITION = Pattern.compile("\\d{1,19}(-\\d{1,19})?");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    /// The lower bound of a slice: a time, a position, `oldest` or nothing.
    ///
    /// @throws FaultException of kind `USAGE` where it is none of these
    public Bound from(String words) throws FaultException {
        return words.isBlank() || words.strip().equals("oldest") ? Bound.OPEN : bound(words.strip());
    }

    /// The upper bound of a slice: a time, a position, `newest` or nothing.
    ///
    /// @throws FaultException of kind `USAGE` where it is none of these
    public Bound to(String words) throws FaultException {
        return words.isBlank() || words.strip().equals("newest") ? Bound.OPEN : bound(words.strip());
    }

    /// Milliseconds since the epoch; empty where the words are no time.
    public Optional<Long> parse(String words) {
        try {
            Matcher millis = MILLIS.matcher(words);
            if (millis.matches()) {
                return Optional.of(Long.parseLong(millis.group(1)));
            }
            Matcher relative = RELATIVE.matcher(words);
            return Optional.of((relative.matches() ? relative(relative) : absolute(words)).toEpochMilli());
        } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private Bound bound(String words) throws FaultException {
        if (POSITION.matcher(words).matches() && !DATE.matcher(words).matches()) {
            return new Bound.At(words);
        }
        return parse(words).<Bound>map(t -> new Bound.Time(words, t))
                .orElseThrow(() -> new FaultException(FaultKind.USAGE, "time.malformed",
                        "\"" + words + "\" is neither a time nor a position.",
                        "Write 2026-11-01T00:00Z, now-2h, today, 1795340527318ms or an offset."));
    }

    private Instant relative(Matcher m) {
        ZonedDateTime base = now.atZone(zone);
        if (m.group(1).equals("today")) {
            base = base.toLocalDate().atStartOfDay(zone);
        }
        if (m.group(2) == null) {
            return base.toInstant();
        }
        long amount = Long.parseLong(m.group(2) + m.group(3));
        Duration unit = switch (m.group(4)) {
            case "ms" -> Duration.ofMillis(1);
            case "s" -> Duration.ofSeconds(1);
            case "m" -> Duration.ofMinutes(1);
            case "h" -> Duration.ofHours(1);
            case "d" -> Duration.ofDays(1);
            case "w" -> Duration.ofDays(7);
            default -> throw new DateTimeException(m.group(4));
        };
        return base.toInstant().plus(unit.multipliedBy(amount));
    }

    private Instant absolute(String words) {
        if (DATE.matcher(words).matches()) {
            return LocalDate.parse(words).atStartOfDay(zone).toInstant();
        }
        String iso = words.replace(' ', 'T');
        boolean zoned = iso.endsWith("Z") || iso.matches(".*T.*[+-]\\d{2}(:?\\d{2})?");
        return zoned ? OffsetDateTime.parse(iso).toInstant() : LocalDateTime.parse(iso).atZone(zone).toInstant();
    }
}
