package dev.brokerscope.testkit;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.fail;

import dev.brokerscope.api.broker.Batch;
import dev.brokerscope.api.broker.Cursor;
import dev.brokerscope.api.broker.CursorEvent;
import dev.brokerscope.api.broker.CursorPlan;
import dev.brokerscope.api.broker.OpenRequest;
import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.Position;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Everything a cursor said until its end.
public record Readout(CursorPlan plan, List<Batch> batches) {

    /// A cursor that has not ended by then hangs.
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Duration WAIT = Duration.ofMillis(500);

    public static Readout of(Session session, OpenRequest request) throws FaultException, InterruptedException {
        try (Cursor cursor = session.open(request)) {
            return rest(cursor);
        }
    }

    /// From where the cursor stands to its end.
    public static Readout rest(Cursor cursor) throws FaultException, InterruptedException {
        Instant start = Instant.now();
        List<Batch> batches = new ArrayList<>();
        while (batches.isEmpty() || !batches.getLast().end()) {
            batches.add(cursor.next(WAIT));
            if (Duration.between(start, Instant.now()).compareTo(PATIENCE) > 0) {
                fail("The cursor did not come to its end within " + PATIENCE + "; it stands at " + cursor.checkpoint());
            }
        }
        return new Readout(cursor.plan(), batches);
    }

    /// Batches of a cursor until it has delivered so many messages.
    public static List<Message> first(Cursor cursor, int count) throws FaultException, InterruptedException {
        List<Message> messages = new ArrayList<>();
        Instant start = Instant.now();
        while (messages.size() < count) {
            Batch batch = cursor.next(WAIT);
            messages.addAll(batch.messages());
            assertFalse(batch.end() && messages.size() < count, () -> "ended after " + messages.size() + " messages");
            if (Duration.between(start, Instant.now()).compareTo(PATIENCE) > 0) {
                fail("Only " + messages.size() + " of " + count + " messages came within " + PATIENCE);
            }
        }
        return messages;
    }

    /// In the order they came.
    public List<Message> messages() {
        return batches.stream().flatMap(b -> b.messages().stream()).toList();
    }

    public List<CursorEvent> events() {
        return batches.stream().flatMap(b -> b.events().stream()).toList();
    }

    public List<CursorEvent.Gap> gaps() {
        return events().stream().filter(CursorEvent.Gap.class::isInstance).map(CursorEvent.Gap.class::cast).toList();
    }

    /// Messages per partition, each in the order they came.
    public static SortedMap<Integer, List<Message>> byPartition(List<Message> messages) {
        SortedMap<Integer, List<Message>> sorted = new TreeMap<>();
        messages.forEach(m -> sorted.computeIfAbsent(m.partition(), _ -> new ArrayList<>()).add(m));
        return sorted;
    }

    /// What is wrong with a reading, in one sentence; absent where it is just what was expected. Order counts within a
    /// partition, positions count.
    public static Optional<String> difference(List<Message> expected, List<Message> got) {
        SortedMap<Integer, List<Message>> left = byPartition(expected);
        SortedMap<Integer, List<Message>> right = byPartition(got);
        if (!left.keySet().equals(right.keySet())) {
            return Optional.of("expected partitions " + left.keySet() + ", got " + right.keySet());
        }
        return left.keySet().stream()
                .flatMap(p -> differenceIn(p, left.getOrDefault(p, List.of()), right.getOrDefault(p, List.of()))
                        .stream())
                .findFirst();
    }

    private static Optional<String> differenceIn(int partition, List<Message> expected, List<Message> got) {
        for (int i = 0; i < Math.min(expected.size(), got.size()); i++) {
            Position wanted = expected.get(i).position();
            if (!wanted.equals(got.get(i).position())) {
                return Optional.of("message " + i + " of partition " + partition + ": expected " + wanted + ", got "
                        + got.get(i).position());
            }
            MessageContent content = MessageContent.of(expected.get(i));
            if (!content.equals(MessageContent.of(got.get(i)))) {
                return Optional.of(wanted + ": expected " + content + ", got " + MessageContent.of(got.get(i)));
            }
        }
        return expected.size() == got.size() ? Optional.empty()
                : Optional.of(
                        "partition " + partition + ": expected " + expected.size() + " messages, got " + got.size());
    }
}
