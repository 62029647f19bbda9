package dev.brokerscope.desktop.desk;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.core.connection.Connection;
import dev.brokerscope.core.connection.OpenConnection;
import dev.brokerscope.desktop.ui.control.Stage;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// A saved connection or an archive, and whether it is open. FX thread only; opening and closing happen elsewhere.
public final class Source {

    /// Opens what a source stands for; blocks.
    public interface Opening {
        OpenConnection open() throws FaultException, InterruptedException;
    }

    private final Connection connection;
    private final Optional<Path> archive;
    private final Opening opening;
    private final Executor work;
    private final Executor ui;
    private final ReadOnlyObjectWrapper<SourceState> state = new ReadOnlyObjectWrapper<>(new SourceState.Closed());
    private final ReadOnlyBooleanWrapper unlocked = new ReadOnlyBooleanWrapper();
    private int attempt;

    Source(Connection connection, Optional<Path> archive, Opening opening, Executor work, Executor ui) {
        this.connection = connection;
        this.archive = archive;
        this.opening = opening;
        this.work = work;
        this.ui = ui;
    }

    public Connection connection() {
        return connection;
    }

    /// Unique among all sources: an archive may bear the name of a connection.
    public String key() {
        return archive.map(path -> "archive:" + path).orElse("connection:" + name());
    }

    public String name() {
        return connection.name();
    }

    /// The file, where the source is an archive.
    public Optional<Path> archive() {
        return archive;
    }

    public Stage stage() {
        return archive.isPresent() ? Stage.NONE : Stage.valueOf(connection.stage().name());
    }

    public ReadOnlyObjectProperty<SourceState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public SourceState state() {
        return state.get();
    }

    /// Whether writing was unlocked in this window; ends with the window.
    public ReadOnlyBooleanProperty unlockedProperty() {
        return unlocked.getReadOnlyProperty();
    }

    public void unlock(boolean writing) {
        unlocked.set(writing);
    }

    /// Whether the connection allows writing and this window was unlocked for it.
    public boolean mayWrite() {
        return archive.isEmpty() && !connection.readOnly() && unlocked.get();
    }

    /// Opens it where it is not open, then hands it over; a fault stays in the state.
    public void whenOpen(Consumer<OpenConnection> then) {
        switch (state.get()) {
            case SourceState.Open(var open) -> then.accept(open);
            case SourceState.Opening opens -> onceOpen(then);
            case SourceState.Closed closed -> open(then);
            case SourceState.Failed failed -> open(then);
        }
    }

    private void open(Consumer<OpenConnection> then) {
        int mine = ++attempt;
        state.set(new SourceState.Opening());
        onceOpen(then);
        work.execute(() -> {
            try {
                OpenConnection opened = opening.open();
                ui.execute(() -> arrived(mine, opened));
            } catch (FaultException e) {
                ui.execute(() -> failed(mine, e));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void arrived(int mine, OpenConnection opened) {
        if (mine == attempt) {
            state.set(new SourceState.Open(opened));
        } else {
            work.execute(opened::close);
        }
    }

    private void failed(int mine, FaultException e) {
        if (mine == attempt) {
            state.set(new SourceState.Failed(e.fault()));
        }
    }

    private void onceOpen(Consumer<OpenConnection> then) {
        var subscription = new javafx.util.Subscription[1];
        subscription[0] = state.subscribe((before, now) -> {
            if (!(now instanceof SourceState.Opening)) {
                subscription[0].unsubscribe();
                if (now instanceof SourceState.Open(var open)) {
                    then.accept(open);
                }
            }
        });
    }

    public void close() {
        attempt++;
        if (state.get() instanceof SourceState.Open(var open)) {
            work.execute(open::close);
        }
        state.set(new SourceState.Closed());
    }
}
