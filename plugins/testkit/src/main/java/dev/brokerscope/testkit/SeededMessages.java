package dev.brokerscope.testkit;

import dev.brokerscope.api.channel.ChannelProfile;
import dev.brokerscope.api.channel.Keep;
import dev.brokerscope.api.channel.MessagePart;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.api.message.Header;
import dev.brokerscope.api.message.Headers;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.TimestampType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/// Messages as ugly as real ones, the same for the same seed: null and empty keys, values and header values, duplicate and
/// binary headers, timestamps that jump back, text in several scripts, one value of a megabyte. The system property
/// `brokerscope.seed` chooses another seed.
///
/// @param without parts that the broker under test does not have
/// @param fine with times within the second and, where it has them, types of headers
public record SeededMessages(long seed, Set<MessagePart> without, boolean fine) {

    private static final long EPOCH = 1_700_000_000_000L;
    private static final int LARGE = 1 << 20;

    public SeededMessages {
        without = Set.copyOf(without);
    }

    /// In whole seconds, and with headers of bytes.
    public SeededMessages(long seed, Set<MessagePart> without) {
        this(seed, without, false);
    }

    /// With the seed of this run.
    public static SeededMessages ofThisRun() {
        return new SeededMessages(Long.getLong("brokerscope.seed", 20_261_122L), Set.of());
    }

    /// Leaves out what the broker has no concept of, and what it loses: what is left comes back.
    public SeededMessages fitting(ChannelProfile profile) {
        return leavingOut(profile, Set.of(Keep.ABSENT, Keep.LOST, Keep.RESTARTED));
    }

    /// Leaves out what the broker has no concept of; what it loses is there to be lost.
    public SeededMessages having(ChannelProfile profile) {
        return leavingOut(profile, Set.of(Keep.ABSENT));
    }

    private SeededMessages leavingOut(ChannelProfile profile, Set<Keep> keeps) {
        Set<MessagePart> missing = EnumSet.noneOf(MessagePart.class);
        for (MessagePart part : List.of(MessagePart.KEY, MessagePart.NULL_VALUE, MessagePart.HEADERS,
                MessagePart.HEADER_DUPLICATES, MessagePart.HEADER_TYPES, MessagePart.TIMESTAMP)) {
            if (keeps.contains(profile.keeps(part))) {
                missing.add(part);
            }
        }
        return new SeededMessages(seed, missing, true);
    }

    /// So many messages, spread over the partitions; their positions count up within each.
    public List<Message> generate(int count, int partitions) {
        Random random = new Random(seed);
        long[] next = new long[partitions];
        List<Message> messages = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int partition = i < partitions ? i : random.nextInt(partitions);
            messages.add(timed(Message.at(partition, 0, next[partition]++), i)
                    .key(key(random, i))
                    .value(value(random, i, count))
                    .headers(headers(random, i))
                    .build());
        }
        return messages;
    }

    private Message.Builder timed(Message.Builder message, int i) {
        return without.contains(MessagePart.TIMESTAMP) ? message
                : message.timestamp(EPOCH + i * 1_000L + (fine ? i % 7 : 0) - (i % 10 == 9 ? 5_000 : 0),
                        TimestampType.CREATE);
    }

    private Optional<Bytes> key(Random random, int i) {
        if (without.contains(MessagePart.KEY) || i % 7 == 3) {
            return Optional.empty();
        }
        return Optional.of(i % 11 == 5 ? Bytes.EMPTY : Bytes.utf8("key-" + random.nextInt(50)));
    }

    private Optional<Bytes> value(Random random, int i, int count) {
        if (i % 13 == 6 && !without.contains(MessagePart.NULL_VALUE)) {
            return Optional.empty();
        }
        if (i == count / 2) {
            byte[] large = new byte[LARGE];
            random.nextBytes(large);
            return Optional.of(Bytes.wrap(large));
        }
        return Optional.of(switch (i % 5) {
            case 0 -> Bytes.utf8("{\"id\":" + i + ",\"total\":" + random.nextLong() + ",\"name\":\"Größe 東京 🚀\"}");
            case 1 -> Bytes.utf8("<order id=\"" + i + "\"><total>" + random.nextInt(1_000) + "</total></order>");
            case 2 -> binary(random, 1 + random.nextInt(300));
            case 3 -> Bytes.wrap(("caf\u00e9 " + i).getBytes(StandardCharsets.ISO_8859_1));
            default -> i % 10 == 4 ? Bytes.EMPTY : Bytes.utf8("plain " + i);
        });
    }

    private Headers headers(Random random, int i) {
        if (without.contains(MessagePart.HEADERS) || i % 3 == 2) {
            return Headers.NONE;
        }
        boolean typed = fine && !without.contains(MessagePart.HEADER_TYPES);
        boolean doubled = !without.contains(MessagePart.HEADER_DUPLICATES);
        List<Header> headers = new ArrayList<>();
        headers.add(text("zone", "eu-" + random.nextInt(3), typed));
        headers.add(Header.of("trace", binary(random, 16)));
        if (doubled) {
            headers.add(text("dup", "one", typed));
        }
        headers.add(text("attempt", Integer.toString(i), typed));
        headers.add(text("dup", "two", typed));
        if (i % 2 == 0) {
            headers.add(typed ? SeededHeaders.nothing("nothing") : Header.ofNull("nothing"));
            headers.add(Header.of("empty", Bytes.EMPTY));
            headers.add(text("Überschrift", "ä", typed));
        }
        if (typed && i % 4 == 0) {
            headers.addAll(SeededHeaders.ofManyTypes(i));
        }
        return Headers.of(headers);
    }

    private static Header text(String name, String value, boolean typed) {
        return typed ? SeededHeaders.text(name, value) : Header.of(name, value);
    }

    private static Bytes binary(Random random, int size) {
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        return Bytes.wrap(bytes);
    }
}
