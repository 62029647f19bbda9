package dev.brokerscope.core.connection;

import dev.brokerscope.api.broker.Publisher;
import dev.brokerscope.api.channel.Keep;
import dev.brokerscope.api.channel.MessagePart;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.AttributeSchema;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.core.audit.AuditLog;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A publisher that tells the audit log in the end how many messages it was given.
final class AuditedPublisher implements Publisher {

    private static final Logger LOG = LoggerFactory.getLogger(AuditedPublisher.class);

    private final Publisher publisher;
    private final String connection;
    private final String channel;
    private final AuditLog audit;
    private final AtomicLong messages = new AtomicLong();
    private final AtomicBoolean closed = new AtomicBoolean();

    AuditedPublisher(Publisher publisher, String connection, String channel, AuditLog audit) {
        this.publisher = publisher;
        this.connection = connection;
        this.channel = channel;
        this.audit = audit;
    }

    @Override
    public Map<MessagePart, Keep> effective() {
        return publisher.effective();
    }

    @Override
    public void publish(List<Message> given, long firstToken, AttributeSchema source)
            throws FaultException, InterruptedException {
        messages.addAndGet(given.size());
        publisher.publish(given, firstToken, source);
    }

    @Override
    public void flush(Duration maxWait) throws FaultException, InterruptedException {
        publisher.flush(maxWait);
    }

    @Override
    public boolean transactional() {
        return publisher.transactional();
    }

    @Override
    public void commit(Duration maxWait) throws FaultException, InterruptedException {
        publisher.commit(maxWait);
    }

    @Override
    public OptionalInt partitionOf(Message message) {
        return publisher.partitionOf(message);
    }

    @Override
    public Optional<FaultException> refusal(Message message) {
        return publisher.refusal(message);
    }

    @Override
    public void close() {
        publisher.close();
        if (closed.compareAndSet(false, true)) {
            try {
                audit.record("write.published", connection, Map.of("channel", channel, "messages",
                        Long.toString(messages.get())));
            } catch (FaultException e) {
                LOG.warn("The audit log does not hold the end of writing to {}: {}", channel, e.getMessage());
            }
        }
    }
}
