package dev.brokerscope.brokers;

import dev.brokerscope.api.broker.BrokerPlugin;
import dev.brokerscope.api.broker.ChannelCreation;
import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.broker.WritableSession;
import dev.brokerscope.api.channel.ChannelDefinition;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.channel.ChannelKind;
import dev.brokerscope.api.settings.Settings;
import dev.brokerscope.core.restore.RestoreTarget;
import dev.brokerscope.testkit.TestHost;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// One kind of channel of one running broker.
record Side(BrokerPlugin plugin, Settings settings, ChannelKind kind) {

    /// @param kind the id of one of the plugin's kinds
    static Side of(BrokerPlugin plugin, Settings settings, String kind) {
        return new Side(plugin, settings, plugin.descriptor().kinds().stream().filter(k -> k.id().equals(kind))
                .findFirst().orElseThrow());
    }

    Session connect() throws Exception {
        return plugin.connect(settings, TestHost.withoutSecrets());
    }

    WritableSession writing() throws Exception {
        return plugin.writeAccess().orElseThrow().connect(settings, TestHost.withoutSecrets());
    }

    ChannelId fresh() {
        return ChannelId.of(kind.id(), "crossing-" + UUID.randomUUID().toString().substring(0, 8));
    }

    void create(WritableSession session, ChannelId channel, int partitions) throws Exception {
        session.writeExtension(ChannelCreation.class).orElseThrow().create(channel,
                new ChannelDefinition(partitions, Optional.of(1), List.of()));
    }

    RestoreTarget target(Session session) {
        return new RestoreTarget(plugin.descriptor().id(), toString(), List.of(kind), session);
    }

    @Override
    public String toString() {
        return plugin.descriptor().id() + " " + kind.id();
    }
}
