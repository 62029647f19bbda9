package dev.brokerscope.plugin.rabbitmq;

import dev.brokerscope.api.broker.AckListener;
import dev.brokerscope.api.broker.PublishRequest;
import dev.brokerscope.api.broker.Publisher;
import dev.brokerscope.api.broker.WritableSession;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.plugin.rabbitmq.message.RabbitAttributes;
import dev.brokerscope.testkit.Publishing;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Publishes until the server is gone, and keeps what was told until then.
///
/// @param told the sentence of the failure that ended it
record Interrupted(List<String> told) {

    Publishing publish(WritableSession session, ChannelId to, List<Message> messages) throws Exception {
        TreeMap<Long, Optional<Position>> positions = new TreeMap<>();
        TreeMap<Long, FaultException> failures = new TreeMap<>();
        AckListener acks = new AckListener() {
            @Override
            public synchronized void acknowledged(long token, Optional<Position> position) {
                positions.put(token, position);
            }

            @Override
            public synchronized void failed(long token, FaultException why) {
                failures.put(token, why);
            }
        };
        try (Publisher publisher = session.publisher(PublishRequest.restore(to), acks)) {
            for (int i = 0; i < messages.size(); i += 100) {
                publisher.publish(messages.subList(i, i + 100), i, RabbitAttributes.SCHEMA);
            }
            publisher.flush(Duration.ofSeconds(30));
        } catch (FaultException gone) {
            told.add(gone.fault().message());
        }
        return new Publishing(Map.of(), positions, failures);
    }
}
