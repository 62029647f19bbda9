package dev.brokerscope.testkit;

import dev.brokerscope.api.broker.WritableSession;
import dev.brokerscope.api.channel.ChannelId;
import java.util.Optional;

/// What a suite needs of a broker that can be written to.
public interface BrokerFixture extends SessionFixture {

    /// A new session that may write, closed by the test.
    WritableSession connectForWriting() throws Exception;

    /// A new channel without messages that keeps everything (no retention), another one on each call.
    ChannelId emptyChannel(int partitions) throws Exception;

    /// A client that shares no code with the plugin. Without one the impact of reading is believed, not measured.
    default Optional<Witness> witness() {
        return Optional.empty();
    }

    /// A channel that the broker hands out only in part, with all the messages that were put into it: the proof of a
    /// profile that claims no completeness.
    default Optional<Filled> lossy() throws Exception {
        return Optional.empty();
    }

    /// What is measured here, for people: `Redis stream`. With a title, the measured profile is held against the one on
    /// record; without, nothing is recorded.
    default String title() {
        return "";
    }
}
