package dev.brokerscope.plugin.rabbitmq.connect;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What AMQP 0-9-1 tells without the management API: whether a name exists that one knows already.
public record AmqpInventory(RabbitLink link) implements Inventory {

    private static final String EXCHANGE = RabbitKinds.EXCHANGE.id() + "/";
    private static final Map<String, String> ALWAYS_THERE = Map.of("", "direct", "amq.direct", "direct", "amq.topic",
            "topic", "amq.fanout", "fanout", "amq.headers", "headers", "amq.match", "headers");

    @Override
    public boolean isComplete() {
        return false;
    }

    @Override
    public List<QueueFacts> queues() throws FaultException, InterruptedException {
        List<QueueFacts> found = new ArrayList<>();
        for (String name : link.config().names()) {
            if (!name.startsWith(EXCHANGE)) {
                queue(name).ifPresent(found::add);
            }
        }
        return found;
    }

    @Override
    public Optional<QueueFacts> queue(String name) throws FaultException, InterruptedException {
        try {
            link.ask("queue " + name, channel -> channel.queueDeclarePassive(name));
        } catch (FaultException e) {
            if (e.kind() == FaultKind.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
        return Optional.of(new QueueProbe(link, name).facts());
    }

    @Override
    public List<ExchangeFacts> exchanges() throws FaultException, InterruptedException {
        List<ExchangeFacts> found = new ArrayList<>();
        ALWAYS_THERE.keySet().stream().sorted().forEach(name -> found.add(facts(name)));
        for (String name : link.config().names()) {
            if (name.startsWith(EXCHANGE)) {
                exchange(name.substring(EXCHANGE.length())).ifPresent(found::add);
            }
        }
        return found;
    }

    @Override
    public Optional<ExchangeFacts> exchange(String name) throws FaultException, InterruptedException {
        if (!name.isEmpty()) {
            try {
                link.ask("exchange " + name, channel -> channel.exchangeDeclarePassive(name));
            } catch (FaultException e) {
                if (e.kind() == FaultKind.NOT_FOUND) {
                    return Optional.empty();
                }
                throw e;
            }
        }
        return Optional.of(facts(name));
    }

    private static ExchangeFacts facts(String name) {
        return new ExchangeFacts(name, Optional.ofNullable(ALWAYS_THERE.get(name)), Map.of(), Map.of());
    }

    @Override
    public Optional<List<BindingFacts>> bindingsFrom(String exchange) {
        return Optional.empty();
    }

    @Override
    public Optional<List<BindingFacts>> bindingsTo(String queue) {
        return Optional.empty();
    }
}
