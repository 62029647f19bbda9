package dev.brokerscope.desktop.channel;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.desktop.message.ChannelReading;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Asks the broker what the channel is. JavaFX thread only; needs no toolkit.
final class ChannelModel {

    /// Describes the channel; blocks.
    interface Loading {
        ChannelReading load() throws FaultException, InterruptedException;
    }

    private final Loading loading;
    private final Executor work;
    private final Executor ui;
    private final ReadOnlyObjectWrapper<ChannelState> state = new ReadOnlyObjectWrapper<>(new ChannelState.Loading());
    private int attempt;

    ChannelModel(Loading loading, Executor work, Executor ui) {
        this.loading = loading;
        this.work = work;
        this.ui = ui;
    }

    ReadOnlyObjectProperty<ChannelState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Asks, or asks again.
    void load() {
        int mine = ++attempt;
        state.set(new ChannelState.Loading());
        work.execute(() -> {
            try {
                ChannelReading read = loading.load();
                ui.execute(() -> arrived(mine, new ChannelState.Ready(read)));
            } catch (FaultException e) {
                ui.execute(() -> arrived(mine, new ChannelState.Failed(e.fault())));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void arrived(int mine, ChannelState answer) {
        if (mine == attempt) {
            state.set(answer);
        }
    }
}
