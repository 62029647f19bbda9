package dev.brokerscope.plugin.kafka;

import dev.brokerscope.api.broker.PublishRequest;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.api.message.Header;
import dev.brokerscope.api.message.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/// Makes records of messages.
record KafkaRecords(PublishRequest request, int partitions) {

    ProducerRecord<byte[], byte[]> of(Message message) {
        return new ProducerRecord<>(request.target().name(), partition(message), timestamp(message),
                message.sharedKey(), message.sharedValue(), headers(message)); // the client copies both at once
    }

    /// The same each time, so that a resume knows what stands where. Keys go where Kafka's default partitioner puts
    /// them; that spreads messages without a key as it happens to fill batches, so those keep together by the partition
    /// they come from.
    int partition(Message message) {
        return switch (request.partitioning()) {
            case KEEP -> message.partition();
            case BY_KEY -> byKey(message);
            case ONE -> 0;
        };
    }

    private int byKey(Message message) {
        byte[] key = message.sharedKey();
        return key == null ? message.partition() % partitions : Utils.toPositive(Utils.murmur2(key)) % partitions;
    }

    /// The producer refuses negative ones, which the profile and the preflight say: such a message is written as of now.
    private @Nullable Long timestamp(Message message) {
        return request.keepTimestamp() && message.timestamp() >= 0 ? message.timestamp() : null;
    }

    private static List<org.apache.kafka.common.header.Header> headers(Message message) {
        if (message.headers().isEmpty()) {
            return List.of();
        }
        List<org.apache.kafka.common.header.Header> headers = new ArrayList<>(message.headers().size());
        for (Header header : message.headers().list()) {
            Optional<byte[]> value = header.value().map(Bytes::toArray);
            headers.add(new RecordHeader(header.nameText(), value.orElse(null)));
        }
        return headers;
    }
}
