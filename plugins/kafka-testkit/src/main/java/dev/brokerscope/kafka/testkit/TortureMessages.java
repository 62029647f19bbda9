package dev.brokerscope.kafka.testkit;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/// The seeded source of difficult messages.
final class TortureMessages {

    private static final int MEGABYTE = 1 << 20;
    private static final long NOON = 1_790_000_000_000L;
    private static final List<String> HEADER_NAMES = List.of("dup", "dup", "trace", "Größe", "", "none");
    private static final List<Long> ODD_TIMES = List.of(0L, 1L, 999L, 253_402_300_800_000L, Long.MAX_VALUE - 1);

    private final String topic;
    private final int partitions;
    private final SplittableRandom random;
    private long count;

    TortureMessages(String topic, int partitions, long seed) {
        this.topic = topic;
        this.partitions = partitions;
        this.random = new SplittableRandom(seed);
    }

    ProducerRecord<byte[], byte[]> next() {
        count++;
        return new ProducerRecord<>(topic, random.nextInt(partitions), time(), key(), value(), headers());
    }

    private long time() {
        return random.nextInt(20) == 0 ? ODD_TIMES.get(random.nextInt(ODD_TIMES.size()))
                : NOON + count * 250 - random.nextInt(2_000);
    }

    private byte @Nullable [] key() {
        return switch (random.nextInt(8)) {
            case 0 -> null;
            case 1 -> new byte[0];
            case 2 -> bytes(random.nextInt(1, 40));
            default -> text("key-" + random.nextInt(200));
        };
    }

    private byte @Nullable [] value() {
        return switch (random.nextInt(12)) {
            case 0 -> null;
            case 1 -> new byte[0];
            case 2 -> bytes(random.nextInt(1, 4_000));
            case 3 -> text("{\"cut\":\"in the middle of a str");
            case 4 -> random.nextInt(40) == 0 ? bytes(MEGABYTE) : bytes(16);
            default -> text("{\"number\":" + random.nextLong() + ",\"text\":\"Grüße " + count + "\"}");
        };
    }

    private Iterable<Header> headers() {
        RecordHeaders headers = new RecordHeaders();
        for (int i = random.nextInt(6); i > 0; i--) {
            headers.add(HEADER_NAMES.get(random.nextInt(HEADER_NAMES.size())), headerValue());
        }
        return headers;
    }

    private byte @Nullable [] headerValue() {
        return switch (random.nextInt(4)) {
            case 0 -> null;
            case 1 -> new byte[0];
            case 2 -> bytes(random.nextInt(1, 20));
            default -> text("value " + random.nextInt(10));
        };
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
