package dev.brokerscope.desktop.detail;

import dev.brokerscope.api.decode.Sample.Side;
import dev.brokerscope.api.fault.Fault;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.core.query.Entry;
import dev.brokerscope.core.query.ResultStore;
import dev.brokerscope.desktop.message.ChannelReading;
import dev.brokerscope.desktop.message.MessageRow;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The chosen message: fetched whole from the result on disk, its key and value decoded. JavaFX thread only; needs no
/// toolkit.
public final class DetailModel {

    private final ChannelReading reading;
    private final Supplier<Optional<ResultStore>> rows;
    private final Executor work;
    private final Executor ui;
    private final PayloadModel key;
    private final PayloadModel value;
    private final ReadOnlyObjectWrapper<Chosen> chosen = new ReadOnlyObjectWrapper<>(new Chosen.Nothing());
    private int turn;

    /// @param rows the result that rows are numbered in
    /// @param picked told when another decoder was chosen for the channel
    /// @param tell where a choice that cannot be kept is told
    public DetailModel(ChannelReading reading, Supplier<Optional<ResultStore>> rows, Executor work, Executor ui,
            Runnable picked, Consumer<Fault> tell) {
        this.reading = reading;
        this.rows = rows;
        this.work = work;
        this.ui = ui;
        key = new PayloadModel(reading, Side.KEY, work, ui, picked, e -> tell.accept(e.fault()));
        value = new PayloadModel(reading, Side.VALUE, work, ui, picked, e -> tell.accept(e.fault()));
    }

    public ReadOnlyObjectProperty<Chosen> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /// The chosen message; empty for none and for gaps.
    Optional<Message> message() {
        return chosen.get() instanceof Chosen.Whole(var message) ? Optional.of(message) : Optional.empty();
    }

    ChannelReading reading() {
        return reading;
    }

    PayloadModel key() {
        return key;
    }

    PayloadModel value() {
        return value;
    }

    /// Shows what stands in this row; nothing where none is chosen. A row whose result is gone changes nothing.
    public void show(Optional<MessageRow> row) {
        int mine = ++turn;
        if (row.isEmpty()) {
            show(new Chosen.Nothing());
            return;
        }
        switch (row.get()) {
            case MessageRow.Gap gap -> show(new Chosen.Hole(gap));
            case MessageRow.Data data -> fetch(data, mine);
        }
    }

    private void fetch(MessageRow.Data row, int mine) {
        Optional<ResultStore> store = rows.get();
        if (store.isEmpty()) {
            return;
        }
        work.execute(() -> {
            try {
                if (store.get().row(row.number(), Integer.MAX_VALUE).entry() instanceof Entry.Message(var message)) {
                    ui.execute(() -> arrived(mine, message));
                }
            } catch (FaultException closedMeanwhile) {
                System.getLogger(DetailModel.class.getName()).log(System.Logger.Level.DEBUG, "row is gone",
                        closedMeanwhile);
            }
        });
    }

    private void arrived(int mine, Message message) {
        if (mine == turn) {
            show(new Chosen.Whole(message));
        }
    }

    private void show(Chosen now) {
        chosen.set(now);
        key.show(message());
        value.show(message());
    }
}
