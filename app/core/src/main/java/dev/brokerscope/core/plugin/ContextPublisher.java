package dev.brokerscope.core.plugin;

import dev.brokerscope.api.broker.Publisher;
import dev.brokerscope.api.channel.Keep;
import dev.brokerscope.api.channel.MessagePart;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.AttributeSchema;
import dev.brokerscope.api.message.Message;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// A plugin's publisher, each call in the plugin's context.
final class ContextPublisher implements Publisher {

    private final Publisher publisher;
    private final PluginContext context;

    ContextPublisher(Publisher publisher, PluginContext context) {
        this.publisher = publisher;
        this.context = context;
    }

    @Override
    public Map<MessagePart, Keep> effective() {
        return context.ask(publisher::effective);
    }

    @Override
    public void publish(List<Message> messages, long firstToken, AttributeSchema source)
            throws FaultException, InterruptedException {
        context.run(() -> publisher.publish(messages, firstToken, source));
    }

    @Override
    public void flush(Duration maxWait) throws FaultException, InterruptedException {
        context.run(() -> publisher.flush(maxWait));
    }

    @Override
    public boolean transactional() {
        return context.ask(publisher::transactional);
    }

    @Override
    public void commit(Duration maxWait) throws FaultException, InterruptedException {
        context.run(() -> publisher.commit(maxWait));
    }

    @Override
    public OptionalInt partitionOf(Message message) {
        return context.ask(() -> publisher.partitionOf(message));
    }

    @Override
    public Optional<FaultException> refusal(Message message) {
        return context.ask(() -> publisher.refusal(message));
    }

    @Override
    public void close() {
        context.quietly(publisher::close);
    }
}
