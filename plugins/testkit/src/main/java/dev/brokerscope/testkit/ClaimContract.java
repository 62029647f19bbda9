package dev.brokerscope.testkit;

import static dev.brokerscope.testkit.ListingContract.assertFault;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.api.broker.Cursor;
import dev.brokerscope.api.broker.CursorPlan;
import dev.brokerscope.api.broker.End;
import dev.brokerscope.api.broker.Isolation;
import dev.brokerscope.api.broker.OpenRequest;
import dev.brokerscope.api.broker.PublishRequest;
import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.broker.Start;
import dev.brokerscope.api.broker.WritableSession;
import dev.brokerscope.api.channel.ChannelDetails;
import dev.brokerscope.api.channel.ChannelProfile.Completeness;
import dev.brokerscope.api.channel.ChannelProfile.EndKind;
import dev.brokerscope.api.channel.ChannelProfile.PositionKind;
import dev.brokerscope.api.channel.ChannelProfile.StartKind;
import dev.brokerscope.api.channel.Count;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.Position;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/// Starts, ends, positions and completeness are just what the profile says: what is not claimed must not work either, or
/// the claim is too weak.
public interface ClaimContract extends BrokerFixture {

    @Test
    default void refusesEveryStartThatItDoesNotClaim() throws Exception {
        try (WritableSession session = connectForWriting()) {
            ChannelDetails details = session.describe(emptyChannel(1));
            for (StartKind kind : StartKind.values()) {
                if (!details.profile().starts().contains(kind)) {
                    OpenRequest request = SessionFixture.most(details).from(start(kind));
                    assertUnsupported("the start " + kind + " is not claimed, but",
                            () -> session.open(request).close());
                }
            }
        }
    }

    @Test
    default void startsAtPositionsJustWherePositionsAreStable() throws Exception {
        try (Session session = connect()) {
            ChannelDetails details = session.describe(emptyChannel(1));
            assertEquals(details.profile().positions() == PositionKind.STABLE,
                    details.profile().starts().contains(StartKind.POSITION),
                    () -> "positions are " + details.profile().positions() + ", starts are "
                            + details.profile().starts());
        }
    }

    /// Stored positions find the same messages in another session, after more were written; positions that count one scan
    /// begin at 0 each time.
    @Test
    default void meansByAPositionWhatItClaims() throws Exception {
        ChannelDetails details;
        List<Message> first;
        try (WritableSession session = connectForWriting()) {
            details = readable(session);
            publish(session, details, 40);
            first = Readout.of(session, SessionFixture.everything(details)).messages();
        }
        try (WritableSession session = connectForWriting()) {
            publish(session, details, 20);
            switch (details.profile().positions()) {
                case STABLE -> assertFoundAgain(session, details, first);
                case SCAN -> {
                    List<Message> again = Readout.of(session, SessionFixture.everything(details)).messages();
                    for (int i = 0; i < again.size(); i++) {
                        assertEquals(Position.of(0, i), again.get(i).position(), "the ordinal of the scan");
                    }
                }
                case NONE -> {
                    try (Cursor cursor = session.open(SessionFixture.everything(details))) {
                        assertEquals(List.of(), cursor.checkpoint(), "there are no positions to check");
                    }
                }
            }
        }
    }

    private static void assertFoundAgain(Session session, ChannelDetails details, List<Message> first)
            throws Exception {
        for (int i = 0; i < first.size(); i += 7) {
            Message stored = first.get(i);
            OpenRequest one = SessionFixture.everything(details)
                    .from(new Start.AtPositions(List.of(stored.position())))
                    .to(new End.BeforePositions(List.of(stored.position().next())));
            ReadingContract.assertRead(details, List.of(stored), Readout.of(session, one).messages());
        }
    }

    @Test
    default void knowsItsEndAsItClaims() throws Exception {
        try (WritableSession session = connectForWriting()) {
            ChannelDetails details = session.describe(emptyChannel(1));
            EndKind end = details.profile().end();
            boolean ends = !session.ends(Set.of(details.id()), Isolation.COMMITTED)
                    .getOrDefault(details.id(), List.of()).isEmpty();
            assertEquals(end == EndKind.POSITION, ends, () -> "the end is known by " + end
                    + ", but the session tells positions of ends: " + ends);
            OpenRequest snapshot = SessionFixture.most(details).to(new End.Snapshot());
            OpenRequest quiet = SessionFixture.most(details).to(new End.Quiet(300));
            switch (end) {
                case POSITION -> assertPlanned(session, details, snapshot, Count.Quality.UNKNOWN);
                case COUNT -> assertPlanned(session, details, snapshot, Count.Quality.EXACT);
                case BROKER_MARKER -> assertPlanned(session, details, snapshot, Count.Quality.ESTIMATE);
                case QUIET_PERIOD -> {
                    assertUnsupported("the end is known by silence only, but a snapshot",
                            () -> session.open(snapshot).close());
                    assertTrue(Readout.of(session, quiet).batches().getLast().end());
                }
                case NONE -> {
                    assertUnsupported("no end is known, but a snapshot", () -> session.open(snapshot).close());
                    assertUnsupported("no end is known, but an end by silence", () -> session.open(quiet).close());
                }
            }
        }
    }

    /// @param least `EXACT`: the number of messages is known beforehand and bounds the reading; `ESTIMATE`: it is not known
    /// exactly, or the claim were too weak; `UNKNOWN`: it does not matter
    private static void assertPlanned(WritableSession session, ChannelDetails details, OpenRequest request,
            Count.Quality least) throws Exception {
        publish(session, details, 20);
        try (Cursor cursor = session.open(request)) {
            publish(session, details, 5);
            List<CursorPlan.Range> ranges = cursor.plan().ranges();
            boolean counted = ranges.stream().allMatch(r -> r.expected().quality() == Count.Quality.EXACT);
            int read = Readout.rest(cursor).messages().size();
            if (least == Count.Quality.UNKNOWN) {
                assertTrue(ranges.stream().allMatch(r -> r.to().isPresent()),
                        () -> "a plan without its end: " + ranges);
            } else {
                assertEquals(least == Count.Quality.EXACT, counted, () -> "whether the plan counts exactly: " + ranges);
            }
            assertEquals(20, read, "what came after the opening does not belong to a snapshot");
        }
    }

    @Test
    default void isDenseJustWhereEveryHoleIsExplained() throws Exception {
        try (Session session = connect()) {
            ChannelDetails details = session.describe(emptyChannel(1));
            Assumptions.assumeTrue(details.profile().starts().contains(StartKind.EARLIEST));
            if (details.profile().positions() != PositionKind.STABLE) {
                assertFalse(details.profile().dense(), "positions of one scan prove nothing: dense is too strong");
                return;
            }
            ChannelDetails filled = session.describe(filled().channel());
            Readout readout = Readout.of(session, SessionFixture.everything(filled));
            Optional<String> hole = Coverage.problem(readout);
            assertEquals(filled.profile().dense(), hole.isEmpty(), () -> hole.orElse("every position was a message or a"
                    + " gap: say that it is dense, or fill the channel so that it shows a hole"));
        }
    }

    @Test
    default void isAsCompleteAsItClaims() throws Exception {
        try (WritableSession session = connectForWriting()) {
            ChannelDetails details = session.describe(emptyChannel(1));
            boolean keeps = details.profile().starts().contains(StartKind.EARLIEST);
            switch (details.profile().completeness()) {
                case COMPLETE -> assertTrue(keeps && details.profile().end() != EndKind.QUIET_PERIOD,
                        "nothing is complete that begins with the reading or ends by silence");
                case BROKER_MAY_TRUNCATE -> {
                    Filled lossy = lossy().orElseThrow(() -> new AssertionError(
                            "the profile says that messages may be left out: a fixture shows where (lossy)"));
                    ChannelDetails where = session.describe(lossy.channel());
                    int read = Readout.of(session, SessionFixture.everything(where)).messages().size();
                    assertTrue(read < lossy.messages().size(), "nothing was left out: the claim is too weak");
                }
                case LIVE_LOSSY -> assertFalse(keeps, "what was there before is read: the claim is too weak");
            }
            assertEquals(keeps, details.profile().completeness() != Completeness.LIVE_LOSSY,
                    "lossy is what keeps nothing");
        }
    }

    private ChannelDetails readable(WritableSession session) throws Exception {
        ChannelDetails details = session.describe(emptyChannel(1));
        Assumptions.assumeTrue(details.profile().starts().contains(StartKind.EARLIEST), "keeps nothing to read");
        return details;
    }

    private static void publish(WritableSession session, ChannelDetails details, int count) throws Exception {
        List<Message> messages = SeededMessages.ofThisRun().fitting(details.profile()).generate(count, 1);
        Publishing.allOf(session, PublishRequest.restore(details.id()), messages, details.attributes());
    }

    private static void assertUnsupported(String claim, Executable open) {
        try {
            assertFault(FaultKind.UNSUPPORTED, open);
        } catch (AssertionError works) {
            throw new AssertionError(claim + " is not refused as unsupported: " + works.getMessage(), works);
        }
    }

    private static Start start(StartKind kind) {
        return switch (kind) {
            case EARLIEST -> new Start.Earliest();
            case LATEST -> new Start.Latest();
            case LAST_N -> new Start.LastN(5);
            case TIME -> new Start.AtTime(0);
            case POSITION -> new Start.AtPositions(List.of(Position.of(0, 0)));
        };
    }
}
