package dev.brokerscope.core.restore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.Position;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class AckLedgerTest {

    private AckLedger ledger = new AckLedger(false, false);

    @Test
    void goesNoFurtherThanTheFirstMessageThatIsStillInFlight() {
        begin();
        long first = ledger.expect(messages(0, 1, 2));
        ledger.acknowledged(first + 1, Optional.of(Position.of(0, 101)));
        ledger.acknowledged(first + 2, Optional.of(Position.of(0, 102)));
        assertEquals(List.of(Position.of(0, 0)), ledger.next());

        ledger.acknowledged(first, Optional.of(Position.of(0, 100)));

        assertEquals(new ChannelProgress(List.of(Position.of(0, 3)), List.of(Position.of(0, 102)), 3), progress());
    }

    @Test
    void countsMessagesOfTargetsThatDoNotTellWhereTheyStand() {
        begin();
        ledger.acknowledged(ledger.expect(messages(0)), Optional.empty());

        assertEquals(1, ledger.written());
    }

    @Test
    void aRefusedMessageHandsItsMeaningToTheNext() {
        begin(Position.of(0, 1));
        long first = ledger.expect(messages(0, 1, 2));
        ledger.acknowledged(first, Optional.of(Position.of(0, 100)));
        ledger.failed(first + 1, refused());
        ledger.acknowledged(first + 2, Optional.of(Position.of(0, 101)));

        assertEquals(List.of(new Translation(Position.of(0, 1), Position.of(0, 101))), ledger.translations());
        assertEquals(1, ledger.failures());
        assertEquals(2, ledger.written());
    }

    @Test
    void positionsBehindTheLastMessageMeanTheEndOfTheTarget() {
        begin(Position.of(0, 9));
        ledger.acknowledged(ledger.expect(messages(0)), Optional.of(Position.of(0, 100)));

        ledger.end(0, Position.of(0, 101));

        assertEquals(List.of(new Translation(Position.of(0, 9), Position.of(0, 101))), ledger.translations());
    }

    @Test
    void aTargetThatFailsAsAWholeSettlesNothing() {
        begin();
        long first = ledger.expect(messages(0, 1));
        ledger.failed(first, new FaultException(FaultKind.UNREACHABLE, "gone", "The broker is gone.", ""));

        assertTrue(ledger.fatal().isPresent());
        assertEquals(0, ledger.failures());
        assertEquals(List.of(Position.of(0, 0)), ledger.next());
    }

    @Test
    void partitionsThatShareOneOrderGoNoFurtherThanTheFirstHoleInAny() {
        ledger = new AckLedger(true, false);
        begin();
        ledger.begin(Position.of(1, 0), List.of());
        long first = ledger.expect(List.of(Message.at(0, 0, 0).build(), Message.at(1, 0, 0).build()));
        ledger.acknowledged(first + 1, Optional.of(Position.of(0, 8)));
        assertEquals(List.of(Position.of(0, 0), Position.of(1, 0)), ledger.next());

        ledger.acknowledged(first, Optional.of(Position.of(0, 7)));

        assertEquals(List.of(Position.of(0, 1), Position.of(1, 1)), ledger.next());
        assertEquals(List.of(Position.of(0, 8)), ledger.last());
    }

    @Test
    void inATransactionNothingIsSettledBeforeItWasCommitted() {
        ledger = new AckLedger(false, true);
        begin();
        ledger.acknowledged(ledger.expect(messages(0)), Optional.of(Position.of(0, 7)));
        assertEquals(0, ledger.written());

        ledger.committed();

        assertEquals(List.of(Position.of(0, 1)), ledger.next());
        assertEquals(1, ledger.written());
    }

    @Test
    void whatATransactionTakesBackMeansNothingYet() {
        ledger = new AckLedger(false, true);
        begin(Position.of(0, 1));
        long first = ledger.expect(messages(0, 1, 2));
        ledger.failed(first, refused());
        ledger.acknowledged(first + 1, 0, 0, 7);
        ledger.acknowledged(first + 2, 0, 0, 8);

        ledger.rewind();
        ledger.committed();

        assertEquals(List.of(Position.of(0, 0)), ledger.next());
        assertEquals(List.of(), ledger.translations());
        assertTrue(ledger.skips(Position.of(0, 0)));
        long again = ledger.expect(messages(1, 2));
        ledger.acknowledged(again, 0, 0, 17);
        ledger.acknowledged(again + 1, 0, 0, 18);
        ledger.committed();
        assertEquals(List.of(new Translation(Position.of(0, 1), Position.of(0, 17))), ledger.translations());
        assertEquals(new ChannelProgress(List.of(Position.of(0, 3)), List.of(Position.of(0, 18)), 2), progress());
    }

    @Test
    void aRefusedMessageInATransactionIsKnownToTheJournalUntilTheCommit() {
        ledger = new AckLedger(false, true);
        begin();
        long first = ledger.expect(messages(0, 1));
        ledger.failed(first, refused());
        ledger.acknowledged(first + 1, 0, 0, 7);
        assertEquals(List.of(Position.of(0, 0)), journal().skipped());

        ledger.committed();

        assertEquals(List.of(), journal().skipped());
        assertEquals(List.of(Position.of(0, 2)), ledger.next());
    }

    @Test
    void messagesOfSeveralPartitionsAreSettledEachOnItsOwn() {
        begin();
        ledger.begin(Position.of(1, 0), List.of());
        long first = ledger.expect(List.of(Message.at(0, 0, 0).build(), Message.at(1, 0, 0).build(),
                Message.at(1, 0, 1).build()));
        ledger.acknowledged(first + 2, 1, 0, 6);
        ledger.acknowledged(first + 1, 1, 0, 5);

        assertEquals(List.of(Position.of(0, 0), Position.of(1, 2)), ledger.next());
        assertEquals(List.of(Position.of(1, 6)), ledger.last());
    }

    @Test
    void whatWasHandedBackIsExpectedAgainAndWhatWasRefusedIsNot() {
        begin(Position.of(0, 1));
        long first = ledger.expect(messages(0, 1, 2));
        ledger.returned(first, refused());
        ledger.failed(first + 1, refused());
        ledger.returned(first + 2, refused());
        assertTrue(ledger.returned().isPresent());

        ledger.rewind();
        ledger.acknowledged(first + 2, Optional.of(Position.of(0, 9))); // too late to mean anything

        assertTrue(ledger.returned().isEmpty());
        assertEquals(List.of(Position.of(0, 0)), ledger.next());
        assertTrue(ledger.skips(Position.of(0, 1)));
        long again = ledger.expect(messages(0, 2));
        ledger.acknowledged(again, Optional.of(Position.of(0, 100)));
        ledger.acknowledged(again + 1, Optional.of(Position.of(0, 101)));
        assertEquals(List.of(new Translation(Position.of(0, 1), Position.of(0, 101))), ledger.translations());
        assertEquals(1, ledger.failures());
    }

    @Test
    void aJournalKnowsWhatWasRefusedBehindTheFirstHole() {
        begin();
        long first = ledger.expect(messages(0, 1));
        ledger.failed(first + 1, refused());

        ChannelJournal journal = journal();

        assertEquals(List.of(Position.of(0, 1)), journal.skipped());
        assertEquals(journal, JournalJson.read(JournalJson.write(ChannelId.of("channel", "c"), journal)));
    }

    private ChannelJournal journal() {
        return ledger.snapshot(ChannelJournal.of(new ChannelJournal.Begun(true, "a", List.of()), 0));
    }

    private ChannelProgress progress() {
        return new ChannelProgress(ledger.next(), ledger.last(), ledger.written());
    }

    private void begin(Position... wanted) {
        ledger.begin(Position.of(0, 0), List.of(wanted));
    }

    private static List<Message> messages(long... offsets) {
        return LongStream.of(offsets).mapToObj(o -> Message.at(0, 0, o).build()).toList();
    }

    private static FaultException refused() {
        return new FaultException(FaultKind.TOO_LARGE, "large", "The message is too large.", "");
    }
}
