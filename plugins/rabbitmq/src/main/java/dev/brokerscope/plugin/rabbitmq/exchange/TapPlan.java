package dev.brokerscope.plugin.rabbitmq.exchange;

import dev.brokerscope.api.broker.End;
import dev.brokerscope.api.broker.OpenRequest;
import dev.brokerscope.api.broker.Start;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.plugin.rabbitmq.connect.BindingFacts;
import dev.brokerscope.plugin.rabbitmq.connect.ExchangeFacts;
import dev.brokerscope.plugin.rabbitmq.connect.Inventory;
import dev.brokerscope.plugin.rabbitmq.connect.RabbitFaults;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// How one exchange is tapped.
///
/// @param keys what the temporary queue is bound with
record TapPlan(OpenRequest request, Name name, boolean reads, Set<String> keys) {

    /// Of the temporary queue, so that a reader that sleeps does not fill the server.
    static final long MOST_BYTES = 256L << 20;

    /// @param key the third part of the channel's name
    record Name(String exchange, Optional<String> key) {

        static Name of(ChannelId channel) {
            List<String> path = channel.path();
            return new Name(path.get(1), path.size() > 2
                    ? Optional.of(String.join("/", path.subList(2, path.size()))) : Optional.empty());
        }

        String what() {
            return exchange.isEmpty() ? "default exchange" : "exchange " + exchange;
        }
    }

    static TapPlan of(OpenRequest request, ExchangeFacts facts, Inventory inventory)
            throws FaultException, InterruptedException {
        Name name = Name.of(request.channel());
        for (int number : request.partitions().orElse(Set.of())) {
            if (number != 0) {
                throw RabbitFaults.noPartition(name.what(), number);
            }
        }
        if (!(request.start() instanceof Start.Latest) || !(request.end() instanceof End.Follow)) {
            throw unsupported("An exchange holds no messages (" + name.what() + ").",
                    "Follow it from now on, or browse one of its queues.");
        }
        if (facts.name().isEmpty()) {
            throw unsupported("The default exchange cannot be tapped: it only leads to queues by their names.",
                    "Browse the queue.");
        }
        return new TapPlan(request, name, request.partitions().map(p -> p.contains(0)).orElse(true),
                keys(name, facts, inventory));
    }

    private static Set<String> keys(Name name, ExchangeFacts facts, Inventory inventory)
            throws FaultException, InterruptedException {
        if (name.key().isPresent()) {
            return Set.of(name.key().get());
        }
        if (!facts.type().equals(Optional.of("direct"))) {
            return Set.of("#");
        }
        Optional<List<BindingFacts>> bindings = inventory.bindingsFrom(facts.name());
        Set<String> keys = bindings.map(all -> Set.copyOf(all.stream().map(BindingFacts::routingKey).distinct()
                .toList())).orElse(Set.of());
        if (keys.isEmpty()) {
            throw unsupported("A direct exchange copies only keys that it is asked for, and " + (bindings.isPresent()
                    ? "nothing is bound to " + name.exchange()
                    : "without the management API nobody tells which there are")
                    + ".", "Name the key: exchange/" + name.exchange() + "/KEY.");
        }
        return keys;
    }

    private static FaultException unsupported(String message, String remedy) {
        return new FaultException(FaultKind.UNSUPPORTED, "rabbitmq.exchange-range", message, remedy);
    }
}
