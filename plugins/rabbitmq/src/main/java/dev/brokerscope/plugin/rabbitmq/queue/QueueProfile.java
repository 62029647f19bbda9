package dev.brokerscope.plugin.rabbitmq.queue;

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
import dev.brokerscope.plugin.rabbitmq.connect.QueueFacts;
import dev.brokerscope.plugin.rabbitmq.publish.PublishedParts;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What browsing a very queue does to it. A queue has no other way to look at its messages than to take them out and put
/// them back.
///
/// @param version of the server; from 4.0 on quorum queues count deliveries up to 20 unless told otherwise
record QueueProfile(QueueFacts queue, String version) {

    private static final long LIMIT_OF_VERSION_4 = 20;

    ChannelProfile profile() {
        return new ChannelProfile(impact(), Set.of(StartKind.EARLIEST), EndKind.COUNT, PositionKind.SCAN, false,
                isClassic() ? OrderScope.PARTITION : OrderScope.NONE, Completeness.COMPLETE, keeps(), caveats());
    }

    private boolean isClassic() {
        return queue.type().equals(Optional.of("classic"));
    }

    /// Of a queue whose type could not be found out everything is feared.
    private Set<Impact> impact() {
        Set<Impact> impact =
                EnumSet.of(Impact.TRANSIENT_CONSUMER, Impact.HIDES_MESSAGES, Impact.MARKS_REDELIVERED);
        if (!isClassic()) {
            impact.add(Impact.REORDERS);
            impact.add(Impact.COUNTS_DELIVERIES);
        }
        if (deliveryLimit().isPresent() || mayBeLimited()) {
            impact.add(Impact.MAY_DROP_MESSAGES);
        }
        return impact;
    }

    /// How often a message is delivered before the queue gives it up; absent where it never does.
    Optional<Long> deliveryLimit() {
        if (isClassic()) {
            return Optional.empty();
        }
        Optional<Long> limit = queue.limit("delivery-limit");
        boolean limitedByDefault = !version.matches("[0-3]\\..*");
        return limit.or(() -> limitedByDefault ? Optional.of(LIMIT_OF_VERSION_4) : Optional.empty())
                .filter(n -> n >= 0);
    }

    /// Without the management API nobody tells the rules of policies, nor all arguments.
    private boolean mayBeLimited() {
        return !isClassic() && !queue.told().containsKey("name") && queue.limit("delivery-limit").isEmpty();
    }

    static Map<MessagePart, Keep> keeps() {
        return PublishedParts.keeping(Keep.LOST);
    }

    /// What happens, as one text.
    String consequences() {
        StringBuilder text = new StringBuilder("Browsing takes the messages of queue ").append(queue.name())
                .append(" out and puts them back: meanwhile its consumers do not see them, and afterwards they are"
                        + " marked as redelivered");
        if (!isClassic()) {
            text.append(queue.type().isPresent() ? ", may stand in another order"
                    : ", may stand in another order (the type of the queue is not known)")
                    .append(" and count one delivery more");
        }
        text.append('.');
        deliveryLimit().filter(_ -> !mayBeLimited())
                .ifPresent(limit -> text.append(" Its delivery limit is ").append(limit)
                        .append(limit == 1 ? " delivery" : " deliveries")
                        .append(": a message that was delivered more often is ")
                        .append(fate()).append('.'));
        if (mayBeLimited()) {
            text.append(
                    " It may have a delivery limit, which only the management API tells: a message that was delivered"
                            + " more often would be deleted or sent to the dead letter exchange.");
        }
        return text.toString();
    }

    private String fate() {
        return queue.rule("dead-letter-exchange")
                .map(exchange -> "sent to exchange " + (exchange.toString().isEmpty() ? "(default)" : exchange))
                .orElse("deleted, since there is no dead letter exchange");
    }

    private List<Caveat> caveats() {
        List<Caveat> caveats = new ArrayList<>();
        caveats.add(new Caveat("impact", consequences()));
        queue.whole("consumers").filter(n -> n > 0).ifPresent(n -> caveats.add(new Caveat("consumers",
                (n == 1 ? "1 consumer takes" : n + " consumers take")
                        + " messages of this queue meanwhile: some may be missed, and what they hold unacknowledged is"
                        + " not seen.")));
        if (!isClassic()) {
            caveats.add(new Caveat("order", "A part that is browsed comes back behind what was browsed before: read the"
                    + " queue whole, or its order turns."));
        }
        queue.limit("message-ttl").ifPresent(ttl -> caveats.add(new Caveat("ttl", "Its messages live " + ttl
                + " ms; those that pass that age while they are held are gone afterwards.")));
        queue.limit("max-length").ifPresent(most -> caveats.add(new Caveat("max-length", "It holds at most " + most
                + " messages: what arrives while it is browsed may push the oldest out when they are put back.")));
        caveats.add(new Caveat("tap",
                "To watch without touching the queue, open one of its exchanges: its messages are copied from then on."));
        caveats.add(
                new Caveat("mark", "What a message of this protocol has no place for (a key, a value that is none, a"
                        + " time finer than seconds) is restored in a header \"_brokerscope\"."));
        caveats.add(new Caveat("headers", "The client library loses the order of headers; they are sorted by name."));
        caveats.add(new Caveat("expiry", "A time to live begins anew when a message is restored; its user id is kept"
                + " only where it is the connection's own user; exchange and routing key are those of the restore."));
        return caveats;
    }
}
