package dev.brokerscope.kafka.testkit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/// Fingerprint of a partition: how many messages, and SHA-256 over timestamp, key, value and headers of each in order.
public record PartitionDigest(long count, String sha256) {

    static final class Builder {

        private static final int NONE = -1;

        private final MessageDigest digest;
        private long count;

        Builder() {
            try {
                this.digest = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        void add(ConsumerRecord<byte[], byte[]> message) {
            count++;
            digest.update(
                    ByteBuffer.allocate(12).putLong(message.timestamp()).putInt(message.timestampType().id).flip());
            bytes(message.key());
            bytes(message.value());
            for (Header header : message.headers()) {
                bytes(header.key().getBytes(StandardCharsets.UTF_8));
                bytes(header.value());
            }
        }

        PartitionDigest build() {
            return new PartitionDigest(count, HexFormat.of().formatHex(digest.digest()));
        }

        private void bytes(byte @Nullable [] bytes) {
            digest.update(ByteBuffer.allocate(4).putInt(bytes == null ? NONE : bytes.length).flip());
            if (bytes != null) {
                digest.update(bytes);
            }
        }
    }
}
