package dev.brokerscope.kafka.testkit;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// What a broker is started with: its ways in beside the plain one, broker properties that differ from the
/// defaults of this kit (one node, replication factor 1, no topics by accident, quick start), and its heap.
public record KafkaSetup(Set<Listener> listeners, Map<String, String> properties, int heapMegabytes) {

    public KafkaSetup {
        listeners = Set.copyOf(listeners);
        properties = Map.copyOf(properties);
    }

    /// A broker with the plain listener and 512 MB of heap.
    public static KafkaSetup plain() {
        return new KafkaSetup(Set.of(Listener.PLAIN), Map.of(), 512);
    }

    /// The same, with one more way in.
    public KafkaSetup with(Listener listener) {
        EnumSet<Listener> more = EnumSet.copyOf(listeners);
        more.add(listener);
        return new KafkaSetup(more, properties, heapMegabytes);
    }

    /// The same, with a property of `server.properties` set or replaced.
    public KafkaSetup with(String property, String value) {
        Map<String, String> more = new LinkedHashMap<>(properties);
        more.put(property, value);
        return new KafkaSetup(listeners, more, heapMegabytes);
    }

    boolean encrypted() {
        return listeners.stream().anyMatch(Listener::encrypted);
    }
}
