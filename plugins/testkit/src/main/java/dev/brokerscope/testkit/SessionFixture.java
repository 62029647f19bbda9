package dev.brokerscope.testkit;

import dev.brokerscope.api.broker.End;
import dev.brokerscope.api.broker.OpenRequest;
import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.broker.Start;
import dev.brokerscope.api.channel.ChannelDetails;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.channel.ChannelProfile.StartKind;
import dev.brokerscope.api.message.Message;
import java.util.List;
import java.util.Optional;

/// What a suite needs of the thing under test: fresh sessions, and one channel whose contents are known.
public interface SessionFixture {

    /// A channel that stays as it is.
    ///
    /// @param messages all that it holds for a reader of committed messages, in order within each partition, with their
    ///        positions; at least 60, over at least one partition. Where positions are ordinals of a scan, they count from
    ///        0
    record Filled(ChannelId channel, List<Message> messages) {
        public Filled {
            messages = List.copyOf(messages);
        }
    }

    /// A new session, closed by the test.
    Session connect() throws Exception;

    /// The same on each call.
    Filled filled() throws Exception;

    /// The folder of the channel tree that lists the channel; absent for the top level.
    default Optional<ChannelId> folder(ChannelId channel) {
        return channel.path().size() == 1 ? Optional.empty()
                : Optional.of(new ChannelId(channel.kind(), channel.path().subList(0, channel.path().size() - 1)));
    }

    /// A request for everything, with the consent that the channel's profile asks for.
    static OpenRequest everything(ChannelDetails details) {
        return OpenRequest.everything(details.id()).consenting(details.profile().impact());
    }

    /// As much as the channel gives: everything, or, where it keeps nothing, all that comes from now on.
    static OpenRequest most(ChannelDetails details) {
        return details.profile().starts().contains(StartKind.EARLIEST) ? everything(details)
                : everything(details).from(new Start.Latest()).to(new End.Follow());
    }
}
