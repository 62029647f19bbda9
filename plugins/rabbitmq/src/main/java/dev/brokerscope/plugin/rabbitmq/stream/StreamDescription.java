package dev.brokerscope.plugin.rabbitmq.stream;

import dev.brokerscope.api.channel.ChannelDetails;
import dev.brokerscope.api.channel.Count;
import dev.brokerscope.api.channel.Fact;
import dev.brokerscope.api.channel.Item;
import dev.brokerscope.api.channel.PartitionInfo;
import dev.brokerscope.api.channel.Section;
import dev.brokerscope.api.channel.SettingOrigin;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.plugin.rabbitmq.connect.BindingFacts;
import dev.brokerscope.plugin.rabbitmq.connect.Inventory;
import dev.brokerscope.plugin.rabbitmq.connect.QueueFacts;
import dev.brokerscope.plugin.rabbitmq.stream.form.StreamAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Everything RabbitMQ tells of a stream or super stream; what nobody told is marked.
record StreamDescription(Inventory inventory, StreamProbe probe, StreamParts parts) {

    private static final Fact UNMANAGED = new Fact.Absent("Only the management API tells.");

    ChannelDetails details() throws FaultException, InterruptedException {
        List<PartitionInfo> partitions = new ArrayList<>();
        List<Item> problems = new ArrayList<>();
        Count count = Count.exact(0);
        for (int i = 0; i < parts.streams().size(); i++) {
            PartitionInfo partition = partition(i, problems);
            partitions.add(partition);
            count = count.plus(partition.count());
        }
        Optional<QueueFacts> first = inventory.queue(parts.streams().getFirst());
        List<Section> sections = new ArrayList<>();
        sections.add(Section.of("state", "State", state(first, problems)));
        sections.add(Section.of("config", "Settings", config(first)));
        sections.add(bindings());
        return new ChannelDetails(parts.channel(), "", partitions, count, StreamProfile.of(parts.superStream()),
                StreamAttributes.SCHEMA, sections);
    }

    private PartitionInfo partition(int number, List<Item> problems) throws FaultException, InterruptedException {
        String stream = parts.streams().get(number);
        List<Item> facts = List.of(Item.of("stream", "Stream", new Fact.Text(stream)));
        try {
            StreamBounds bounds = probe.bounds(stream);
            return new PartitionInfo(number, Optional.of(Position.of(number, bounds.first())),
                    Optional.of(Position.of(number, bounds.end())), Count.atMost(bounds.end() - bounds.first()), facts);
        } catch (FaultException e) {
            if (e.kind() != FaultKind.NOT_AUTHORISED && e.kind() != FaultKind.UNREACHABLE) {
                throw e;
            }
            problems.add(Item.of("offsets", "Offsets of " + stream, new Fact.Absent(e.fault().sentence())));
            return new PartitionInfo(number, Optional.empty(), Optional.empty(), Count.UNKNOWN, facts);
        }
    }

    private List<Item> state(Optional<QueueFacts> facts, List<Item> problems) {
        List<Item> items = new ArrayList<>();
        items.add(Item.of("type", "Type", new Fact.Text(parts.superStream() ? "super stream" : "stream")));
        if (!parts.superStream()) {
            items.add(Item.of("leader", "Leader", text(facts, "leader")));
            items.add(Item.of("members", "Members", members(facts)));
            items.add(Item.of("state", "State", text(facts, "state")));
            items.add(Item.of("consumers", "Consumers by AMQP", facts.flatMap(f -> f.whole("consumers"))
                    .<Fact>map(n -> new Fact.Whole(n, "")).orElse(UNMANAGED)));
            items.add(Item.of("messages", "Messages as the server counts them", facts.flatMap(f -> f.whole("messages"))
                    .<Fact>map(n -> new Fact.Counted(new Count(n, Count.Quality.STALE))).orElse(UNMANAGED)));
        }
        items.addAll(problems);
        return items;
    }

    private static Fact text(Optional<QueueFacts> facts, String key) {
        return facts.flatMap(f -> f.text(key)).<Fact>map(Fact.Text::new).orElse(UNMANAGED);
    }

    private static Fact members(Optional<QueueFacts> facts) {
        return facts.map(f -> f.told().get("members")).filter(List.class::isInstance).map(List.class::cast)
                .<Fact>map(all -> new Fact.Listing(((List<?>) all).stream().<Fact>map(m -> new Fact.Text(m.toString()))
                        .toList()))
                .orElse(UNMANAGED);
    }

    private static List<Item> config(Optional<QueueFacts> facts) {
        List<Item> items = new ArrayList<>();
        new TreeMap<>(facts.map(QueueFacts::arguments).orElse(Map.of())).forEach((name, value) -> items.add(
                new Item(name, name, value instanceof Number n ? new Fact.Whole(n.longValue(), "")
                        : new Fact.Text(String.valueOf(value)), SettingOrigin.SET, false)));
        for (String rule : List.of("max-age", "max-length-bytes")) {
            if (facts.map(f -> !f.arguments().containsKey("x-" + rule)).orElse(false)) {
                facts.flatMap(f -> f.rule(rule)).ifPresent(value -> items.add(new Item(rule, rule,
                        new Fact.Text(String.valueOf(value)), SettingOrigin.INHERITED, false)));
            }
        }
        return items;
    }

    private Section bindings() throws FaultException, InterruptedException {
        List<Item> items = new ArrayList<>();
        Optional<List<BindingFacts>> bindings = Optional.empty();
        try {
            bindings = parts.superStream() ? Optional.of(List.of()) : inventory.bindingsTo(parts.channel().name());
        } catch (FaultException e) {
            if (e.kind() != FaultKind.NOT_AUTHORISED) {
                throw e;
            }
        }
        if (bindings.isEmpty()) {
            items.add(Item.of("bindings", "Bindings", UNMANAGED));
        }
        int number = 0;
        for (BindingFacts binding : bindings.orElse(List.of())) {
            String exchange = binding.exchange().isEmpty() ? "(default)" : binding.exchange();
            items.add(Item.of("binding." + ++number, exchange, new Fact.Text(
                    binding.routingKey().isEmpty() ? "without key" : "key " + binding.routingKey())));
        }
        return Section.of("bindings", "Fed by", items);
    }
}
