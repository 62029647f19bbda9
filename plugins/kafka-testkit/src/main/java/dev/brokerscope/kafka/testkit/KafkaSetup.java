package dev.brokerscope.kafka.testkit;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/// What a broker is started with: its ways in beside the plain one, broker properties that differ from the
/// defaults of this kit (one node, replication factor 1, no topics by accident, quick start), and its heap.
///
/// @param detour the port that the broker names for [Listener#DETOUR]; its own where absent
/// @param hot whether its Java compiles hot code fully, as that of a real broker does: dear at start, for measurements
public record KafkaSetup(Set<Listener> listeners, Map<String, String> properties, int heapMegabytes,
        OptionalInt detour, boolean hot) {

    public KafkaSetup {
        listeners = Set.copyOf(listeners);
        properties = Map.copyOf(properties);
    }

    /// Without a proxy.
    public KafkaSetup(Set<Listener> listeners, Map<String, String> properties, int heapMegabytes) {
        this(listeners, properties, heapMegabytes, OptionalInt.empty(), false);
    }

    /// A broker with the plain listener and 512 MB of heap.
    public static KafkaSetup plain() {
        return new KafkaSetup(Set.of(Listener.PLAIN), Map.of(), 512);
    }

    /// The same, with one more way in.
    public KafkaSetup with(Listener listener) {
        EnumSet<Listener> more = EnumSet.copyOf(listeners);
        more.add(listener);
        return new KafkaSetup(more, properties, heapMegabytes, detour, hot);
    }

    /// The same, with a property of `server.properties` set or replaced.
    public KafkaSetup with(String property, String value) {
        Map<String, String> more = new LinkedHashMap<>(properties);
        more.put(property, value);
        return new KafkaSetup(listeners, more, heapMegabytes, detour, hot);
    }

    /// The same, with one more way in, whose clients are sent to that port of this machine: a proxy that listens there
    /// sees everything that they say.
    public KafkaSetup behind(int proxyPort) {
        return new KafkaSetup(with(Listener.DETOUR).listeners(), properties, heapMegabytes, OptionalInt.of(proxyPort),
                hot);
    }

    /// The same, with a Java and a heap as a real broker's: for measurements.
    public KafkaSetup measured(int megabytes) {
        return new KafkaSetup(listeners, properties, megabytes, detour, true);
    }

    boolean encrypted() {
        return listeners.stream().anyMatch(Listener::encrypted);
    }
}
