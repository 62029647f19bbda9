package dev.brokerscope.core.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.api.broker.GapReason;
import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.channel.Impact;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.api.message.TimestampType;
import dev.brokerscope.plugin.memory.MemoryBroker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueryRunTest {

    @TempDir
    Path cache;

    private final MemoryBroker broker = new MemoryBroker("query");
    private final ChannelId orders = MemoryBroker.id("orders");

    @Test
    void readsTheNewestFirstOverAllPartitions() throws Exception {
        broker.create("orders", 3);
        publish(0, 10, 40, 70);
        publish(1, 20, 50, 80);
        publish(2, 30, 60, 90);

        assertEquals(List.of(90L, 80L, 70L, 60L), times(Query.newest(orders), 4));
    }

    @Test
    void givesAQueueItsMessagesBackAsSoonAsItsEndIsReached() throws Exception {
        ChannelId queue = queue(3);

        try (Session session = broker.connect(); QueryRun run = open(session, asked(queue, new QueryRange.Oldest()))) {
            run.readMore(99);

            assertEquals(0, broker.readers("work"));
            assertEquals(3, run.rows().size());
        }
    }

    @Test
    void letsGoOfAQueueThatWasReadInPartAndKeepsTheRows() throws Exception {
        ChannelId queue = queue(3);

        try (Session session = broker.connect(); QueryRun run = open(session, asked(queue, new QueryRange.Oldest()))) {
            run.readMore(2);
            assertEquals(1, broker.readers("work"));
            run.letGo();

            assertEquals(0, broker.readers("work"));
            assertTrue(run.ended());
            assertEquals(2, run.rows().size());
        }
    }

    @Test
    void showsWhatArrivesOnALiveChannelAtOnce() throws Exception {
        queue(3);
        ChannelId tap = broker.createTap("work.tap", "work");

        try (Session session = broker.connect(); QueryRun run = open(session, asked(tap, new QueryRange.Live()))) {
            Thread reader = Thread.ofVirtual().start(() -> readUntilInterrupted(run));
            publishTo("work", 0, 70);
            while (run.rows().size() == 0) {
                Thread.onSpinWait();
            }
            reader.interrupt();
            reader.join();

            assertEquals(List.of(70L), times(run));
            assertFalse(run.ended());
        }
    }

    private static void readUntilInterrupted(QueryRun run) {
        try {
            run.readMore(Long.MAX_VALUE);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (FaultException e) {
            throw new AssertionError(e);
        }
    }

    private static Query asked(ChannelId channel, QueryRange range) {
        return Query.newest(channel).over(range).consenting(EnumSet.allOf(Impact.class));
    }

    private ChannelId queue(int messages) throws Exception {
        ChannelId queue = broker.createQueue("work");
        for (int i = 0; i < messages; i++) {
            publishTo("work", 0, i);
        }
        return queue;
    }

    @Test
    void readsTheOldestFirstOverAllPartitions() throws Exception {
        broker.create("orders", 2);
        publish(0, 10, 40, 70);
        publish(1, 20, 50, 80);

        assertEquals(List.of(10L, 20L, 40L, 50L, 70L, 80L),
                times(Query.newest(orders).over(new QueryRange.Oldest()), 99));
    }

    @Test
    void keepsTheOrderOfAPartitionWhoseTimesAreOutOfOrder() throws Exception {
        broker.create("orders", 2);
        publish(0, 50, 10, 60);
        publish(1, 20, 30);

        assertEquals(List.of(20L, 30L, 50L, 10L, 60L), times(Query.newest(orders).over(new QueryRange.Oldest()), 99));
    }

    @Test
    void continuesWithOlderPagesWhereItStopped() throws Exception {
        broker.create("orders", 3);
        for (int i = 0; i < 3_000; i++) {
            publish(i % 3, i);
        }

        try (Session session = broker.connect(); QueryRun run = open(session, Query.newest(orders))) {
            run.readMore(100);
            run.readMore(2_500);
            run.readMore(1_000);

            assertEquals(LongStream.iterate(2_999, t -> t - 1).limit(3_000).boxed().toList(), times(run));
            assertTrue(run.ended());
        }
    }

    @Test
    void readsForwardThroughAPartitionThatLagsFarBehindTheOthers() throws Exception {
        broker.create("orders", 2);
        publish(0, LongStream.range(0, 5_000).toArray());
        publish(1, LongStream.range(5_000, 10_000).toArray());

        assertEquals(LongStream.range(0, 10_000).boxed().toList(),
                times(Query.newest(orders).over(new QueryRange.Oldest()), 20_000));
    }

    @Test
    void doesNotShiftWhenMessagesArriveMeanwhile() throws Exception {
        broker.create("orders", 1);
        publish(0, LongStream.range(0, 1_000).toArray());

        try (Session session = broker.connect(); QueryRun run = open(session, Query.newest(orders))) {
            run.readMore(10);
            publish(0, LongStream.range(1_000, 1_500).toArray());
            run.readMore(2_000);

            assertEquals(LongStream.iterate(999, t -> t - 1).limit(1_000).boxed().toList(), times(run));
        }
    }

    @Test
    void readsBetweenTwoTimesOnly() throws Exception {
        broker.create("orders", 2);
        publish(0, 10, 40, 70);
        publish(1, 20, 50, 80);

        assertEquals(List.of(40L, 50L), times(Query.newest(orders).over(new QueryRange.Between(40, 70)), 99));
    }

    @Test
    void readsFromAPositionInOnePartition() throws Exception {
        broker.create("orders", 2);
        publish(0, 10, 40, 70);
        publish(1, 20, 50, 80);

        assertEquals(List.of(50L, 80L),
                times(Query.newest(orders).over(new QueryRange.FromPositions(List.of(Position.of(1, 1)))), 99));
    }

    @Test
    void readsOnlyThePartitionsAskedFor() throws Exception {
        broker.create("orders", 2);
        publish(0, 10, 40, 70);
        publish(1, 20, 50, 80);

        assertEquals(List.of(80L, 50L, 20L), times(Query.newest(orders).only(Set.of(1)), 99));
    }

    @Test
    void filtersByKeyAndStillFillsThePage() throws Exception {
        broker.create("orders", 2);
        for (int i = 0; i < 2_000; i++) {
            broker.publish("orders", Message.at(i % 2, 0, 0).timestamp(i, TimestampType.CREATE)
                    .key(Bytes.utf8(i % 100 == 0 ? "PAY-" + i : "ORD-" + i).toArray()).build());
        }
        QuickFilter payments = QuickFilter.regex("^pay-\\d+$", Set.of(QuickFilter.Part.KEY));

        try (Session session = broker.connect();
                QueryRun run = open(session, Query.newest(orders).filtered(payments))) {
            run.readMore(5);

            assertEquals(List.of(1_900L, 1_800L, 1_700L, 1_600L, 1_500L), times(run));
            assertEquals(5, run.matched());
            assertTrue(run.scanned() > 400);
        }
    }

    @Test
    void looksIntoDecodedValuesOnlyWhereBytesAreNoText() throws Exception {
        broker.create("orders", 1);
        broker.publish("orders",
                Message.at(0, 0, 0).timestamp(1, TimestampType.CREATE).value(new byte[]{(byte) 0xff}).build());
        broker.publish("orders", Message.at(0, 0, 0).timestamp(2, TimestampType.CREATE).value(new byte[]{'x'}).build());
        Query query = Query.newest(orders).filtered(QuickFilter.contains("amount: 12"));

        try (Session session = broker.connect();
                QueryRun run = QueryRun.open(session, query, cache, 10, message -> "AMOUNT: 12")) {
            run.readMore(10);

            assertEquals(List.of(1L), times(run));
        }
    }

    @Test
    void showsAGapAsARowThatIsNoMessage() throws Exception {
        broker.create("orders", 1);
        publish(0, 10);
        broker.hole("orders", 0, 3, GapReason.TRANSACTIONAL);
        publish(0, 20);

        try (Session session = broker.connect();
                QueryRun run = open(session, Query.newest(orders).over(new QueryRange.Oldest()))) {
            run.readMore(10);

            assertEquals(3, run.rows().size());
            assertEquals(2, run.matched());
            Entry.Gap gap = (Entry.Gap) run.rows().entry(1);
            assertEquals(Position.of(0, 1), gap.gap().from());
            assertEquals(Position.of(0, 4), gap.gap().next());
        }
    }

    @Test
    void endsThoughTheTailHoldsNoMessage() throws Exception {
        broker.create("orders", 1);
        publish(0, 10);
        broker.hole("orders", 0, 5_000, GapReason.TRANSACTIONAL);

        assertEquals(List.of(10L), times(Query.newest(orders), 1));
    }

    @Test
    void readsOnlyTheBeginningOfALargeValueForARow() throws Exception {
        broker.create("orders", 1);
        broker.publish("orders",
                Message.at(0, 0, 0).timestamp(1, TimestampType.CREATE).value(new byte[5_000_000]).build());

        try (Session session = broker.connect(); QueryRun run = open(session, Query.newest(orders))) {
            run.readMore(1);
            ResultRow row = run.rows().row(0, 1_000);

            assertTrue(row.truncated());
            assertEquals(5_000_000, row.valueSize());
            assertEquals(1_000, ((Entry.Message) row.entry()).message().valueSize());
            assertEquals(5_000_000, ((Entry.Message) run.rows().entry(0)).message().valueSize());
        }
    }

    @Test
    void leavesNothingBehindOnDisk() throws Exception {
        broker.create("orders", 1);
        publish(0, 10);
        try (Session session = broker.connect(); QueryRun run = open(session, Query.newest(orders))) {
            run.readMore(1);
            assertFalse(files().isEmpty());
        }

        assertEquals(List.of(), files());
    }

    @Test
    void cleansUpBehindAProcessThatDied() throws Exception {
        Path abandoned = Files.createDirectory(cache.resolve("999999999-1.result"));
        Files.writeString(abandoned.resolve("entries"), "left");

        ResultStore.create(cache).close();

        assertEquals(List.of(), files());
    }

    @Test
    void saysWhichRegularExpressionCannotBeRead() {
        FaultException fault = assertThrows(FaultException.class,
                () -> QuickFilter.regex("a(b", Set.of(QuickFilter.Part.KEY)));

        assertEquals(FaultKind.USAGE, fault.kind());
        assertTrue(fault.getMessage().contains("\"a(b\""));
    }

    private void publish(int partition, long... times) throws FaultException {
        publishTo("orders", partition, times);
    }

    private void publishTo(String channel, int partition, long... times) throws FaultException {
        for (long time : times) {
            broker.publish(channel, Message.at(partition, 0, 0).timestamp(time, TimestampType.CREATE)
                    .value(Bytes.utf8("v" + time).toArray()).build());
        }
    }

    private QueryRun open(Session session, Query query) throws FaultException, InterruptedException {
        return QueryRun.open(session, query, cache, 50, message -> "");
    }

    private List<Long> times(Query query, long rows) throws FaultException, InterruptedException {
        try (Session session = broker.connect(); QueryRun run = open(session, query)) {
            run.readMore(rows);
            return times(run);
        }
    }

    private static List<Long> times(QueryRun run) throws FaultException {
        List<Long> times = new ArrayList<>();
        for (long row = 0; row < run.rows().size(); row++) {
            if (run.rows().entry(row) instanceof Entry.Message(var message)) {
                times.add(message.timestamp());
            }
        }
        return times;
    }

    private List<Path> files() throws java.io.IOException {
        try (Stream<Path> files = Files.list(cache)) {
            return files.toList();
        }
    }
}
