package dev.brokerscope.testkit;

import dev.brokerscope.api.broker.WritableSession;
import dev.brokerscope.api.channel.ChannelId;

/// What a suite needs of a broker that can be written to.
public interface BrokerFixture extends SessionFixture {

    /// A new session that may write, closed by the test.
    WritableSession connectForWriting() throws Exception;

    /// A new channel without messages that keeps everything (no retention), another one on each call.
    ChannelId emptyChannel(int partitions) throws Exception;
}
