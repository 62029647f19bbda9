package dev.brokerscope.core.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.api.broker.GapReason;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.AttributeValue;
import dev.brokerscope.api.message.Header;
import dev.brokerscope.api.message.HeaderType;
import dev.brokerscope.api.message.Headers;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.TimestampType;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.core.job.JobContext;
import dev.brokerscope.core.job.Outcome;
import dev.brokerscope.core.slice.Naming;
import dev.brokerscope.core.slice.Slice;
import dev.brokerscope.plugin.memory.MemoryBroker;
import dev.brokerscope.testkit.SeededMessages;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DiffTest {

    private final MemoryBroker left = new MemoryBroker("left");
    private final MemoryBroker right = new MemoryBroker("right");
    private final ChannelId orders = MemoryBroker.id("orders");

    @Test
    void findsTheSameMessagesEqualWhateverTheirPositions() throws Exception {
        fill(left, "orders", 3, 200);
        right.create("orders", 3);
        right.hole("orders", 1, 7, GapReason.COMPACTED);
        publish(right, "orders", 3, 200);

        DiffReport report = diff(DiffPlan.of(List.of(), Naming.SAME));

        assertEquals(Outcome.COMPLETE, report.outcome(), report.summary());
        ChannelDiff only = report.channels().getFirst();
        assertEquals(200, only.sideA().messages());
        assertEquals(only.sideA().hash(), only.sideB().hash());
        assertEquals(7, only.sideB().holes());
    }

    static Stream<Arguments> planted() {
        UnaryOperator<Message.Builder> key = m -> m.key(Bytes.utf8("kez").toArray());
        UnaryOperator<Message.Builder> nullKey = m -> m.key(Optional.empty());
        UnaryOperator<Message.Builder> value = m -> m.value(Bytes.utf8("{\"total\":13}").toArray());
        UnaryOperator<Message.Builder> empty = m -> m.value(Optional.of(Bytes.EMPTY));
        UnaryOperator<Message.Builder> tombstone = m -> m.value(Optional.empty());
        UnaryOperator<Message.Builder> time = m -> m.timestamp(1_001, TimestampType.CREATE);
        UnaryOperator<Message.Builder> timeType = m -> m.timestamp(1_000, TimestampType.APPEND);
        UnaryOperator<Message.Builder> swapped = m -> m.headers(Headers.of(Header.of("dup", "b"),
                Header.of("dup", "a")));
        UnaryOperator<Message.Builder> fewer = m -> m.headers(Headers.of(Header.of("dup", "a")));
        UnaryOperator<Message.Builder> named = m -> m.headers(Headers.of(Header.of("dap", "a"),
                Header.of("dup", "b")));
        UnaryOperator<Message.Builder> nullHeader = m -> m.headers(Headers.of(Header.ofNull("dup"),
                Header.of("dup", "b")));
        UnaryOperator<Message.Builder> typed = m -> m.headers(Headers.of(
                new Header(Bytes.utf8("dup"), HeaderType.TEXT, Optional.of(Bytes.utf8("a"))), Header.of("dup", "b")));
        UnaryOperator<Message.Builder> priority = m -> m.attribute(new AttributeValue.Whole(9));
        return Stream.of(Arguments.of("key", "\"key\"", "\"kez\"", key),
                Arguments.of("key", "\"key\"", "null", nullKey),
                Arguments.of("value", "\"{\"total\":12}\"", "\"{\"total\":13}\"", value),
                Arguments.of("value", "\"{\"total\":12}\"", "empty", empty),
                Arguments.of("value", "\"{\"total\":12}\"", "null", tombstone),
                Arguments.of("timestamp", "1000", "1001", time),
                Arguments.of("timestamp type", "CREATE", "APPEND", timeType),
                Arguments.of("header[0].value", "\"a\"", "\"b\"", swapped),
                Arguments.of("number of headers", "2", "1", fewer),
                Arguments.of("header[0].name", "\"dup\"", "\"dap\"", named),
                Arguments.of("header[0].value", "\"a\"", "null", nullHeader),
                Arguments.of("header[0].type", "BYTES", "TEXT", typed),
                Arguments.of("attribute priority", "5", "9", priority));
    }

    @ParameterizedTest(name = "{0}: {1} against {2}")
    @MethodSource("planted")
    void findsAPlantedDifferenceInEachField(String field, String a, String b, UnaryOperator<Message.Builder> change)
            throws Exception {
        left.create("orders", 2);
        right.create("orders", 2);
        for (int i = 0; i < 10; i++) {
            left.publish("orders", plain().build());
            right.publish("orders", i == 6 ? change.apply(plain()).build() : plain().build());
        }

        DiffReport report = diff(DiffPlan.of(List.of(), Naming.SAME));

        assertEquals(Outcome.DIFFERENT, report.outcome());
        Difference first = report.channels().getFirst().first().orElseThrow();
        assertEquals(new Difference(orders, 1, Optional.of("6"), Optional.of("6"), field, a, b), first);
        assertNotEquals(report.channels().getFirst().sideA().hash(), report.channels().getFirst().sideB().hash());
    }

    @Test
    void namesAMessageThatStandsOnOneSideOnly() throws Exception {
        fill(left, "orders", 1, 20);
        fill(right, "orders", 1, 20);
        right.publish("orders", plain().build().movedTo(0, 0, 0).build());

        Difference first = diff(DiffPlan.of(List.of(), Naming.SAME)).channels().getFirst().first().orElseThrow();

        assertEquals("message", first.field());
        assertEquals(Optional.of("20"), first.positionB());
        assertTrue(first.positionA().isEmpty());
    }

    @Test
    void comparesTheSameChannelByPosition() throws Exception {
        fill(left, "orders", 1, 20);
        DiffSide before = new DiffSide("before", left.connect());
        DiffReport equal = new Diff(before, new DiffSide("now", left.connect()))
                .run(DiffPlan.of(List.of(), Naming.SAME), JobContext.direct());

        assertTrue(equal.equal());
    }

    @Test
    void followsRenamesAndPrefixes() throws Exception {
        fill(left, "orders", 2, 30);
        fill(left, "payments", 1, 10);
        fill(right, "copy", 2, 30);
        fill(right, "r.payments", 1, 10);

        DiffReport report = diff(DiffPlan.of(List.of(), Naming.prefixed("r.").renaming("orders", "copy")));

        assertTrue(report.equal(), report.summary());
        assertEquals(2, report.channels().size());
    }

    @Test
    void namesChannelsThatOneSideLacks() throws Exception {
        fill(left, "orders", 1, 5);
        fill(left, "payments", 1, 5);
        fill(right, "r.orders", 1, 5);
        fill(right, "r.extra", 1, 5);

        DiffReport report = diff(DiffPlan.of(List.of(), Naming.prefixed("r.")));

        assertEquals(List.of(MemoryBroker.id("payments")), report.onlyA());
        assertEquals(List.of(MemoryBroker.id("r.extra")), report.onlyB());
        assertEquals(Outcome.DIFFERENT, report.outcome());
    }

    @Test
    void saysWhenNeitherSideHasTheChannel() {
        FaultException fault = assertThrows(FaultException.class,
                () -> diff(DiffPlan.of(List.of(Slice.whole(MemoryBroker.id("nowhere"))), Naming.SAME)));

        assertEquals(FaultKind.NOT_FOUND, fault.kind());
        assertTrue(fault.fault().message().contains("nowhere"));
    }

    @Test
    void countsOnBehindTheFirstDifference() throws Exception {
        fill(left, "orders", 1, 500);
        right.create("orders", 1);
        right.publish("orders", plain().build().movedTo(0, 0, 0).build());

        ChannelDiff diff = diff(DiffPlan.of(List.of(), Naming.SAME)).channels().getFirst();

        assertFalse(diff.equal());
        assertEquals(500, diff.sideA().messages());
        assertEquals(1, diff.sideB().messages());
    }

    private DiffReport diff(DiffPlan plan) throws Exception {
        return new Diff(new DiffSide("left", left.connect()), new DiffSide("right", right.connect())).run(plan,
                JobContext.direct());
    }

    private static Message.Builder plain() {
        return Message.at(1, 0, 0).timestamp(1_000, TimestampType.CREATE).key(Bytes.utf8("key").toArray())
                .value(Bytes.utf8("{\"total\":12}").toArray())
                .headers(Headers.of(Header.of("dup", "a"), Header.of("dup", "b")))
                .attribute(new AttributeValue.Whole(5));
    }

    private static void fill(MemoryBroker broker, String channel, int partitions, int count) throws Exception {
        broker.create(channel, partitions);
        publish(broker, channel, partitions, count);
    }

    private static void publish(MemoryBroker broker, String channel, int partitions, int count) throws Exception {
        for (Message message : new SeededMessages(1, java.util.Set.of()).generate(count, partitions)) {
            broker.publish(channel, message);
        }
    }
}
