package dev.brokerscope.plugin.rabbitmq.queue;

import dev.brokerscope.api.channel.ChannelDetails;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.channel.Count;
import dev.brokerscope.api.channel.Fact;
import dev.brokerscope.api.channel.Instead;
import dev.brokerscope.api.channel.Item;
import dev.brokerscope.api.channel.PartitionInfo;
import dev.brokerscope.api.channel.Section;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.plugin.rabbitmq.connect.BindingFacts;
import dev.brokerscope.plugin.rabbitmq.connect.Inventory;
import dev.brokerscope.plugin.rabbitmq.connect.QueueFacts;
import dev.brokerscope.plugin.rabbitmq.connect.RabbitFacts;
import dev.brokerscope.plugin.rabbitmq.connect.RabbitKinds;
import dev.brokerscope.plugin.rabbitmq.message.RabbitAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Everything RabbitMQ tells of one queue; what nobody told is marked.
record QueueDescription(Inventory inventory, QueueFacts queue, QueueProfile profile) {

    private static final Fact UNMANAGED = new Fact.Absent("Only the management API tells.");

    /// @param ready messages, as the queue itself says at this moment
    ChannelDetails of(ChannelId channel, long ready) throws FaultException, InterruptedException {
        Count count = Count.exact(ready);
        PartitionInfo partition = new PartitionInfo(0, Optional.empty(), Optional.empty(), count, List.of());
        List<Section> sections = new ArrayList<>(List.of(state(count),
                RabbitFacts.config(queue.told(), queue.arguments()), deaths(), bindings()));
        List<Instead> taps = taps();
        if (!taps.isEmpty()) {
            sections.add(Instead.section("Instead of reading it", taps));
        }
        return new ChannelDetails(channel, "", List.of(partition), count, profile.profile(), RabbitAttributes.SCHEMA,
                sections);
    }

    /// The exchanges that feed it: what they get can be watched without touching the queue.
    private List<Instead> taps() throws FaultException, InterruptedException {
        try {
            return inventory.bindingsTo(queue.name()).orElse(List.of()).stream().map(BindingFacts::exchange)
                    .filter(exchange -> !exchange.isEmpty()).distinct()
                    .map(exchange -> new Instead(RabbitKinds.exchange(exchange), "A tap on the exchange that feeds it:"
                            + " shows what is sent from now on, and leaves the queue alone."))
                    .toList();
        } catch (FaultException e) {
            if (e.kind() != FaultKind.NOT_AUTHORISED) {
                throw e;
            }
            return List.of();
        }
    }

    private Section state(Count ready) {
        List<Item> items = new ArrayList<>();
        items.add(Item.of("type", "Type", queue.type().<Fact>map(Fact.Text::new)
                .orElse(new Fact.Absent("Neither management API nor the right to configure the queue."))));
        items.add(Item.of("messages_ready", "Ready", new Fact.Counted(ready)));
        items.add(Item.of("messages_unacknowledged", "Held by consumers", whole("messages_unacknowledged", "")));
        items.add(Item.of("consumers", "Consumers", whole("consumers", "")));
        items.add(Item.of("message_bytes", "Size of the bodies", bytes("message_bytes")));
        items.add(Item.of("memory", "Memory", bytes("memory")));
        items.add(Item.of("state", "State", text("state")));
        items.add(Item.of("leader", "Leader", queue.text("leader").or(() -> queue.text("node"))
                .<Fact>map(Fact.Text::new).orElse(UNMANAGED)));
        if (queue.told().get("members") instanceof List<?> members) {
            items.add(Item.of("members", "Members", RabbitFacts.fact(members)));
            items.add(Item.of("online", "Online", RabbitFacts.fact(queue.told().getOrDefault("online", List.of()))));
        }
        return Section.of("state", "State", items);
    }

    private Fact whole(String key, String unit) {
        return queue.whole(key).<Fact>map(n -> new Fact.Whole(n, unit)).orElse(UNMANAGED);
    }

    private Fact bytes(String key) {
        return queue.whole(key).<Fact>map(Fact.ByteSize::new).orElse(UNMANAGED);
    }

    private Fact text(String key) {
        return queue.text(key).<Fact>map(Fact.Text::new).orElse(UNMANAGED);
    }

    /// Where messages go that are rejected, expire, are pushed out or delivered too often.
    private Section deaths() {
        List<Item> items = new ArrayList<>();
        Optional<Object> exchange = queue.rule("dead-letter-exchange");
        items.add(Item.of("dead-letter", "Dead letters", new Fact.Text(exchange.map(e -> "go to exchange "
                + (e.toString().isEmpty() ? "(default)" : e) + queue.rule("dead-letter-routing-key")
                        .map(key -> " with key " + key).orElse(" with the key they had"))
                .orElse("are deleted: there is no dead letter exchange"))));
        List<String> causes = new ArrayList<>(List.of("rejected by a consumer"));
        queue.limit("message-ttl").ifPresent(ttl -> causes.add("older than " + ttl + " ms"));
        queue.limit("max-length").ifPresent(most -> causes.add("pushed out beyond " + most + " messages"));
        queue.limit("max-length-bytes").ifPresent(most -> causes.add("pushed out beyond " + most + " bytes"));
        profile.deliveryLimit().ifPresent(most -> causes.add("delivered more than " + most + " times"));
        items.add(Item.of("dead-letter.causes", "A message dies when it is",
                new Fact.Listing(causes.stream().<Fact>map(Fact.Text::new).toList())));
        return Section.of("dead-letters", "Dead letters", items);
    }

    private Section bindings() throws FaultException, InterruptedException {
        List<Item> items = new ArrayList<>();
        try {
            Optional<List<BindingFacts>> bindings = inventory.bindingsTo(queue.name());
            if (bindings.isEmpty()) {
                items.add(Item.of("bindings", "Bindings", UNMANAGED));
            }
            int number = 0;
            for (BindingFacts binding : bindings.orElse(List.of())) {
                items.add(Item.of("binding." + ++number,
                        binding.exchange().isEmpty() ? "(default)" : binding.exchange(),
                        new Fact.Text(RabbitFacts.words(binding))));
            }
        } catch (FaultException e) {
            if (e.kind() != FaultKind.NOT_AUTHORISED) {
                throw e;
            }
            items.add(Item.of("bindings", "Bindings", new Fact.Absent(e.fault().message())));
        }
        return Section.of("bindings", "Fed by", items);
    }
}
