package dev.brokerscope.sample.broker;

import dev.brokerscope.api.channel.ChannelProfile;
import dev.brokerscope.api.channel.ChannelProfile.Completeness;
import dev.brokerscope.api.channel.ChannelProfile.EndKind;
import dev.brokerscope.api.channel.ChannelProfile.OrderScope;
import dev.brokerscope.api.channel.ChannelProfile.PositionKind;
import dev.brokerscope.api.channel.ChannelProfile.StartKind;
import dev.brokerscope.api.channel.Keep;
import dev.brokerscope.api.channel.MessagePart;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a file of lines allows. The contract suite measures every claim; what is not named here does not exist.
final class FolderProfile {

    static final ChannelProfile PROFILE = new ChannelProfile(Set.of(),
            Set.of(StartKind.EARLIEST, StartKind.LATEST, StartKind.LAST_N, StartKind.POSITION), EndKind.POSITION,
            PositionKind.STABLE, true, OrderScope.CHANNEL, Completeness.COMPLETE,
            Map.of(MessagePart.VALUE, Keep.EXACT, MessagePart.ORDER, Keep.EXACT, MessagePart.POSITION, Keep.LOST),
            List.of());

    private FolderProfile() {}
}
