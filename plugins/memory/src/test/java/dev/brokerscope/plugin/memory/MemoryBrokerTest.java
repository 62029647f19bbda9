package dev.brokerscope.plugin.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.api.broker.Cursor;
import dev.brokerscope.api.broker.CursorEvent.Gap;
import dev.brokerscope.api.broker.GapReason;
import dev.brokerscope.api.broker.OpenRequest;
import dev.brokerscope.api.broker.PublishRequest;
import dev.brokerscope.api.broker.Start;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.fault.Fault;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.AttributeSchema;
import dev.brokerscope.api.message.AttributeValue;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.testkit.Publishing;
import dev.brokerscope.testkit.Readout;
import dev.brokerscope.testkit.SeededMessages;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class MemoryBrokerTest {

    private static final Fault BROKEN = Fault.of(FaultKind.UNREACHABLE, "test", "It broke.", "");

    private final MemoryBroker broker = new MemoryBroker("test");
    private final ChannelId channel = MemoryBroker.id("orders");

    @BeforeEach
    void fill() throws FaultException {
        broker.create("orders", 1);
        for (Message message : SeededMessages.ofThisRun().generate(20, 1)) {
            broker.publish("orders", message);
        }
    }

    @Test
    void failsReadingOnceWhereTheScriptSaysSo() throws Exception {
        broker.script().failReading("orders", 7, BROKEN);
        try (MemorySession session = broker.connect(); Cursor cursor = session.open(OpenRequest.everything(channel))) {
            assertEquals(7, cursor.next(Duration.ZERO).messages().size());
            assertEquals(BROKEN, assertThrows(FaultException.class, () -> cursor.next(Duration.ZERO)).fault());
            List<Position> checkpoint = cursor.checkpoint();
            Start rest = new Start.AtPositions(checkpoint);
            assertEquals(13, Readout.of(session, OpenRequest.everything(channel).from(rest)).messages().size());
        }
    }

    @Test
    void saysIncompleteWhenTheChannelIsDeletedWhileReading() throws Exception {
        broker.script().deleteWhileReading("orders", 5);
        try (MemorySession session = broker.connect(); Cursor cursor = session.open(OpenRequest.everything(channel))) {
            assertEquals(5, cursor.next(Duration.ZERO).messages().size());
            assertEquals(FaultKind.INCOMPLETE,
                    assertThrows(FaultException.class, () -> cursor.next(Duration.ZERO)).kind());
        }
    }

    @Test
    void reportsRetentionThatOvertakesAReader() throws Exception {
        try (MemorySession session = broker.connect(); Cursor cursor = session.open(OpenRequest.everything(channel)
                .limited(new OpenRequest.Limits(4, 1L << 30)))) {
            cursor.next(Duration.ZERO);
            broker.trim("orders", Position.of(0, 9));
            Readout rest = Readout.rest(cursor);
            assertEquals(List.of(new Gap(Position.of(0, 4), Position.of(0, 9), GapReason.RETENTION, true)),
                    rest.gaps());
            assertEquals(11, rest.messages().size());
        }
    }

    @Test
    void cannotBeReachedWhenItIsDown() throws Exception {
        try (MemorySession session = broker.connect()) {
            broker.reachable(false);
            assertEquals(FaultKind.UNREACHABLE,
                    assertThrows(FaultException.class, () -> session.describe(channel)).kind());
            assertEquals(FaultKind.UNREACHABLE, assertThrows(FaultException.class, broker::connect).kind());
        }
    }

    @Test
    void declinesSingleMessagesByToken() throws Exception {
        broker.create("copy", 1);
        broker.script().decline("copy", m -> m.positionLo() == 3, BROKEN);
        try (MemorySession session = broker.connect()) {
            List<Message> messages = SeededMessages.ofThisRun().generate(6, 1);
            Publishing published = Publishing.of(session, PublishRequest.restore(MemoryBroker.id("copy")), messages,
                    AttributeSchema.EMPTY);
            assertEquals(List.of(3L), List.copyOf(published.failures().keySet()));
            assertEquals(5, published.positions().size());
        }
    }

    @Test
    void keepsThePriority() throws Exception {
        Message urgent = Message.at(0, 0, 0).value(new byte[]{1}).attribute(new AttributeValue.Whole(9)).build();
        broker.create("urgent", 1);
        try (MemorySession session = broker.connect()) {
            Publishing.allOf(session, PublishRequest.restore(MemoryBroker.id("urgent")), List.of(urgent),
                    MemoryBroker.ATTRIBUTES);
            Message read = Readout.of(session, OpenRequest.everything(MemoryBroker.id("urgent"))).messages().getFirst();
            assertEquals(Optional.of(new AttributeValue.Whole(9)), read.attribute(0));
        }
    }

    @Test
    void isTheSameForConnectionsOfOneName() {
        MemoryPlugin plugin = new MemoryPlugin();
        assertTrue(plugin.broker("a") == plugin.broker("a"));
        assertTrue(plugin.broker("a") != plugin.broker("b"));
    }
}
