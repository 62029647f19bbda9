package dev.brokerscope.desktop.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.api.broker.GapReason;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.channel.Impact;
import dev.brokerscope.api.fault.Fault;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.TimestampType;
import dev.brokerscope.core.query.QuickFilter.Part;
import dev.brokerscope.desktop.ui.table.RowSource;
import dev.brokerscope.plugin.memory.MemoryBroker;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MessagesModelTest {

    @TempDir
    Path folder;

    private final MemoryBroker broker = new MemoryBroker("tab");
    private final List<MessagesModel> opened = new ArrayList<>();
    private ChannelId orders = MemoryBroker.id("orders");

    @BeforeEach
    void create() throws Exception {
        orders = broker.create("orders", 2);
    }

    @AfterEach
    void close() {
        opened.forEach(MessagesModel::close);
    }

    @Test
    void showsTheNewestFirstAndSaysWhetherThereIsMore() throws Exception {
        publish(25);
        MessagesModel model = model();
        model.run(QueryChoice.newest().paged(10));

        assertEquals(List.of("24", "23", "22"), keys(model).subList(0, 3));
        assertEquals(10, model.pageProperty().get().count());
        assertTrue(model.pageProperty().get().hasNext());
        assertFalse(model.pageProperty().get().hasPrevious());
    }

    @Test
    void readsOnWhenTheNextPageIsAskedForAndFindsTheEnd() throws Exception {
        publish(25);
        MessagesModel model = model();
        model.run(QueryChoice.newest().paged(10));
        model.show(1);
        model.show(2);

        assertEquals(List.of("4", "3", "2", "1", "0"), keys(model));
        assertTrue(model.pageProperty().get().ended());
        assertFalse(model.pageProperty().get().hasNext());
    }

    @Test
    void goesBackToAPageThatWasReadWithoutReadingItAgain() throws Exception {
        publish(25);
        MessagesModel model = model();
        model.run(QueryChoice.newest().paged(10));
        model.show(1);
        long scanned = model.progressProperty().get().scanned();
        model.show(0);

        assertEquals("24", keys(model).getFirst());
        assertEquals(scanned, model.progressProperty().get().scanned());
    }

    @Test
    void tellsHowManyWereLookedAtWhereNothingMatched() throws Exception {
        publish(25);
        MessagesModel model = model();
        model.run(QueryChoice.newest().filtered("nowhere", false, Set.of(Part.VALUE)));

        assertInstanceOf(SearchState.Done.class, model.stateProperty().get());
        assertEquals(25, model.progressProperty().get().scanned());
        assertEquals(0, model.progressProperty().get().matched());
        assertEquals(1.0, model.progressProperty().get().fraction());
    }

    @Test
    void looksOnlyAtThePartsTheFilterNames() throws Exception {
        publish(25);
        MessagesModel model = model();
        model.run(QueryChoice.newest().filtered("value 7", false, Set.of(Part.KEY)));
        assertEquals(List.of(), keys(model));
        model.run(QueryChoice.newest().filtered("value 7$", true, Set.of(Part.VALUE)));

        assertEquals(List.of("7"), keys(model));
    }

    @Test
    void saysWhatAnOffsetMustLookLike() throws Exception {
        publish(3);
        MessagesModel model = model();
        model.run(QueryChoice.newest().over(new RangeChoice.FromOffset("next week", Optional.empty())));

        assertEquals("\"next week\" is no offset. Write a number, such as 1204006.", fault(model).sentence());
    }

    @Test
    void leavesOutPartitionsThatEndBeforeTheOffset() throws Exception {
        for (int i = 0; i < 8; i++) {
            publish(0, i);
        }
        publish(1, 99);
        MessagesModel model = model();
        model.run(QueryChoice.newest().over(new RangeChoice.FromOffset("5", Optional.empty())));

        assertEquals(List.of("5", "6", "7"), keys(model));
    }

    @Test
    void refusesARangeThatEndsBeforeItBegins() throws Exception {
        publish(3);
        MessagesModel model = model();
        model.run(QueryChoice.newest().over(new RangeChoice.Between("now", "now-1h")));

        assertEquals(FaultKind.USAGE, fault(model).kind());
    }

    @Test
    void asksBeforeReadingChangesSomethingOnTheBroker() throws Exception {
        publish(3);
        broker.impact("orders", Set.of(Impact.MARKS_REDELIVERED));
        MessagesModel model = model();
        model.run(QueryChoice.newest());
        assertEquals(new SearchState.NeedsConsent(Set.of(Impact.MARKS_REDELIVERED)), model.stateProperty().get());
        model.agree(Set.of(Impact.MARKS_REDELIVERED));

        assertEquals(3, keys(model).size());
    }

    @Test
    void readsAQueueFromItsFrontInOneGoAndGivesItBackAtOnce() throws Exception {
        orders = queue(25);
        MessagesModel model = model();
        model.run(model.reading().ways().first().paged(10));
        assertEquals(0, broker.readers("work"));
        model.agree(Set.of(Impact.HIDES_MESSAGES, Impact.MARKS_REDELIVERED));

        assertEquals(0, broker.readers("work"));
        assertEquals(25, model.pageProperty().get().stored());
        assertEquals(List.of("0", "1", "2"), keys(model).subList(0, 3));
        model.show(2);
        assertEquals(5, keys(model).size());
    }

    @Test
    void consentIsRememberedForLaterSearchesOfTheTab() throws Exception {
        orders = queue(3);
        MessagesModel model = model();
        model.agree(Set.of(Impact.HIDES_MESSAGES, Impact.MARKS_REDELIVERED));
        model.run(model.reading().ways().first().filtered("value 2", false, Set.of(Part.VALUE)));

        assertEquals(List.of("2"), keys(model));
    }

    @Test
    void anImpactThatNobodyAgreedToIsAskedForAlone() throws Exception {
        orders = queue(3);
        MessagesModel model = model();
        model.agree(Set.of(Impact.HIDES_MESSAGES));

        assertEquals(new SearchState.NeedsConsent(Set.of(Impact.MARKS_REDELIVERED)), model.stateProperty().get());
    }

    @Test
    void aLiveChannelBeginsWithWhatArrivesAndTurnsItsPages() throws Exception {
        queue(3);
        orders = broker.createTap("work.tap", "work");
        BlockingQueue<Runnable> ui = new LinkedBlockingQueue<>();
        MessagesModel model = new MessagesModel(Readings.plain(broker, orders, folder), folder.resolve("cache"),
                task -> Thread.ofVirtual().start(task), ui::add, () -> ZoneOffset.UTC);
        opened.add(model);
        model.run(model.reading().ways().first().paged(10));
        while (broker.readers("work.tap") == 0) {
            Thread.onSpinWait();
        }
        for (int i = 0; i < 12; i++) {
            send("work", 0, i);
        }
        while (model.pageProperty().get().stored() < 12) {
            model.poll();
        }
        assertEquals(1, model.pageProperty().get().index());
        model.stop();
        ui.take().run();

        assertInstanceOf(SearchState.Stopped.class, model.stateProperty().get());
        assertEquals(0, broker.readers("work.tap"));
        assertEquals(12, model.pageProperty().get().stored());
    }

    private ChannelId queue(int messages) throws Exception {
        ChannelId queue = broker.createQueue("work");
        for (int i = 0; i < messages; i++) {
            send("work", 0, i);
        }
        return queue;
    }

    @Test
    void keepsWhatWasFoundWhereReadingBreaksOff() throws Exception {
        publish(20);
        broker.script().failReading("orders", 6, Fault.of(FaultKind.TIMEOUT, "broker.timeout", "It is gone.", ""));
        MessagesModel model = model();
        model.run(QueryChoice.newest().over(new RangeChoice.Oldest()).paged(16));
        assertEquals("It is gone.", fault(model).message());
        model.goOn();

        assertInstanceOf(SearchState.Done.class, model.stateProperty().get());
        assertEquals(16, keys(model).size());
    }

    @Test
    void stopsASlowSearch() throws Exception {
        publish(20);
        broker.script().slow("orders", Duration.ofMinutes(5));
        BlockingQueue<Runnable> ui = new LinkedBlockingQueue<>();
        MessagesModel model = new MessagesModel(Readings.plain(broker, orders, folder), folder.resolve("cache"),
                task -> Thread.ofVirtual().start(task), ui::add, () -> ZoneOffset.UTC);
        opened.add(model);
        model.run(QueryChoice.newest());
        assertInstanceOf(SearchState.Running.class, model.stateProperty().get());
        model.stop();
        ui.take().run();

        assertInstanceOf(SearchState.Stopped.class, model.stateProperty().get());
    }

    @Test
    void tellsTombstoneEmptyAndNullKeyApart() throws Exception {
        broker.publish("orders", Message.at(0, 0, 0).key("k".getBytes(StandardCharsets.UTF_8)).build());
        broker.publish("orders", Message.at(0, 0, 0).value(new byte[0]).build());
        MessagesModel model = model();
        model.run(QueryChoice.newest().over(new RangeChoice.Oldest()));
        List<MessageRow> rows = rows(model);

        assertEquals("nulldeletes the key k", value(rows.get(0)));
        assertEquals("0 bytesvalue is present and empty", value(rows.get(1)));
        assertEquals(List.of("k", "null"), keys(model));
    }

    @Test
    void aGapIsARowWithBothEndsInclusive() throws Exception {
        publish(0, 1);
        broker.hole("orders", 0, 3, GapReason.TRANSACTIONAL);
        publish(0, 2);
        MessagesModel model = model();
        model.run(QueryChoice.newest().over(new RangeChoice.Oldest()));

        MessageRow.Gap gap = assertInstanceOf(MessageRow.Gap.class, rows(model).get(1));
        assertEquals("1", gap.first());
        assertEquals("3", gap.last());
        assertEquals(2, model.progressProperty().get().matched());
    }

    private MessagesModel model() throws Exception {
        MessagesModel model = new MessagesModel(Readings.plain(broker, orders, folder), folder.resolve("cache"),
                Runnable::run, Runnable::run, () -> ZoneOffset.UTC);
        opened.add(model);
        return model;
    }

    private void publish(int messages) throws Exception {
        for (int i = 0; i < messages; i++) {
            publish(i % 2, i);
        }
    }

    private void publish(int partition, int number) throws Exception {
        send("orders", partition, number);
    }

    private void send(String channel, int partition, int number) throws Exception {
        broker.publish(channel, Message.at(partition, 0, 0).timestamp(1_000L + number, TimestampType.CREATE)
                .key(String.valueOf(number).getBytes(StandardCharsets.UTF_8))
                .value(("value " + number).getBytes(StandardCharsets.UTF_8)).build());
    }

    private static Fault fault(MessagesModel model) {
        return assertInstanceOf(SearchState.Failed.class, model.stateProperty().get()).fault();
    }

    private static List<String> keys(MessagesModel model) {
        return rows(model).stream().map(row -> PreviewRuns.text(((MessageRow.Data) row).key())).toList();
    }

    private static String value(MessageRow row) {
        return PreviewRuns.text(((MessageRow.Data) row).value());
    }

    private static List<MessageRow> rows(MessagesModel model) {
        RowSource<MessageRow> source = model.rowsProperty().get();
        List<MessageRow> rows = new ArrayList<>();
        source.fetch(0, (int) source.size(), rows::addAll);
        return rows;
    }
}
