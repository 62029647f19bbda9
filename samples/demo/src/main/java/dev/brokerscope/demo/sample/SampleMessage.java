package dev.brokerscope.demo.sample;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;

/// Builds one message in words: what is not said is absent (no key, no value: a tombstone, no headers).
final class SampleMessage {

    private final String topic;
    private final long time;
    private final RecordHeaders headers = new RecordHeaders();
    private Optional<Integer> partition = Optional.empty();
    private Optional<byte[]> key = Optional.empty();
    private Optional<byte[]> value = Optional.empty();

    private SampleMessage(String topic, long time) {
        this.topic = topic;
        this.time = time;
    }

    static SampleMessage to(String topic, long time) {
        return new SampleMessage(topic, time);
    }

    SampleMessage key(String text) {
        return key(bytes(text));
    }

    SampleMessage key(byte[] bytes) {
        key = Optional.of(bytes);
        return this;
    }

    SampleMessage value(String text) {
        return value(bytes(text));
    }

    SampleMessage value(byte[] bytes) {
        value = Optional.of(bytes);
        return this;
    }

    SampleMessage partition(int number) {
        partition = Optional.of(number);
        return this;
    }

    SampleMessage header(String name, String text) {
        return header(name, bytes(text));
    }

    SampleMessage header(String name, byte[] bytes) {
        headers.add(name, bytes);
        return this;
    }

    /// A header whose value is null on the wire, which is not the same as empty.
    SampleMessage nullHeader(String name) {
        headers.add(name, null);
        return this;
    }

    ProducerRecord<byte[], byte[]> build() {
        return new ProducerRecord<>(topic, partition.orElse(null), time, key.orElse(null), value.orElse(null), headers);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
