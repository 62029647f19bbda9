package dev.brokerscope.plugin.rabbitmq.exchange;

import dev.brokerscope.api.channel.ChannelProfile;
import dev.brokerscope.api.channel.ChannelProfile.Caveat;
import dev.brokerscope.api.channel.ChannelProfile.Completeness;
import dev.brokerscope.api.channel.ChannelProfile.EndKind;
import dev.brokerscope.api.channel.ChannelProfile.OrderScope;
import dev.brokerscope.api.channel.ChannelProfile.PositionKind;
import dev.brokerscope.api.channel.ChannelProfile.StartKind;
import dev.brokerscope.api.channel.Impact;
import dev.brokerscope.api.channel.Keep;
import dev.brokerscope.api.channel.MessagePart;
import dev.brokerscope.plugin.rabbitmq.publish.PublishedParts;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What an exchange allows: it holds nothing, but what comes from now on can be copied.
final class ExchangeProfile {

    private static final List<Caveat> CAVEATS = List.of(
            new Caveat("tap",
                    "An exchange holds no messages. Opening it binds a temporary queue of our own to it, which"
                            + " gets a copy of what is published from then on; no other queue notices."),
            new Caveat("lossy", "Whoever reads too slowly misses the oldest: the temporary queue holds at most "
                    + (TapPlan.MOST_BYTES >> 20) + " MiB."),
            new Caveat("mandatory", "While it is open, a message that no other queue takes is not returned to its"
                    + " publisher, since the temporary queue takes it."),
            new Caveat("key", "A third part is the routing key, as in exchange/NAME/KEY: which messages are copied, or"
                    + " with which key all are restored. Without it each message is restored with the key it had."));

    private ExchangeProfile() {}

    static ChannelProfile of(TapPlan.Name name) {
        return new ChannelProfile(Set.of(Impact.TRANSIENT_CONSUMER), Set.of(StartKind.LATEST), EndKind.NONE,
                PositionKind.SCAN, false, OrderScope.PARTITION, Completeness.LIVE_LOSSY, keeps(name), CAVEATS);
    }

    static Map<MessagePart, Keep> keeps(TapPlan.Name name) {
        return PublishedParts.keeping(name.key().isPresent() ? Keep.LOST : Keep.EXACT);
    }
}
