package dev.brokerscope.demo.other;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A message of a sample topic, without its place.
///
/// @param headers names and values in order, without those that are null
public record Sample(long time, Optional<byte[]> key, Optional<byte[]> value, List<Map.Entry<String, byte[]>> headers) {

    public Sample {
        headers = List.copyOf(headers);
    }
}
