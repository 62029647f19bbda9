package dev.brokerscope.plugin.memory;

import dev.brokerscope.api.broker.WritableSession;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.channel.Impact;
import dev.brokerscope.testkit.BrokerContract;
import java.util.Set;

/// The contract on channels whose reading needs consent.
final class MemoryConsentTest extends BrokerContract {

    private final MemoryBroker broker = new MemoryBroker("consent");
    private int channels;

    @Override
    public MemorySession connect() throws Exception {
        return broker.connect();
    }

    @Override
    public WritableSession connectForWriting() throws Exception {
        return broker.connect();
    }

    @Override
    public ChannelId emptyChannel(int partitions) throws Exception {
        ChannelId channel = broker.create("channel-" + ++channels, partitions);
        broker.impact(channel.name(), Set.of(Impact.MARKS_REDELIVERED, Impact.TRANSIENT_CONSUMER));
        return channel;
    }
}
