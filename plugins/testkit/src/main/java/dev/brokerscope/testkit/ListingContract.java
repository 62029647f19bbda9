package dev.brokerscope.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.api.broker.Isolation;
import dev.brokerscope.api.broker.ListQuery;
import dev.brokerscope.api.broker.OpenRequest;
import dev.brokerscope.api.broker.Page;
import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.channel.ChannelDetails;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.channel.ChannelNode;
import dev.brokerscope.api.channel.ChannelProfile.EndKind;
import dev.brokerscope.api.channel.Count;
import dev.brokerscope.api.channel.PartitionInfo;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.Position;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/// Listing and describing channels, and what a session says when it cannot.
public interface ListingContract extends SessionFixture {

    @Test
    default void listsTheChannel() throws Exception {
        try (Session session = connect()) {
            ChannelId channel = filled().channel();
            List<ChannelNode> all = session.list(folder(channel), ListQuery.ALL).items();
            ChannelNode node = all.stream().filter(n -> n.id().equals(channel)).findFirst().orElseThrow();
            assertTrue(node.roles().contains(ChannelNode.Role.SOURCE), () -> node + " cannot be read");
            assertHonest(node.count(), filled().messages().size());
        }
    }

    @Test
    default void listsByPartOfTheNameIgnoringCase() throws Exception {
        try (Session session = connect()) {
            ChannelId channel = filled().channel();
            String part = channel.name().substring(1).toUpperCase(java.util.Locale.ROOT);
            Page<ChannelNode> found = session.list(folder(channel),
                    new ListQuery(part, true, false, 1_000, Optional.empty()));
            assertTrue(found.items().stream().anyMatch(n -> n.id().equals(channel)), () -> "not found by " + part);
            Page<ChannelNode> none = session.list(folder(channel),
                    new ListQuery("no such name anywhere", true, false, 1_000, Optional.empty()));
            assertEquals(List.of(), none.items());
        }
    }

    @Test
    default void pagesThroughTheListWithoutRepeating() throws Exception {
        try (Session session = connect()) {
            Optional<ChannelId> folder = folder(filled().channel());
            List<ChannelId> paged = new ArrayList<>();
            ListQuery query = new ListQuery("", true, false, 1, Optional.empty());
            Optional<String> next = Optional.empty();
            do {
                Page<ChannelNode> page = session.list(folder, next.map(query::continuedAt).orElse(query));
                assertTrue(page.items().size() <= 1, "a page holds more than its limit");
                page.items().forEach(n -> paged.add(n.id()));
                next = page.next();
            } while (next.isPresent());
            assertEquals(new HashSet<>(paged).size(), paged.size(), "a channel came twice");
            assertTrue(paged.contains(filled().channel()), () -> "paging missed the channel: " + paged);
        }
    }

    @Test
    default void describesTheChannel() throws Exception {
        try (Session session = connect()) {
            ChannelDetails details = session.describe(filled().channel());
            assertEquals(filled().channel(), details.id());
            assertHonest(details.count(), filled().messages().size());
            Set<Integer> numbers = new HashSet<>(details.partitions().stream().map(PartitionInfo::number).toList());
            assertEquals(details.partitions().size(), numbers.size(), "partition numbers repeat");
            for (Message message : filled().messages()) {
                assertTrue(numbers.contains(message.partition()), () -> message + " is in none of " + numbers);
            }
            assertEquals(details.incarnation(), session.describe(filled().channel()).incarnation(),
                    "the incarnation changes by itself");
        }
    }

    @Test
    default void tellsWhereThePartitionsEnd() throws Exception {
        try (Session session = connect()) {
            ChannelDetails details = session.describe(filled().channel());
            List<Position> ends = session.ends(Set.of(details.id()), Isolation.COMMITTED)
                    .getOrDefault(details.id(), List.of());
            if (details.profile().end() == EndKind.POSITION) {
                assertEquals(details.partitions().stream().map(PartitionInfo::number).toList(),
                        ends.stream().map(Position::partition).toList());
                for (Message message : filled().messages()) {
                    Position end = ends.stream().filter(e -> e.partition() == message.partition()).findFirst()
                            .orElseThrow();
                    assertTrue(message.position().compareTo(end) < 0, () -> message + " is not before " + end);
                }
            } else {
                assertEquals(List.of(), ends, "no end is known by position");
            }
        }
    }

    @Test
    default void writesPositionsInANotationThatItReads() throws Exception {
        try (Session session = connect()) {
            for (Message message : filled().messages()) {
                String text = session.notation(message.position());
                assertEquals(Optional.of(message.position()), session.parsePosition(message.partition(), text));
            }
        }
    }

    @Test
    default void saysThatAChannelIsUnknown() throws Exception {
        try (Session session = connect()) {
            ChannelId unknown = filled().channel().renamed("there-is-no-such-channel");
            assertFault(FaultKind.NOT_FOUND, () -> session.describe(unknown));
            assertFault(FaultKind.NOT_FOUND, () -> session.open(OpenRequest.everything(unknown)).close());
            assertFault(FaultKind.NOT_FOUND, () -> session.ends(Set.of(unknown), Isolation.COMMITTED));
            assertTrue(session.list(folder(unknown), ListQuery.ALL).items().stream()
                    .noneMatch(n -> n.id().equals(unknown)), "asking for a channel created it");
        }
    }

    @Test
    default void answersClosedOnceClosed() throws Exception {
        Session session = connect();
        ChannelId channel = filled().channel();
        var cursor = session.open(SessionFixture.everything(session.describe(channel)));
        session.close();
        assertFault(FaultKind.CLOSED, () -> session.describe(channel));
        assertFault(FaultKind.CLOSED, () -> session.list(Optional.empty(), ListQuery.ALL));
        assertFault(FaultKind.CLOSED, () -> session.ends(Set.of(channel), Isolation.COMMITTED));
        assertFault(FaultKind.CLOSED, () -> session.open(OpenRequest.everything(channel)).close());
        assertFault(FaultKind.CLOSED, () -> cursor.next(java.time.Duration.ofMillis(100)));
        cursor.close();
        session.close();
    }

    /// A count may be inexact, but it must not lie about that.
    static void assertHonest(Count count, long real) {
        boolean honest = switch (count.quality()) {
            case EXACT -> count.value() == real;
            case UPPER_BOUND -> count.value() >= real;
            case LOWER_BOUND -> count.value() <= real;
            case STALE, ESTIMATE, UNKNOWN -> true;
        };
        assertTrue(honest, () -> count + ", but there are " + real);
    }

    static FaultException assertFault(FaultKind kind, Executable call) {
        FaultException thrown = assertThrows(FaultException.class, call);
        assertEquals(kind, thrown.kind(), () -> "wrong kind of " + thrown.fault());
        assertFalse(thrown.fault().message().isBlank(), "a fault needs a sentence");
        return thrown;
    }
}
