package dev.brokerscope.desktop.detail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.decode.Decoded;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.api.message.Header;
import dev.brokerscope.api.message.Headers;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.TimestampType;
import dev.brokerscope.core.decode.DecodeAs;
import dev.brokerscope.core.decode.Decoding;
import dev.brokerscope.desktop.message.ChannelReading;
import dev.brokerscope.desktop.message.MessageRow;
import dev.brokerscope.desktop.message.MessagesModel;
import dev.brokerscope.desktop.message.QueryChoice;
import dev.brokerscope.desktop.message.Readings;
import dev.brokerscope.plugin.memory.MemoryBroker;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DetailModelTest {

    @TempDir
    Path folder;

    private final MemoryBroker broker = new MemoryBroker("detail");
    private final List<MessagesModel> opened = new ArrayList<>();
    private ChannelId orders = MemoryBroker.id("orders");
    private int picked;

    @BeforeEach
    void create() throws Exception {
        orders = broker.create("orders", 1);
    }

    @AfterEach
    void close() {
        opened.forEach(MessagesModel::close);
    }

    @Test
    void decodesOnlyTheBeginningOfALargeValueUntilAllIsAskedFor() throws Exception {
        publish("k", "{\"blob\":\"" + "x".repeat(2_000_000) + "\",\"end\":true}");
        DetailModel model = chosen(0);
        PayloadState.Shown first = shown(model.value());
        assertTrue(first.isPartly());
        assertInstanceOf(Decoded.Tree.class, read(first).decoded());
        model.value().decodeAll();

        PayloadState.Shown whole = shown(model.value());
        assertFalse(whole.isPartly());
        assertEquals(List.of("blob", "end"),
                read(whole).root().orElseThrow().children().stream().map(n -> n.name()).toList());
    }

    @Test
    void remembersTheDecoderThatWasPickedAndGoesBackToTheLikeliest() throws Exception {
        publish("k", "{\"a\":1}");
        DetailModel model = chosen(0);
        assertEquals("json", read(shown(model.value())).chosen().decoder());
        model.value().pick(Optional.of(DecodeAs.of("hex")));
        assertEquals("hex", read(shown(model.value())).chosen().decoder());
        assertEquals(Optional.of(DecodeAs.of("hex")), model.value().choice());
        assertEquals(Optional.empty(), model.key().choice());
        model.value().pick(Optional.empty());

        assertEquals("json", read(shown(model.value())).chosen().decoder());
        assertEquals(2, picked);
    }

    @Test
    void dropsTheAnswerForARowThatIsNoLongerChosen() throws Exception {
        publish("first", "1");
        publish("second", "2");
        Deque<Runnable> waiting = new ArrayDeque<>();
        DetailModel model = model(waiting::add);
        List<MessageRow> rows = rows(opened.getLast());
        model.show(Optional.of(rows.get(0)));
        model.show(Optional.of(rows.get(1)));
        waiting.removeLast().run();
        waiting.removeFirst().run();

        assertEquals("first", model.message().orElseThrow().key().orElseThrow().utf8());
    }

    @Test
    void tellsWhatATombstoneIs() throws Exception {
        broker.publish("orders", message("gone").build());

        assertInstanceOf(Decoding.Tombstone.class, shown(chosen(0).value()).decoding());
    }

    @Test
    void copiesAMessageInEveryForm() throws Exception {
        publish("PAY-1", "{\"a\": 9007199254740993}");
        DetailModel model = chosen(0);

        assertEquals("{\"a\":9007199254740993}", copy(CopyForm.VALUE_JSON, model));
        assertEquals("eyJhIjogOTAwNzE5OTI1NDc0MDk5M30=", copy(CopyForm.VALUE_BASE64, model));
        assertEquals("PAY-1", copy(CopyForm.KEY, model));
        assertEquals("orders[0]@0", copy(CopyForm.POSITION, model));
        assertEquals("brokerscope read 'orders[0]@0..1' -c test", copy(CopyForm.COMMAND, model));
        assertTrue(copy(CopyForm.MESSAGE, model).startsWith("{\"channel\":\"orders\",\"partition\":0,"));
    }

    @Test
    void keepsRepeatedNullAndEmptyHeadersApart() throws Exception {
        broker.publish("orders", message("k").headers(Headers.of(Header.of("dup", "a"), Header.of("dup", "b"),
                Header.ofNull("nothing"), Header.of("blank", Bytes.EMPTY))).build());
        DetailModel model = chosen(0);
        List<HeaderLine> lines = HeaderLine.of(model.message().orElseThrow(), model.reading());

        assertEquals(List.of("dup", "dup", "nothing", "blank"), lines.stream().map(HeaderLine::name).toList());
        assertEquals(List.of(true, true, false, false), lines.stream().map(HeaderLine::repeated).toList());
        assertEquals(List.of("a", "b", "null", "empty"), lines.stream().map(l -> l.value().getFirst().text()).toList());
        assertEquals(List.of(1, 1, -1, 0), lines.stream().map(HeaderLine::size).toList());
    }

    @Test
    void theTextKnowsWhichCharactersAreWhichBytes() throws Exception {
        publish("k", "{\"a\":1,\"b\":[true,null]}");
        PayloadText text = PayloadText.of(shown(chosen(0).value()));
        var b = read(shown(chosen(0).value())).root().orElseThrow().children().getLast().range();
        PayloadText.Piece piece = text.of(b.from(), b.to()).orElseThrow();

        assertEquals("\"b\": [", text.lines().text().substring(piece.from(), piece.to()));
    }

    private DetailModel chosen(int row) throws Exception {
        DetailModel model = model(Runnable::run);
        model.show(Optional.of(rows(opened.getLast()).get(row)));
        return model;
    }

    private DetailModel model(Executor work) throws Exception {
        ChannelReading reading = Readings.decoding(broker, orders, folder);
        MessagesModel messages = new MessagesModel(reading, folder.resolve("cache"), Runnable::run, Runnable::run,
                () -> ZoneOffset.UTC);
        opened.add(messages);
        messages.run(QueryChoice.newest());
        return new DetailModel(reading, messages::store, work, Runnable::run, () -> picked++, fault -> {
            throw new AssertionError(fault.sentence());
        });
    }

    private static List<MessageRow> rows(MessagesModel model) {
        List<MessageRow> rows = new ArrayList<>();
        model.rowsProperty().get().fetch(0, 10, rows::addAll);
        return rows;
    }

    private void publish(String key, String value) throws Exception {
        broker.publish("orders", message(key).value(value.getBytes(StandardCharsets.UTF_8)).build());
    }

    private static Message.Builder message(String key) {
        return Message.at(0, 0, 0).timestamp(1_000, TimestampType.CREATE).key(key.getBytes(StandardCharsets.UTF_8));
    }

    private static String copy(CopyForm form, DetailModel model) throws InterruptedException {
        return form.of(model.message().orElseThrow(), model.reading(), model.value().stateProperty().get())
                .orElseThrow();
    }

    private static PayloadState.Shown shown(PayloadModel model) {
        return assertInstanceOf(PayloadState.Shown.class, model.stateProperty().get());
    }

    private static Decoding.Read read(PayloadState.Shown shown) {
        return assertInstanceOf(Decoding.Read.class, shown.decoding());
    }
}
