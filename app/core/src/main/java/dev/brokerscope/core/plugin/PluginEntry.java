package dev.brokerscope.core.plugin;

import dev.brokerscope.api.broker.BrokerPlugin;
import dev.brokerscope.api.decode.DecoderPlugin;
import dev.brokerscope.api.fault.Fault;
import java.nio.file.Path;
import java.util.List;

/// What became of one plugin folder.
public sealed interface PluginEntry {

    Path folder();

    /// The folder's name, by which people know it even when it is broken.
    default String name() {
        return String.valueOf(folder().getFileName());
    }

    record Loaded(Path folder, List<BrokerPlugin> brokers, List<DecoderPlugin> decoders) implements PluginEntry {
        public Loaded {
            brokers = List.copyOf(brokers);
            decoders = List.copyOf(decoders);
        }
    }

    /// Left out, and why; everything else works.
    record Broken(Path folder, Fault fault) implements PluginEntry {}
}
