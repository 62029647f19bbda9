package dev.brokerscope.plugin.rabbitmq.exchange;

import dev.brokerscope.api.broker.AckListener;
import dev.brokerscope.api.broker.Cursor;
import dev.brokerscope.api.broker.Finding;
import dev.brokerscope.api.broker.Finding.Severity;
import dev.brokerscope.api.broker.OpenRequest;
import dev.brokerscope.api.broker.PublishRequest;
import dev.brokerscope.api.broker.Publisher;
import dev.brokerscope.api.broker.TargetChecks.RestoreIntent;
import dev.brokerscope.api.channel.ChannelDefinition;
import dev.brokerscope.api.channel.ChannelDetails;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.channel.ChannelKind;
import dev.brokerscope.api.channel.Count;
import dev.brokerscope.api.channel.Fact;
import dev.brokerscope.api.channel.Item;
import dev.brokerscope.api.channel.PartitionInfo;
import dev.brokerscope.api.channel.Section;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.plugin.rabbitmq.connect.BindingFacts;
import dev.brokerscope.plugin.rabbitmq.connect.ChannelFamily;
import dev.brokerscope.plugin.rabbitmq.connect.ExchangeFacts;
import dev.brokerscope.plugin.rabbitmq.connect.Inventory;
import dev.brokerscope.plugin.rabbitmq.connect.RabbitFacts;
import dev.brokerscope.plugin.rabbitmq.connect.RabbitFaults;
import dev.brokerscope.plugin.rabbitmq.connect.RabbitKinds;
import dev.brokerscope.plugin.rabbitmq.connect.RabbitLink;
import dev.brokerscope.plugin.rabbitmq.message.RabbitAttributes;
import dev.brokerscope.plugin.rabbitmq.publish.RabbitPublisher;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// What the session does with exchanges: it copies what they pass on, and publishes to them.
public final class ExchangeChannels implements ChannelFamily {

    private static final String TYPE = "type";
    private static final String ALTERNATE = "alternate-exchange";
    private static final Set<String> FLAGS = Set.of(RabbitFacts.DURABLE, RabbitFacts.AUTO_DELETE, "internal");

    private final RabbitLink link;
    private final Inventory inventory;
    private final Set<ExchangeTap> taps = ConcurrentHashMap.newKeySet();
    private final Set<RabbitPublisher> publishers = ConcurrentHashMap.newKeySet();

    public ExchangeChannels(RabbitLink link, Inventory inventory) {
        this.link = link;
        this.inventory = inventory;
    }

    @Override
    public ChannelKind kind() {
        return RabbitKinds.EXCHANGE;
    }

    private ExchangeFacts facts(ChannelId channel) throws FaultException, InterruptedException {
        TapPlan.Name name = TapPlan.Name.of(channel);
        return inventory.exchange(name.exchange()).orElseThrow(() -> RabbitFaults.unknown(name.what()));
    }

    @Override
    public ChannelDetails describe(ChannelId channel) throws FaultException, InterruptedException {
        ExchangeFacts facts = facts(channel);
        PartitionInfo partition =
                new PartitionInfo(0, Optional.empty(), Optional.empty(), Count.UNKNOWN, List.of());
        return new ChannelDetails(channel, "", List.of(partition), Count.UNKNOWN,
                ExchangeProfile.of(TapPlan.Name.of(channel)), RabbitAttributes.SCHEMA,
                List.of(state(facts), RabbitFacts.config(facts.told(), facts.arguments()), bindings(facts)));
    }

    private static Section state(ExchangeFacts facts) {
        Fact type = facts.type().<Fact>map(Fact.Text::new).orElse(new Fact.Absent("Only the management API tells."));
        return Section.of("state", "State", List.of(Item.of(TYPE, "Type", type)));
    }

    private Section bindings(ExchangeFacts facts) throws FaultException, InterruptedException {
        Optional<List<BindingFacts>> bindings = inventory.bindingsFrom(facts.name());
        List<Item> items = new ArrayList<>();
        if (bindings.isEmpty()) {
            items.add(Item.of("bindings", "Bindings", new Fact.Absent("Only the management API tells.")));
        }
        int number = 0;
        for (BindingFacts binding : bindings.orElse(List.of())) {
            items.add(Item.of("binding." + ++number, (binding.toQueue() ? "queue " : "exchange ")
                    + binding.destination(), new Fact.Text(RabbitFacts.words(binding))));
        }
        return Section.of("bindings", "Leads to", items);
    }

    @Override
    public List<Position> ends(ChannelId channel) throws FaultException, InterruptedException {
        facts(channel);
        return List.of();
    }

    @Override
    public Cursor open(OpenRequest request) throws FaultException, InterruptedException {
        TapPlan plan = TapPlan.of(request, facts(request.channel()), inventory);
        ExchangeTap tap = ExchangeTap.open(link, plan, taps::remove);
        taps.add(tap);
        return tap;
    }

    @Override
    public ChannelDefinition define(ChannelId channel) throws FaultException, InterruptedException {
        ExchangeFacts facts = facts(channel);
        List<ChannelDefinition.Setting> settings =
                new ArrayList<>(RabbitFacts.settings(facts.told(), facts.arguments(), FLAGS));
        facts.type().ifPresent(type -> settings.addFirst(new ChannelDefinition.Setting(TYPE, Optional.of(type),
                dev.brokerscope.api.channel.SettingOrigin.SET, false)));
        return new ChannelDefinition(1, Optional.empty(), settings);
    }

    @Override
    public Publisher publisher(PublishRequest request, AckListener acks) throws FaultException, InterruptedException {
        facts(request.target());
        TapPlan.Name name = TapPlan.Name.of(request.target());
        RabbitPublisher[] opened = new RabbitPublisher[1];
        opened[0] = RabbitPublisher.open(link, request, new ExchangeRoute(name, link.config().routingKey()),
                ExchangeProfile.keeps(name), acks, () -> publishers.remove(opened[0]));
        publishers.add(opened[0]);
        return opened[0];
    }

    @Override
    public List<Finding> check(RestoreIntent intent, boolean exists) throws FaultException, InterruptedException {
        TapPlan.Name name = TapPlan.Name.of(intent.target());
        List<Finding> findings = new ArrayList<>();
        if (!exists) {
            findings.add(finding(intent, Severity.BLOCKS, "target.unbound", "A new exchange leads to no queue: all"
                    + " messages would be returned.", "Make it and bind queues to it first, or restore into a queue."));
            return findings;
        }
        ExchangeFacts facts = facts(intent.target());
        if (Boolean.TRUE.equals(facts.told().get("internal"))) {
            findings.add(finding(intent, Severity.BLOCKS, "target.internal", "The " + name.what()
                    + " is internal: only other exchanges may feed it.", "Choose another target."));
        }
        if (inventory.bindingsFrom(facts.name()).map(List::isEmpty).orElse(false)) {
            findings.add(finding(intent, Severity.BLOCKS, "target.unbound", "Nothing is bound to " + name.what()
                    + ": all messages would be returned.", "Bind a queue to it first."));
        }
        findings.add(finding(intent, Severity.WARNING, "target.routes", "The " + name.what()
                + " passes messages on to whatever is bound to it; what arrives there cannot be compared.",
                "Restore into a queue to have it compared."));
        return findings;
    }

    private static Finding finding(RestoreIntent intent, Severity severity, String code, String message,
            String remedy) {
        return new Finding(severity, code, intent.target(), message, remedy, Optional.empty());
    }

    @Override
    public List<String> create(ChannelId channel, ChannelDefinition definition)
            throws FaultException, InterruptedException {
        TapPlan.Name name = TapPlan.Name.of(channel);
        Map<String, Object> arguments = RabbitFacts.arguments(definition.settings(), Set.of(ALTERNATE));
        String type = definition.settings().stream().filter(s -> s.name().equals(TYPE)).findFirst()
                .flatMap(ChannelDefinition.Setting::value).orElse("topic");
        boolean durable = RabbitFacts.flag(definition.settings(), RabbitFacts.DURABLE, true);
        boolean autoDelete = RabbitFacts.flag(definition.settings(), RabbitFacts.AUTO_DELETE, false);
        boolean internal = RabbitFacts.flag(definition.settings(), "internal", false);
        link.ask(name.what(), c -> c.exchangeDeclare(name.exchange(), type, durable, autoDelete, internal, arguments));
        Set<String> known = new java.util.HashSet<>(FLAGS);
        known.addAll(Set.of(TYPE, ALTERNATE));
        return RabbitFacts.notKept(definition, "exchange", known);
    }

    @Override
    public void delete(ChannelId channel) throws FaultException, InterruptedException {
        TapPlan.Name name = TapPlan.Name.of(channel);
        facts(channel);
        link.ask(name.what(), c -> c.exchangeDelete(name.exchange()));
    }

    @Override
    public void close() {
        new ArrayList<>(taps).forEach(ExchangeTap::close);
        new ArrayList<>(publishers).forEach(RabbitPublisher::close);
    }
}
