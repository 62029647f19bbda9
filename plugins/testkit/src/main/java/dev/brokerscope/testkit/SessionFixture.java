package dev.brokerscope.testkit;

import dev.brokerscope.api.broker.OpenRequest;
import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.channel.ChannelDetails;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.message.Message;
import java.util.List;

/// What a suite needs of the thing under test: fresh sessions, and one channel whose contents are known.
public interface SessionFixture {

    /// A channel that stays as it is.
    ///
    /// @param messages all that it holds for a reader of committed messages, in order within each partition, with their
    ///        positions; at least 60, over at least one partition
    record Filled(ChannelId channel, List<Message> messages) {
        public Filled {
            messages = List.copyOf(messages);
        }
    }

    /// A new session, closed by the test.
    Session connect() throws Exception;

    /// The same on each call.
    Filled filled() throws Exception;

    /// A request for everything, with the consent that the channel's profile asks for.
    static OpenRequest everything(ChannelDetails details) {
        return OpenRequest.everything(details.id()).consenting(details.profile().impact());
    }
}
