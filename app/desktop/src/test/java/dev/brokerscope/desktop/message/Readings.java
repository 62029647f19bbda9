package dev.brokerscope.desktop.message;

import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.decode.SchemaSource;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.core.decode.DecodeChoices;
import dev.brokerscope.core.decode.DecoderChain;
import dev.brokerscope.core.place.Places;
import dev.brokerscope.core.plugin.PluginHost;
import dev.brokerscope.plugin.memory.MemoryBroker;
import dev.brokerscope.plugin.memory.MemorySession;
import java.nio.file.Path;
import java.util.List;

/// Channels of a broker in memory, as a tab reads them.
public final class Readings {

    private static final SchemaSource NO_SCHEMAS = id -> {
        throw new FaultException(FaultKind.NOT_FOUND, "schema.unknown", "No schema " + id + ".", "");
    };

    private Readings() {}

    /// With text and hex only.
    public static ChannelReading plain(MemoryBroker broker, ChannelId channel, Path folder) throws Exception {
        return of(broker, channel, folder, new DecoderChain(List.of()));
    }

    /// With the decoders of this build.
    public static ChannelReading decoding(MemoryBroker broker, ChannelId channel, Path folder) throws Exception {
        PluginHost plugins = PluginHost.load(List.of(Path.of("target", "plugins")), Places.under(folder));
        return of(broker, channel, folder, new DecoderChain(plugins.decoders()));
    }

    private static ChannelReading of(MemoryBroker broker, ChannelId channel, Path folder, DecoderChain decoders)
            throws Exception {
        MemorySession session = broker.connect();
        return new ChannelReading("test", session, NO_SCHEMAS, decoders,
                DecodeChoices.load(folder.resolve("decode-as.json")), session.describe(channel), true);
    }
}
