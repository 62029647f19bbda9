package dev.brokerscope.api.decode;

import java.util.List;

/// Brings decoders; found by `ServiceLoader` in a plugin folder, in a class loader of its own.
public interface DecoderPlugin {

    /// Short and stable: `avro`.
    String id();

    /// For people.
    String name();

    String version();

    List<Decoder> decoders();
}
