package dev.brokerscope.desktop.detail;

import dev.brokerscope.api.decode.Decoded;
import dev.brokerscope.api.decode.Sample.Side;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.core.decode.Attempt;
import dev.brokerscope.core.decode.DecodeAs;
import dev.brokerscope.core.decode.Decoding;
import dev.brokerscope.core.decode.Payload;
import dev.brokerscope.desktop.message.ChannelReading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The key or the value of the chosen message, decoded away from the JavaFX thread. Of large ones the beginning is
/// decoded at once and the rest when asked for. JavaFX thread only; needs no toolkit.
final class PayloadModel {

    /// Larger payloads wait to be asked for.
    static final int GATE = 1 << 20;
    private static final int FIRST_SCREEN = 64 << 10;

    private final ChannelReading reading;
    private final Side side;
    private final Executor work;
    private final Executor ui;
    private final Runnable picked;
    private final Consumer<FaultException> failed;
    private final ReadOnlyObjectWrapper<PayloadState> state = new ReadOnlyObjectWrapper<>(new PayloadState.None());
    private Optional<Message> message = Optional.empty();
    private int turn;

    /// @param picked told when another decoder was chosen for the channel
    /// @param failed told when the choice could not be kept
    PayloadModel(ChannelReading reading, Side side, Executor work, Executor ui, Runnable picked,
            Consumer<FaultException> failed) {
        this.reading = reading;
        this.side = side;
        this.work = work;
        this.ui = ui;
        this.picked = picked;
        this.failed = failed;
    }

    ReadOnlyObjectProperty<PayloadState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    ChannelReading reading() {
        return reading;
    }

    Side side() {
        return side;
    }

    void show(Optional<Message> newMessage) {
        message = newMessage;
        decode(GATE);
    }

    /// Decodes a large payload to its end.
    void decodeAll() {
        decode(Integer.MAX_VALUE);
    }

    /// Tries again what could not be had.
    void retry() {
        decode(GATE);
    }

    Optional<DecodeAs> choice() {
        return reading.choice(side);
    }

    /// Remembers the decoder for this side of the channel; none goes back to the likeliest.
    void pick(Optional<DecodeAs> choice) {
        work.execute(() -> {
            try {
                reading.choices().remember(reading.place(), reading.channel(), side, choice);
            } catch (FaultException e) {
                ui.execute(() -> failed.accept(e));
            }
            ui.execute(() -> {
                decode(GATE);
                picked.run();
            });
        });
    }

    private void decode(int gate) {
        int mine = ++turn;
        if (message.isEmpty()) {
            state.set(new PayloadState.None());
            return;
        }
        Payload payload = side == Side.KEY
                ? Payload.key(reading.channel(), message.get())
                : Payload.value(reading.channel(), message.get());
        int size = payload.bytes().map(Bytes::size).orElse(0);
        if (size > gate || gate > GATE) {
            state.set(new PayloadState.Busy(size));
        }
        work.execute(() -> {
            try {
                PayloadState shown = decoded(payload, size > gate ? FIRST_SCREEN : size);
                ui.execute(() -> arrived(mine, shown));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void arrived(int mine, PayloadState shown) {
        if (mine == turn) {
            state.set(shown);
        }
    }

    private PayloadState decoded(Payload payload, int upTo) throws InterruptedException {
        Bytes bytes = payload.bytes().orElse(Bytes.EMPTY);
        if (upTo >= bytes.size()) {
            return new PayloadState.Shown(side, bytes, reading.decode(payload), bytes.size());
        }
        Payload head = new Payload(Optional.of(bytes.slice(0, upTo)), side, payload.channel(), payload.headers(),
                payload.tombstone());
        return new PayloadState.Shown(side, bytes, excused(reading.decode(head)), upTo);
    }

    /// That a beginning ends too early is no fault of the payload.
    private static Decoding excused(Decoding decoding) {
        if (decoding instanceof Decoding.Read read && read.decoded() instanceof Decoded.Malformed cut
                && cut.partial().isPresent() && cut.at() >= read.bytes().size() - 8) {
            Attempt before = read.chosen();
            Attempt chosen = new Attempt(before.decoder(), before.name(), before.assessment(),
                    Optional.of(new Decoded.Tree(cut.partial().get(), List.of(), cut.schema())));
            List<Attempt> attempts = new ArrayList<>(read.attempts());
            attempts.replaceAll(a -> a.equals(before) ? chosen : a);
            return new Decoding.Read(read.bytes(), chosen, attempts, read.picked());
        }
        return decoding;
    }
}
