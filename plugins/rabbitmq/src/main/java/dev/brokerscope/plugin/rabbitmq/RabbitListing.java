package dev.brokerscope.plugin.rabbitmq;

import dev.brokerscope.api.broker.ListQuery;
import dev.brokerscope.api.broker.Page;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.channel.ChannelNode;
import dev.brokerscope.api.channel.ChannelNode.Role;
import dev.brokerscope.api.channel.Count;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.plugin.rabbitmq.connect.ExchangeFacts;
import dev.brokerscope.plugin.rabbitmq.connect.Inventory;
import dev.brokerscope.plugin.rabbitmq.connect.QueueFacts;
import dev.brokerscope.plugin.rabbitmq.connect.RabbitKinds;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The tree: queues and streams, and a folder with the exchanges.
record RabbitListing(Inventory inventory) {

    /// Without the management API nobody tells what else there is.
    private static final String INCOMPLETE = "list incomplete";

    private static final Set<Role> BOTH = Set.of(Role.SOURCE, Role.TARGET);

    Page<ChannelNode> page(Optional<ChannelId> parent, ListQuery query) throws FaultException, InterruptedException {
        TreeMap<String, ChannelNode> nodes = new TreeMap<>();
        Stream<ChannelNode> all = parent.isEmpty() ? top(query)
                : parent.get().equals(RabbitKinds.EXCHANGES) ? exchanges() : Stream.empty();
        String wanted = query.contains().toLowerCase(Locale.ROOT);
        all.filter(n -> n.roles().contains(Role.FOLDER) || n.label().toLowerCase(Locale.ROOT).contains(wanted))
                .filter(n -> query.internal() || !n.internal())
                .forEach(n -> nodes.put(n.id().kind().equals(RabbitKinds.EXCHANGE.id()) && parent.isEmpty()
                        ? "\uffff" + n.label() : n.id().text(), n));
        var rest = query.continueAt().isPresent() ? nodes.tailMap(query.continueAt().get(), false) : nodes;
        List<ChannelNode> page = new ArrayList<>();
        String last = "";
        for (var entry : rest.entrySet()) {
            if (page.size() == query.limit()) {
                return new Page<>(page, Optional.of(last));
            }
            page.add(entry.getValue());
            last = entry.getKey();
        }
        return new Page<>(page, Optional.empty());
    }

    private Stream<ChannelNode> top(ListQuery query) throws FaultException, InterruptedException {
        ChannelNode folder = new ChannelNode(RabbitKinds.EXCHANGES, RabbitKinds.EXCHANGE.plural(), Set.of(Role.FOLDER),
                false, true, Count.UNKNOWN, Set.of());
        Stream<ChannelNode> superStreams = inventory.exchanges().stream().filter(ExchangeFacts::isSuperStream)
                .map(this::superStream);
        Stream<ChannelNode> queues = Stream.concat(inventory.queues().stream().map(this::queue), superStreams);
        return query.contains().isEmpty() ? Stream.concat(queues, Stream.of(folder)) : queues;
    }

    private ChannelNode queue(QueueFacts facts) {
        ChannelId id = ChannelId.of((facts.isStream() ? RabbitKinds.STREAM : RabbitKinds.QUEUE).id(), facts.name());
        Count count = facts.whole("messages_ready").map(n -> new Count(n, Count.Quality.STALE)).orElse(Count.UNKNOWN);
        return new ChannelNode(id, facts.name(), BOTH, facts.name().startsWith("amq."), false, count, traits(facts));
    }

    /// Its partitions are listed too, as the streams that they are.
    private ChannelNode superStream(ExchangeFacts facts) {
        return new ChannelNode(ChannelId.of(RabbitKinds.STREAM.id(), facts.name()), facts.name(), BOTH, false, false,
                Count.UNKNOWN, marked(Set.of("super stream")));
    }

    private Set<String> traits(QueueFacts facts) {
        Set<String> traits = new HashSet<>();
        facts.type().ifPresent(traits::add);
        if (facts.rule("dead-letter-exchange").isPresent()) {
            traits.add("dead-letters");
        }
        if (facts.flag("exclusive").orElse(false)) {
            traits.add("exclusive");
        }
        return marked(traits);
    }

    private Set<String> marked(Set<String> traits) {
        Set<String> marked = new HashSet<>(traits);
        if (!inventory.isComplete()) {
            marked.add(INCOMPLETE);
        }
        return marked;
    }

    private Stream<ChannelNode> exchanges() throws FaultException, InterruptedException {
        return inventory.exchanges().stream().map(this::exchange);
    }

    private ChannelNode exchange(ExchangeFacts facts) {
        return new ChannelNode(RabbitKinds.exchange(facts.name()),
                facts.name().isEmpty() ? "(default)" : facts.name(),
                facts.name().isEmpty() ? Set.of(Role.TARGET) : BOTH, facts.isOwn(), false, Count.UNKNOWN,
                marked(facts.type().map(Set::of).orElse(Set.of())));
    }
}
