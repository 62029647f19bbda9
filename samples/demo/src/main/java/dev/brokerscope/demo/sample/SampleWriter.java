package dev.brokerscope.demo.sample;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/// Sends sample messages; the first refusal of the broker is kept and thrown by {@link #close}.
public final class SampleWriter implements AutoCloseable {

    private static final int LARGEST = 8 << 20;

    private final Map<String, Object> client;
    private final KafkaProducer<byte[], byte[]> producer;
    private final AtomicReference<Exception> refused = new AtomicReference<>();
    private final AtomicLong written = new AtomicLong();
    private final Callback counting = (metadata, failure) -> {
        if (failure == null) {
            written.incrementAndGet();
        } else {
            refused.compareAndSet(null, failure);
        }
    };

    /// A writer with a plain client's properties.
    public SampleWriter(Map<String, Object> client) {
        this.client = client;
        this.producer = producer(Map.of("linger.ms", 5));
    }

    /// Sends one message.
    public void send(ProducerRecord<byte[], byte[]> message) {
        producer.send(message, counting);
    }

    /// Sends messages in one transaction, which is committed.
    public void commit(List<ProducerRecord<byte[], byte[]>> messages) {
        inTransaction(messages, true);
    }

    /// Sends messages in one transaction and aborts it: they take offsets, and no committed reader ever sees them.
    public void abort(List<ProducerRecord<byte[], byte[]>> messages) {
        inTransaction(messages, false);
    }

    /// How many messages the broker has taken so far, aborted ones included.
    public long written() {
        producer.flush();
        return written.get();
    }

    @Override
    public void close() {
        producer.close();
        Exception first = refused.get();
        if (first != null) {
            throw new IllegalStateException("The broker refused a sample message: " + first.getMessage(), first);
        }
    }

    private void inTransaction(List<ProducerRecord<byte[], byte[]>> messages, boolean keep) {
        producer.flush();
        try (KafkaProducer<byte[], byte[]> transactional = producer(Map.of("transactional.id", "brokerscope-demo"))) {
            transactional.initTransactions();
            transactional.beginTransaction();
            messages.forEach(message -> transactional.send(message, counting));
            transactional.flush();
            if (keep) {
                transactional.commitTransaction();
            } else {
                transactional.abortTransaction();
            }
        }
    }

    private KafkaProducer<byte[], byte[]> producer(Map<String, Object> more) {
        Map<String, Object> properties = new HashMap<>(client);
        properties.put("max.request.size", LARGEST);
        properties.put("max.in.flight.requests.per.connection", 1);
        properties.putAll(more);
        return new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    }
}
