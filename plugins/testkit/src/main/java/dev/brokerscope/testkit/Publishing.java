package dev.brokerscope.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.brokerscope.api.broker.AckListener;
import dev.brokerscope.api.broker.PublishRequest;
import dev.brokerscope.api.broker.Publisher;
import dev.brokerscope.api.broker.WritableSession;
import dev.brokerscope.api.channel.Keep;
import dev.brokerscope.api.channel.MessagePart;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.AttributeSchema;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.Position;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What became of published messages.
///
/// @param effective what the publisher said it would keep
/// @param positions of acknowledged messages by token
public record Publishing(Map<MessagePart, Keep> effective, SortedMap<Long, Optional<Position>> positions,
        SortedMap<Long, FaultException> failures) {

    private static final int CHUNK = 50;

    /// Publishes in chunks, tokens counting from 0, and waits for every answer.
    public static Publishing of(WritableSession session, PublishRequest request, List<Message> messages,
            AttributeSchema source) throws FaultException, InterruptedException {
        Answers answers = new Answers();
        try (Publisher publisher = session.publisher(request, answers)) {
            Map<MessagePart, Keep> effective = publisher.effective();
            for (int i = 0; i < messages.size(); i += CHUNK) {
                publisher.publish(messages.subList(i, Math.min(messages.size(), i + CHUNK)), i, source);
            }
            publisher.flush(Duration.ofSeconds(60));
            return answers.publishing(effective);
        }
    }

    /// The same, where each message must be acknowledged exactly once.
    public static Publishing allOf(WritableSession session, PublishRequest request, List<Message> messages,
            AttributeSchema source) throws FaultException, InterruptedException {
        Publishing published = of(session, request, messages, source);
        assertEquals(Map.of(), published.failures(), "some messages were declined");
        assertEquals(messages.size(), published.positions().size(), "not every message was acknowledged");
        return published;
    }

    private static final class Answers implements AckListener {
        private final SortedMap<Long, Optional<Position>> positions = new TreeMap<>();
        private final SortedMap<Long, FaultException> failures = new TreeMap<>();
        private final List<Long> repeated = new ArrayList<>();

        @Override
        public synchronized void acknowledged(long token, Optional<Position> position) {
            answered(token);
            positions.put(token, position);
        }

        @Override
        public synchronized void failed(long token, FaultException why) {
            answered(token);
            failures.put(token, why);
        }

        private void answered(long token) {
            if (positions.containsKey(token) || failures.containsKey(token)) {
                repeated.add(token);
            }
        }

        synchronized Publishing publishing(Map<MessagePart, Keep> effective) {
            assertEquals(List.of(), repeated, "tokens answered twice");
            return new Publishing(effective, new TreeMap<>(positions), new TreeMap<>(failures));
        }
    }
}
