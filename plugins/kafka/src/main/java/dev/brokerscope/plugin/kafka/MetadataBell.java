package dev.brokerscope.plugin.kafka;

import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.common.ClusterResource;
import org.apache.kafka.common.ClusterResourceListener;
import org.apache.kafka.common.serialization.Deserializer;

/// Hands bytes through, and rings when the consumer learned anew which topics there are: only then can a topic that was
/// deleted and created anew be taken for its predecessor. Kafka tells that to deserializers, whatever they deserialize.
final class MetadataBell implements Deserializer<byte[]>, ClusterResourceListener {

    private final AtomicBoolean rung = new AtomicBoolean();

    @Override
    public byte[] deserialize(String topic, byte[] data) {
        return data;
    }

    @Override
    public void onUpdate(ClusterResource cluster) {
        rung.set(true);
    }

    /// Whether it rang since the last call.
    boolean rang() {
        return rung.getAndSet(false);
    }
}
