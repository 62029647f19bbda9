package dev.brokerscope.faults.source;

import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.api.message.Header;
import dev.brokerscope.api.message.Headers;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.TimestampType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Messages that follow from their position alone: any number of them, in any process, the same each time.
///
/// @param messages positions of each partition
/// @param size bytes of a value
/// @param holeEvery each so manieth position holds no message; 0 for none
/// @param pauseMicros how long the source thinks about each batch
public record Workload(int partitions, long messages, int size, int holeEvery, int pauseMicros) {

    private static final int VARIANTS = 64;
    private static final long FIRST_TIME = 1_790_000_000_000L;

    public String text() {
        return partitions + "," + messages + "," + size + "," + holeEvery + "," + pauseMicros;
    }

    public static Workload parse(String text) {
        String[] parts = text.split(",");
        return new Workload(Integer.parseInt(parts[0]), Long.parseLong(parts[1]), Integer.parseInt(parts[2]),
                Integer.parseInt(parts[3]), Integer.parseInt(parts[4]));
    }

    /// Messages of all partitions.
    public long total() {
        return partitions * (messages - (holeEvery == 0 ? 0 : messages / holeEvery));
    }

    boolean hole(long offset) {
        return holeEvery != 0 && offset % holeEvery == holeEvery - 1;
    }

    /// Bodies that compress like text with numbers in it.
    List<byte[]> bodies() {
        SplittableRandom random = new SplittableRandom(size);
        List<byte[]> bodies = new ArrayList<>();
        for (int i = 0; i < VARIANTS; i++) {
            StringBuilder text = new StringBuilder("{\"number\":000000000000");
            while (text.length() < size) {
                text.append(",\"field-").append(random.nextInt(40)).append("\":").append(random.nextInt(1_000_000));
            }
            byte[] body = text.substring(0, size).getBytes(StandardCharsets.ISO_8859_1);
            bodies.add(body);
        }
        return bodies;
    }

    static Message message(List<byte[]> bodies, int partition, long offset) {
        Message.Builder message = Message.at(partition, 0, offset)
                .timestamp(FIRST_TIME + offset * 10 - offset % 7 * 1_000, TimestampType.CREATE);
        if (offset % 7 != 3) {
            message.key(("key-" + offset % 1_000).getBytes(StandardCharsets.ISO_8859_1));
        }
        if (offset % 13 != 6) {
            message.value(numbered(bodies.get((int) ((offset + partition) % VARIANTS)), offset));
        }
        if (offset % 5 == 0) {
            message.headers(Headers.of(Header.of("trace", Bytes.utf8("t" + offset)), Header.of("dup", "one"),
                    Header.ofNull("dup")));
        }
        return message.build();
    }

    private static byte[] numbered(byte[] body, long offset) {
        byte[] value = body.clone();
        long rest = offset;
        for (int at = Math.min(21, value.length - 1); at >= 10 && rest > 0; at--) {
            value[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        return value;
    }
}
