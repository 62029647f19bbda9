package dev.brokerscope.kafka.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/// One record as the broker holds it. A restore keeps {@link #content} and the partition; the offset may differ.
public record StoredMessage(int partition, long offset, Content content) {

    /// What makes two messages the same: null, empty and absent apart, headers in order with their duplicates.
    public record Content(long timestamp, String timestampType, Optional<Octets> key, Optional<Octets> value,
            List<NamedValue> headers) {}

    /// A header; its value can be null on the wire, which is not the same as empty.
    public record NamedValue(String name, Optional<Octets> value) {}

    static StoredMessage of(ConsumerRecord<byte[], byte[]> received) {
        List<NamedValue> headers = new ArrayList<>();
        for (Header header : received.headers()) {
            headers.add(new NamedValue(header.key(), Optional.ofNullable(header.value()).map(Octets::of)));
        }
        return new StoredMessage(received.partition(), received.offset(),
                new Content(received.timestamp(), received.timestampType().name,
                        Optional.ofNullable(received.key()).map(Octets::of),
                        Optional.ofNullable(received.value()).map(Octets::of), List.copyOf(headers)));
    }
}
