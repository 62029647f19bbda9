package dev.brokerscope.core.restore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.Position;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class AckLedgerTest {

    private final AckLedger ledger = new AckLedger();

    @Test
    void goesNoFurtherThanTheFirstMessageThatIsStillInFlight() {
        begin();
        long first = ledger.expect(messages(0, 1, 2));
        ledger.acknowledged(first + 1, Optional.of(Position.of(0, 101)));
        ledger.acknowledged(first + 2, Optional.of(Position.of(0, 102)));
        assertEquals(Position.of(0, 0), ledger.progress().getFirst().next());

        ledger.acknowledged(first, Optional.of(Position.of(0, 100)));

        assertEquals(new PartitionProgress(Position.of(0, 3), 3, Optional.of(Position.of(0, 102))),
                ledger.progress().getFirst());
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
        assertEquals(Position.of(0, 0), ledger.progress().getFirst().next());
    }

    private void begin(Position... wanted) {
        ledger.begin(new PartitionProgress(Position.of(0, 0), 0, Optional.empty()), List.of(wanted));
    }

    private static List<Message> messages(long... offsets) {
        return LongStream.of(offsets).mapToObj(o -> Message.at(0, 0, o).build()).toList();
    }

    private static FaultException refused() {
        return new FaultException(FaultKind.TOO_LARGE, "large", "The message is too large.", "");
    }
}
