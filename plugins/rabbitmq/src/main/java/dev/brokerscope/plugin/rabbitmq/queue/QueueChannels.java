package dev.brokerscope.plugin.rabbitmq.queue;

import dev.brokerscope.api.broker.AckListener;
import dev.brokerscope.api.broker.Cursor;
import dev.brokerscope.api.broker.Finding;
import dev.brokerscope.api.broker.OpenRequest;
import dev.brokerscope.api.broker.PublishRequest;
import dev.brokerscope.api.broker.Publisher;
import dev.brokerscope.api.broker.TargetChecks.RestoreIntent;
import dev.brokerscope.api.channel.ChannelDefinition;
import dev.brokerscope.api.channel.ChannelDetails;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.channel.ChannelKind;
import dev.brokerscope.api.channel.Impact;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.plugin.rabbitmq.connect.ChannelFamily;
import dev.brokerscope.plugin.rabbitmq.connect.Inventory;
import dev.brokerscope.plugin.rabbitmq.connect.QueueFacts;
import dev.brokerscope.plugin.rabbitmq.connect.RabbitFacts;
import dev.brokerscope.plugin.rabbitmq.connect.RabbitFaults;
import dev.brokerscope.plugin.rabbitmq.connect.RabbitKinds;
import dev.brokerscope.plugin.rabbitmq.connect.RabbitLink;
import dev.brokerscope.plugin.rabbitmq.publish.RabbitPublisher;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// What the session does with queues.
public final class QueueChannels implements ChannelFamily {

    private static final Set<String> FLAGS = Set.of(RabbitFacts.DURABLE, RabbitFacts.AUTO_DELETE);

    private final RabbitLink link;
    private final Inventory inventory;
    private final Set<QueueCursor> cursors = ConcurrentHashMap.newKeySet();
    private final Set<RabbitPublisher> publishers = ConcurrentHashMap.newKeySet();

    public QueueChannels(RabbitLink link, Inventory inventory) {
        this.link = link;
        this.inventory = inventory;
    }

    @Override
    public ChannelKind kind() {
        return RabbitKinds.QUEUE;
    }

    @Override
    public ChannelDetails describe(ChannelId channel) throws FaultException, InterruptedException {
        QueueFacts facts = facts(channel);
        return new QueueDescription(inventory, facts, profile(facts)).of(channel, ready(channel));
    }

    private QueueFacts facts(ChannelId channel) throws FaultException, InterruptedException {
        return inventory.queue(channel.name()).orElseThrow(() -> RabbitFaults.unknown(what(channel)));
    }

    private QueueProfile profile(QueueFacts facts) {
        return new QueueProfile(facts, String.valueOf(link.server().getOrDefault("version", "")));
    }

    private static String what(ChannelId channel) {
        return "queue " + channel.name();
    }

    /// Messages that nobody holds.
    private long ready(ChannelId channel) throws FaultException, InterruptedException {
        return link.ask(what(channel), c -> (long) c.queueDeclarePassive(channel.name()).getMessageCount());
    }

    @Override
    public List<Position> ends(ChannelId channel) throws FaultException, InterruptedException {
        facts(channel);
        return List.of();
    }

    @Override
    public Cursor open(OpenRequest request) throws FaultException, InterruptedException {
        QueueFacts facts = facts(request.channel());
        QueueProfile profile = profile(facts);
        demandConsent(request, profile);
        QueueCursor cursor = QueueCursor.open(link, BrowsePlan.of(request, facts, link.config().browse()),
                cursors::remove);
        cursors.add(cursor);
        return cursor;
    }

    private static void demandConsent(OpenRequest request, QueueProfile profile) throws FaultException {
        Set<Impact> missing = EnumSet.noneOf(Impact.class);
        profile.profile().impact().stream().filter(Impact::needsConsent).forEach(missing::add);
        missing.removeAll(request.consent());
        if (!missing.isEmpty()) {
            throw new FaultException(FaultKind.REFUSED, "read.consent", profile.consequences(),
                    "Agree to that first, or open one of its exchanges to watch what arrives from now on.");
        }
    }

    @Override
    public ChannelDefinition define(ChannelId channel) throws FaultException, InterruptedException {
        QueueFacts facts = facts(channel);
        return new ChannelDefinition(1, Optional.empty(),
                RabbitFacts.settings(facts.told(), facts.arguments(), FLAGS));
    }

    @Override
    public Publisher publisher(PublishRequest request, AckListener acks) throws FaultException, InterruptedException {
        RabbitPublisher[] opened = new RabbitPublisher[1];
        facts(request.target());
        opened[0] = RabbitPublisher.open(link, request, new QueueRoute(request.target().name()), QueueProfile.keeps(),
                acks, () -> publishers.remove(opened[0]));
        publishers.add(opened[0]);
        return opened[0];
    }

    @Override
    public List<Finding> check(RestoreIntent intent, boolean exists) throws FaultException, InterruptedException {
        Optional<QueueFacts> facts = exists ? Optional.of(facts(intent.target())) : Optional.empty();
        return new QueueChecks(intent).findings(facts, exists ? ready(intent.target()) : 0);
    }

    @Override
    public List<String> create(ChannelId channel, ChannelDefinition definition)
            throws FaultException, InterruptedException {
        Map<String, Object> arguments = RabbitFacts.arguments(definition.settings(), Set.of());
        boolean durable = RabbitFacts.flag(definition.settings(), RabbitFacts.DURABLE, true);
        boolean autoDelete = RabbitFacts.flag(definition.settings(), RabbitFacts.AUTO_DELETE, false);
        link.ask(what(channel),
                c -> c.queueDeclare(channel.name(), durable, false, autoDelete, arguments));
        return RabbitFacts.notKept(definition, "queue", FLAGS);
    }

    @Override
    public void delete(ChannelId channel) throws FaultException, InterruptedException {
        facts(channel);
        link.ask(what(channel), c -> c.queueDelete(channel.name()));
    }

    @Override
    public void close() {
        new ArrayList<>(cursors).forEach(QueueCursor::close);
        new ArrayList<>(publishers).forEach(RabbitPublisher::close);
    }
}
