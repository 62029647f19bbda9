package dev.brokerscope.testkit;

import static dev.brokerscope.testkit.ListingContract.assertFault;
import static dev.brokerscope.testkit.ReadingContract.assertRead;

import dev.brokerscope.api.broker.End;
import dev.brokerscope.api.broker.OpenRequest;
import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.broker.Start;
import dev.brokerscope.api.channel.ChannelDetails;
import dev.brokerscope.api.channel.ChannelProfile.EndKind;
import dev.brokerscope.api.channel.ChannelProfile.PositionKind;
import dev.brokerscope.api.channel.ChannelProfile.StartKind;
import dev.brokerscope.api.channel.PartitionInfo;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.Position;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// Reading a part of a channel: every start and every end that the profile offers.
public interface RangeContract extends SessionFixture {

    @Test
    default void readsOnlyThePartitionsAskedFor() throws Exception {
        try (Session session = connect()) {
            ChannelDetails details = session.describe(filled().channel());
            OpenRequest everything = SessionFixture.everything(details);
            for (int number : Readout.byPartition(filled().messages()).keySet()) {
                assertRead(details, filled().messages().stream().filter(m -> m.partition() == number).toList(),
                        Readout.of(session, everything.only(Set.of(number))).messages());
            }
        }
    }

    @Test
    default void saysThatAPartitionIsUnknown() throws Exception {
        try (Session session = connect()) {
            OpenRequest everything = SessionFixture.everything(session.describe(filled().channel()));
            assertFault(FaultKind.NOT_FOUND, () -> session.open(everything.only(Set.of(4_711))).close());
        }
    }

    @Test
    default void startsBehindTheLatest() throws Exception {
        try (Session session = connect()) {
            ChannelDetails details = session.describe(filled().channel());
            OpenRequest request = request(details, StartKind.LATEST);
            assertRead(details, List.of(), Readout.of(session, request.from(new Start.Latest())).messages());
        }
    }

    @Test
    default void startsAtTheLastNPositions() throws Exception {
        try (Session session = connect()) {
            ChannelDetails details = session.describe(filled().channel());
            OpenRequest request = request(details, StartKind.LAST_N);
            for (long n : new long[]{0, 1, 5, 1_000_000}) {
                List<Message> expected = new ArrayList<>();
                Readout.byPartition(filled().messages())
                        .forEach((partition, in) -> expected.addAll(lastN(details, partition, in, n)));
                assertRead(details, expected, Readout.of(session, request.from(new Start.LastN(n))).messages());
            }
        }
    }

    @Test
    default void startsAtATime() throws Exception {
        try (Session session = connect()) {
            ChannelDetails details = session.describe(filled().channel());
            OpenRequest request = request(details, StartKind.TIME);
            for (long time : times()) {
                List<Message> expected = notBefore(filled().messages(), time);
                assertRead(details, expected, Readout.of(session, request.from(new Start.AtTime(time))).messages());
            }
        }
    }

    @Test
    default void endsBeforeATime() throws Exception {
        try (Session session = connect()) {
            ChannelDetails details = session.describe(filled().channel());
            OpenRequest request = request(details, StartKind.TIME);
            for (long time : times()) {
                Set<Message> later = Collections.newSetFromMap(new IdentityHashMap<>());
                later.addAll(notBefore(filled().messages(), time));
                List<Message> expected = filled().messages().stream().filter(m -> !later.contains(m)).toList();
                assertRead(details, expected, Readout.of(session, request.to(new End.BeforeTime(time))).messages());
            }
        }
    }

    @Test
    default void startsAtPositionsAndReadsOnlyTheirPartitions() throws Exception {
        try (Session session = connect()) {
            ChannelDetails details = session.describe(filled().channel());
            OpenRequest request = request(details, StartKind.POSITION);
            for (Message first : every(7)) {
                List<Message> expected = filled().messages().stream().filter(m -> m.partition() == first.partition()
                        && m.position().compareTo(first.position()) >= 0).toList();
                Start start = new Start.AtPositions(List.of(first.position()));
                assertRead(details, expected, Readout.of(session, request.from(start)).messages());
            }
        }
    }

    @Test
    default void endsBeforePositions() throws Exception {
        try (Session session = connect()) {
            ChannelDetails details = session.describe(filled().channel());
            Assumptions.assumeTrue(details.profile().positions() == PositionKind.STABLE);
            OpenRequest request = SessionFixture.everything(details);
            for (Message bound : every(9)) {
                List<Message> expected = filled().messages().stream().filter(m -> m.partition() == bound.partition()
                        && m.position().compareTo(bound.position()) < 0).toList();
                End end = new End.BeforePositions(List.of(bound.position()));
                assertRead(details, expected,
                        Readout.of(session, request.only(Set.of(bound.partition())).to(end)).messages());
            }
        }
    }

    @Test
    default void saysThatAPositionIsBehindTheEnd() throws Exception {
        try (Session session = connect()) {
            ChannelDetails details = session.describe(filled().channel());
            OpenRequest request = request(details, StartKind.POSITION);
            Assumptions.assumeTrue(details.profile().end() == EndKind.POSITION);
            Position end = details.partitions().getFirst().end().orElseThrow();
            Position beyond = new Position(end.partition(), end.hi(), end.lo() + 1_000);
            assertFault(FaultKind.POSITION_GONE,
                    () -> session.open(request.from(new Start.AtPositions(List.of(beyond)))).close());
        }
    }

    private static OpenRequest request(ChannelDetails details, StartKind start) {
        Assumptions.assumeTrue(details.profile().starts().contains(start), () -> start + " is not claimed");
        return SessionFixture.everything(details);
    }

    private List<Message> every(int step) throws Exception {
        List<Message> some = new ArrayList<>();
        for (int i = 0; i < filled().messages().size(); i += filled().messages().size() / step) {
            some.add(filled().messages().get(i));
        }
        return some;
    }

    private List<Long> times() throws Exception {
        List<Long> times = new ArrayList<>(every(5).stream().map(Message::timestamp).toList());
        times.add(times.getLast() + 1);
        times.add(0L);
        times.add(4_102_444_800_000L);
        return times;
    }

    /// Timestamps need not ascend: what counts is the first message at or after the time.
    private static List<Message> notBefore(List<Message> messages, long time) {
        List<Message> rest = new ArrayList<>();
        Readout.byPartition(messages).values().forEach(in -> in.stream().filter(m -> m.timestamp() >= time).findFirst()
                .ifPresent(first -> rest.addAll(in.subList(in.indexOf(first), in.size()))));
        return rest;
    }

    private static List<Message> lastN(ChannelDetails details, int partition, List<Message> in, long n) {
        if (!details.profile().dense()) {
            return in.subList((int) Math.max(0, in.size() - n), in.size());
        }
        PartitionInfo info = details.partitions().stream().filter(p -> p.number() == partition).findFirst()
                .orElseThrow();
        long first = info.end().orElseThrow().lo() - n;
        return in.stream().filter(m -> m.positionLo() >= first).toList();
    }
}
