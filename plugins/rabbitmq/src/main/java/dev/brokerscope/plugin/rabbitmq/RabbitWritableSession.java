package dev.brokerscope.plugin.rabbitmq;

import dev.brokerscope.api.broker.AckListener;
import dev.brokerscope.api.broker.ForwardingSession;
import dev.brokerscope.api.broker.PublishRequest;
import dev.brokerscope.api.broker.Publisher;
import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.broker.WritableSession;
import dev.brokerscope.api.broker.WriteExtension;
import dev.brokerscope.api.fault.FaultException;
import java.util.Optional;

/// A connection that may write; reading is left to the reading one.
final class RabbitWritableSession implements ForwardingSession, WritableSession {

    private final RabbitSession reading;

    RabbitWritableSession(RabbitSession reading) {
        this.reading = reading;
    }

    @Override
    public Session forwardsTo() {
        return reading;
    }

    @Override
    public Publisher publisher(PublishRequest request, AckListener acks) throws FaultException, InterruptedException {
        return reading.families().of(request.target()).publisher(request, acks);
    }

    @Override
    public <T extends WriteExtension> Optional<T> writeExtension(Class<T> type) {
        return Optional.<WriteExtension>of(new RabbitCreation(reading.families())).filter(type::isInstance)
                .map(type::cast);
    }
}
