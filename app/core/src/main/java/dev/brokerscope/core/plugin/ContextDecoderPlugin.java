package dev.brokerscope.core.plugin;

import dev.brokerscope.api.decode.Decoder;
import dev.brokerscope.api.decode.DecoderPlugin;
import java.util.List;

/// A decoder plugin, asked once: its decoders run in the plugin's context.
record ContextDecoderPlugin(String id, String name, String version, List<Decoder> decoders) implements DecoderPlugin {

    static DecoderPlugin of(DecoderPlugin plugin, PluginContext context) {
        return context.ask(() -> new ContextDecoderPlugin(plugin.id(), plugin.name(), plugin.version(),
                plugin.decoders().stream().<Decoder>map(d -> new ContextDecoder(d, context)).toList()));
    }
}
