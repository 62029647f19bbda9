package dev.brokerscope.kafka.testkit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Damages what a running broker keeps, as a bad disk would: one bit of one record batch, so that its checksum no longer
/// matches. The broker hands such a batch out unseen; a consumer finds it.
public record DamagedLog(KafkaServer server) {

    private static final int BASE_OFFSET_AND_SIZE = 12;
    private static final int LAST_OFFSET_DELTA = 23;
    private static final int RECORDS = 61;

    /// The offsets of a batch.
    public record Batch(long first, long last) {}

    /// Damages the batch that holds the offset, in the first segment of the partition.
    public Batch damage(String topic, int partition, long offset) throws IOException {
        Path segment = server.log(topic, partition).resolve("00000000000000000000.log");
        try (FileChannel file = FileChannel.open(segment, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long at = 0;
            while (at + RECORDS < file.size()) {
                ByteBuffer head = ByteBuffer.allocate(RECORDS);
                file.read(head, at);
                long first = head.getLong(0);
                long last = first + head.getInt(LAST_OFFSET_DELTA);
                if (first <= offset && offset <= last) {
                    flip(file, at + RECORDS);
                    return new Batch(first, last);
                }
                at += BASE_OFFSET_AND_SIZE + head.getInt(8);
            }
        }
        throw new IllegalArgumentException(segment + " holds no offset " + offset);
    }

    private static void flip(FileChannel file, long at) throws IOException {
        ByteBuffer one = ByteBuffer.allocate(1);
        file.read(one, at);
        one.put(0, (byte) (one.get(0) ^ 4)).rewind();
        file.write(one, at);
        file.force(false);
    }
}
