package dev.brokerscope.testkit;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.api.broker.PublishRequest;
import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.broker.WritableSession;
import dev.brokerscope.api.channel.ChannelDetails;
import dev.brokerscope.api.channel.ChannelProfile.OrderScope;
import dev.brokerscope.api.channel.ChannelProfile.StartKind;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.api.message.Message;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// Messages come in the order that the profile claims, each time they are read; and not in a stronger one.
public interface OrderContract extends BrokerFixture {

    /// Readings after which an order that was never broken counts as kept.
    int READINGS = 4;

    @Test
    default void keepsTheOrderThatItClaims() throws Exception {
        try (WritableSession session = connectForWriting()) {
            ChannelDetails details = session.describe(emptyChannel(3));
            Assumptions.assumeTrue(details.profile().starts().contains(StartKind.EARLIEST), "keeps nothing to read");
            OrderScope claimed = details.profile().order();
            OrderScope found = measured(session, details, publish(session, details));
            // with one partition its order is the order of the channel
            boolean same = claimed == found || details.partitions().size() == 1
                    && found == OrderScope.CHANNEL && claimed == OrderScope.PARTITION;
            assertTrue(same,
                    () -> "the order is claimed to be that of " + claimed + ", and found to be that of "
                            + found + " in " + READINGS + " readings");
        }
    }

    private static OrderScope measured(Session session, ChannelDetails details, List<Message> sent) throws Exception {
        OrderScope found = OrderScope.CHANNEL;
        for (int i = 0; i < READINGS; i++) {
            List<Message> read = Readout.of(session, SessionFixture.everything(details)).messages();
            OrderScope kept = kept(sent, read);
            found = strength(kept) < strength(found) ? kept : found;
            ImpactContract.breakOff(session, details);
        }
        return found;
    }

    private static int strength(OrderScope scope) {
        return switch (scope) {
            case CHANNEL -> 3;
            case PARTITION -> 2;
            case PER_KEY -> 1;
            case NONE -> 0;
        };
    }

    private static OrderScope kept(List<Message> sent, List<Message> read) {
        if (values(sent).equals(values(read))) {
            return OrderScope.CHANNEL;
        }
        Map<Integer, List<Message>> left = Readout.byPartition(sent);
        Map<Integer, List<Message>> right = Readout.byPartition(read);
        boolean inEach = left.entrySet().stream()
                .allMatch(e -> values(e.getValue()).equals(values(right.getOrDefault(e.getKey(), List.of()))));
        if (inEach) {
            return OrderScope.PARTITION;
        }
        boolean keyed = sent.stream().anyMatch(m -> m.key().isPresent());
        return keyed && byKey(sent).equals(byKey(read)) ? OrderScope.PER_KEY : OrderScope.NONE;
    }

    private static List<Optional<Bytes>> values(List<Message> messages) {
        return messages.stream().map(Message::value).toList();
    }

    private static Map<Bytes, List<Optional<Bytes>>> byKey(List<Message> messages) {
        Map<Bytes, List<Optional<Bytes>>> byKey = new LinkedHashMap<>();
        messages.forEach(m -> m.key().ifPresent(key -> byKey.computeIfAbsent(key, _ -> new ArrayList<>())
                .add(m.value())));
        return Map.copyOf(byKey);
    }

    private static List<Message> publish(WritableSession session, ChannelDetails details) throws Exception {
        List<Message> messages = SeededMessages.ofThisRun().fitting(details.profile())
                .generate(120, details.partitions().size());
        Publishing.allOf(session, PublishRequest.restore(details.id()), messages, details.attributes());
        return messages;
    }
}
