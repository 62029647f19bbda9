package dev.brokerscope.core.restore;

import dev.brokerscope.api.broker.Publisher;
import dev.brokerscope.api.message.Message;
import java.util.OptionalInt;

/// Where messages go: the plan's map, then the publisher's own rule.
record Route(WriteRules rules, Publisher publisher) {

    /// The message as it is handed over. A partition that the map does not name stays: the preflight has blocked that.
    Message moved(Message message) {
        if (rules.map().isEmpty()) {
            return message;
        }
        int to = rules.map().get().to(message.partition()).orElse(message.partition());
        return message.movedTo(to, message.positionHi(), message.positionLo()).build();
    }

    /// The target's partition, where that is certain.
    OptionalInt partition(Message message) {
        Message moved = moved(message);
        OptionalInt told = publisher.partitionOf(moved);
        return told.isEmpty() && (rules.keepPartitions() || rules.map().isPresent())
                ? OptionalInt.of(moved.partition()) : told;
    }

    boolean refused(Message message) {
        return publisher.refusal(moved(message)).isPresent();
    }
}
