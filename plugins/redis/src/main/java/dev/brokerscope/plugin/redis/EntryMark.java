package dev.brokerscope.plugin.redis;

import dev.brokerscope.api.message.TimestampType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What fields of an entry cannot say: written as the first field, `_brokerscope`, and only where an entry would be read
/// as another message without it. `value=-1` says that there is no value, `null=2` that the header in field 2 has none.
///
/// @param value the index of the field that holds the value, counted without this one; -1 for none, absent to guess
/// @param key likewise
/// @param nulls indexes of header fields without a value
record EntryMark(Optional<Integer> value, Optional<Integer> key, TreeSet<Integer> nulls, Optional<Time> time) {

    static final byte[] FIELD = "_brokerscope".getBytes(StandardCharsets.US_ASCII);
    static final EntryMark NONE = new EntryMark(Optional.empty(), Optional.empty(), new TreeSet<>(), Optional.empty());

    private static final Pattern WORD =
            Pattern.compile(
                    "(value|key)=(-?\\d{1,6})|null=(\\d{1,6}(?:,\\d{1,6})*)|time=(-?\\d{1,19})/(\\d{1,6})/([a-z]+)");

    /// A timestamp that the entry's id does not tell.
    record Time(long millis, int nanos, TimestampType type) {}

    boolean isNone() {
        return equals(NONE);
    }

    /// Absent where a field of that name is not ours.
    static Optional<EntryMark> read(byte[] field, byte[] text) {
        if (!Arrays.equals(field, FIELD)) {
            return Optional.empty();
        }
        Optional<Integer> value = Optional.empty();
        Optional<Integer> key = Optional.empty();
        TreeSet<Integer> nulls = new TreeSet<>();
        Optional<Time> time = Optional.empty();
        for (String word : new String(text, StandardCharsets.US_ASCII).split(" ", -1)) {
            Matcher m = WORD.matcher(word);
            if (!m.matches()) {
                return Optional.empty();
            } else if ("value".equals(m.group(1))) {
                value = Optional.of(Integer.valueOf(m.group(2)));
            } else if ("key".equals(m.group(1))) {
                key = Optional.of(Integer.valueOf(m.group(2)));
            } else if (m.group(3) != null) {
                Arrays.stream(m.group(3).split(",", -1)).map(Integer::valueOf).forEach(nulls::add);
            } else {
                time = time(m);
                if (time.isEmpty()) {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(new EntryMark(value, key, nulls, time));
    }

    private static Optional<Time> time(Matcher m) {
        try {
            return Optional.of(new Time(Long.parseLong(m.group(4)), Integer.parseInt(m.group(5)),
                    TimestampType.valueOf(m.group(6).toUpperCase(Locale.ROOT))));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    byte[] text() {
        StringBuilder text = new StringBuilder();
        value.ifPresent(v -> text.append(" value=").append(v));
        key.ifPresent(k -> text.append(" key=").append(k));
        if (!nulls.isEmpty()) {
            text.append(" null=").append(String.join(",", nulls.stream().map(String::valueOf).toList()));
        }
        time.ifPresent(t -> text.append(" time=").append(t.millis).append('/').append(t.nanos).append('/')
                .append(t.type.name().toLowerCase(Locale.ROOT)));
        return text.toString().strip().getBytes(StandardCharsets.US_ASCII);
    }
}
