package dev.brokerscope.plugin.kafka;

import dev.brokerscope.api.message.AttributeValue;
import dev.brokerscope.api.message.Headers;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.TimestampType;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/// Makes messages of records without copying anything. One per cursor: it keeps the last leader epoch's object.
final class KafkaMessages {

    private int lastEpoch = -1;
    private AttributeValue lastValue = new AttributeValue.Whole(-1);

    Message of(ConsumerRecord<byte[], byte[]> record) {
        Message.Builder message = Message.at(record.partition(), 0, record.offset())
                .timestamp(record.timestamp(), type(record))
                .key(record.key())
                .value(record.value());
        Header[] headers = record.headers().toArray();
        if (headers.length > 0) {
            message.headers(new KafkaHeaders(headers));
        }
        Optional<Integer> epoch = record.leaderEpoch();
        return (epoch.isPresent() ? message.attribute(epoch(epoch.get())) : message).build();
    }

    private AttributeValue epoch(int epoch) {
        if (epoch != lastEpoch) {
            lastEpoch = epoch;
            lastValue = new AttributeValue.Whole(epoch);
        }
        return lastValue;
    }

    private static TimestampType type(ConsumerRecord<byte[], byte[]> record) {
        return switch (record.timestampType()) {
            case NO_TIMESTAMP_TYPE -> TimestampType.NONE;
            case CREATE_TIME -> TimestampType.CREATE;
            case LOG_APPEND_TIME -> TimestampType.APPEND;
        };
    }

    /// Key, value and headers of a record, in bytes.
    static long size(ConsumerRecord<byte[], byte[]> record) {
        long size = Math.max(0, record.serializedKeySize()) + Math.max(0, record.serializedValueSize());
        for (Header header : record.headers().toArray()) {
            byte[] value = header.value();
            size += header.key().length() + (value == null ? 0 : value.length);
        }
        return size;
    }

    /// Kafka's headers, wrapped when asked for.
    private record KafkaHeaders(Header[] array) implements Headers {

        @Override
        public int size() {
            return array.length;
        }

        @Override
        public dev.brokerscope.api.message.Header get(int index) {
            Header header = array[index];
            byte[] value = header.value();
            return value == null ? dev.brokerscope.api.message.Header.ofNull(header.key())
                    : dev.brokerscope.api.message.Header.of(header.key(),
                            dev.brokerscope.api.message.Bytes.wrap(value));
        }
    }
}
