package dev.brokerscope.testkit;

import static dev.brokerscope.testkit.ListingContract.assertFault;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.api.broker.Batch;
import dev.brokerscope.api.broker.Cursor;
import dev.brokerscope.api.broker.CursorPlan;
import dev.brokerscope.api.broker.Isolation;
import dev.brokerscope.api.broker.OpenRequest;
import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.channel.ChannelDetails;
import dev.brokerscope.api.channel.ChannelProfile.EndKind;
import dev.brokerscope.api.channel.ChannelProfile.PositionKind;
import dev.brokerscope.api.channel.Impact;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.Position;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// Reading a whole channel: nothing lost, nothing twice, every hole explained.
public interface ReadingContract extends SessionFixture {

    @Test
    default void readsTheSameThreeTimes() throws Exception {
        try (Session session = connect()) {
            ChannelDetails details = session.describe(filled().channel());
            OpenRequest request = SessionFixture.everything(details);
            for (int i = 1; i <= 3; i++) {
                assertRead(details, filled().messages(), Readout.of(session, request).messages());
            }
        }
    }

    @Test
    default void plansWhatItReads() throws Exception {
        try (Session session = connect()) {
            ChannelDetails details = session.describe(filled().channel());
            Readout readout = Readout.of(session, SessionFixture.everything(details));
            assertEquals(details.attributes(), readout.plan().attributes());
            assertEquals(details.partitions().size(), readout.plan().ranges().size(), "a range per partition");
            for (CursorPlan.Range range : readout.plan().ranges()) {
                List<Message> in = readout.messages().stream().filter(m -> m.partition() == range.partition()).toList();
                ListingContract.assertHonest(range.expected(), in.size());
                assertTrue(in.stream().allMatch(m -> m.position().compareTo(range.from()) >= 0
                        && range.to().map(to -> m.position().compareTo(to) < 0).orElse(true)),
                        () -> "a message outside of " + range);
            }
        }
    }

    @Test
    default void plansTheEndsThatTheSessionTells() throws Exception {
        try (Session session = connect()) {
            ChannelDetails details = session.describe(filled().channel());
            Assumptions.assumeTrue(details.profile().end() == EndKind.POSITION);
            Map<?, List<Position>> ends = session.ends(Set.of(details.id()), Isolation.COMMITTED);
            try (Cursor cursor = session.open(SessionFixture.everything(details))) {
                assertEquals(ends.get(details.id()),
                        cursor.plan().ranges().stream().map(r -> r.to().orElseThrow()).toList());
            }
        }
    }

    @Test
    default void explainsEveryHole() throws Exception {
        try (Session session = connect()) {
            ChannelDetails details = session.describe(filled().channel());
            Assumptions.assumeTrue(details.profile().dense());
            Readout readout = Readout.of(session, SessionFixture.everything(details));
            assertEquals(Optional.empty(), Coverage.problem(readout));
        }
    }

    @Test
    default void resumesBehindACheckpoint() throws Exception {
        try (Session session = connect()) {
            ChannelDetails details = session.describe(filled().channel());
            Assumptions.assumeTrue(details.profile().positions() == PositionKind.STABLE);
            OpenRequest small = SessionFixture.everything(details).limited(new OpenRequest.Limits(7, 8L << 20));
            List<Message> read = new ArrayList<>();
            List<Position> checkpoint;
            try (Cursor cursor = session.open(small)) {
                read.addAll(Readout.first(cursor, filled().messages().size() / 3));
                checkpoint = cursor.checkpoint();
            }
            OpenRequest rest = small.from(new dev.brokerscope.api.broker.Start.AtPositions(checkpoint));
            read.addAll(Readout.of(session, rest).messages());
            assertRead(details, filled().messages(), read);
        }
    }

    @Test
    default void checkpointsBehindWhatItDelivered() throws Exception {
        try (Session session = connect()) {
            ChannelDetails details = session.describe(filled().channel());
            Assumptions.assumeTrue(details.profile().positions() != PositionKind.NONE);
            int few = Math.max(5, filled().messages().size() / 40);
            OpenRequest small = SessionFixture.everything(details).limited(new OpenRequest.Limits(few, 8L << 20));
            try (Cursor cursor = session.open(small)) {
                Set<Position> delivered = new HashSet<>();
                boolean end = false;
                while (!end) {
                    Batch batch = cursor.next(Duration.ofMillis(500));
                    end = batch.end();
                    batch.messages().forEach(m -> delivered.add(m.position()));
                    assertEquals(delivered, before(cursor.checkpoint()), "delivered, and before the checkpoint");
                }
            }
        }
    }

    @Test
    default void keepsToTheLimitsOfABatch() throws Exception {
        try (Session session = connect()) {
            ChannelDetails details = session.describe(filled().channel());
            OpenRequest everything = SessionFixture.everything(details);
            Readout few = Readout.of(session, everything.limited(new OpenRequest.Limits(3, 8L << 20)));
            assertTrue(few.batches().stream().allMatch(b -> b.messages().size() <= 3),
                    "more than 3 messages in a batch");
            Readout single = Readout.of(session, everything.limited(new OpenRequest.Limits(2_000, 1)));
            assertTrue(single.batches().stream().allMatch(b -> b.messages().size() <= 1),
                    "more than a byte in a batch");
            assertRead(details, filled().messages(), single.messages());
        }
    }

    @Test
    default void stopsWhenCancelled() throws Exception {
        try (Session session = connect();
                Cursor cursor = session.open(SessionFixture.everything(session.describe(filled().channel())))) {
            cursor.cancel();
            assertFault(FaultKind.CANCELLED, () -> cursor.next(Duration.ofSeconds(30)));
        }
    }

    @Test
    default void refusesAnImpactThatNobodyAccepted() throws Exception {
        try (Session session = connect()) {
            ChannelDetails details = session.describe(filled().channel());
            Assumptions.assumeTrue(details.profile().impact().stream().anyMatch(Impact::needsConsent));
            assertFault(FaultKind.REFUSED, () -> session.open(OpenRequest.everything(details.id())).close());
        }
    }

    private Set<Position> before(List<Position> checkpoint) throws Exception {
        Map<Integer, Position> next = new HashMap<>();
        checkpoint.forEach(p -> next.put(p.partition(), p));
        Set<Position> before = new HashSet<>();
        for (Message message : filled().messages()) {
            if (Optional.ofNullable(next.get(message.partition())).map(n -> message.position().compareTo(n) < 0)
                    .orElse(false)) {
                before.add(message.position());
            }
        }
        return before;
    }

    static void assertRead(ChannelDetails details, List<Message> expected, List<Message> got) {
        assertEquals(Optional.empty(), Likeness.of(details.profile()).difference(expected, got));
    }
}
