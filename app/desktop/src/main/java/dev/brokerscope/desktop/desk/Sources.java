package dev.brokerscope.desktop.desk;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.core.connection.Connection;
import dev.brokerscope.core.connection.ConnectionBook;
import dev.brokerscope.core.connection.Connector;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The connections of the book and the archives that were opened, in the order of the tree. FX thread only.
public final class Sources {

    private final ConnectionBook book;
    private final Connector connector;
    private final Executor work;
    private final Executor ui;
    private final ObservableList<Source> connections = FXCollections.observableArrayList();
    private final ObservableList<Source> archives = FXCollections.observableArrayList();
    // Kept: such a view listens weakly, so one that nobody holds would soon tell nobody anything.
    private final ObservableList<Source> shownConnections = FXCollections.unmodifiableObservableList(connections);
    private final ObservableList<Source> shownArchives = FXCollections.unmodifiableObservableList(archives);

    public Sources(ConnectionBook book, Connector connector, Executor work, Executor ui) {
        this.book = book;
        this.connector = connector;
        this.work = work;
        this.ui = ui;
    }

    public ObservableList<Source> connections() {
        return shownConnections;
    }

    public ObservableList<Source> archives() {
        return shownArchives;
    }

    public Optional<Source> connection(String name) {
        return connections.stream().filter(s -> s.name().equals(name)).findFirst();
    }

    /// Reads the book again, off the FX thread; sources whose profile did not change stay open.
    ///
    /// @throws FaultException where the book cannot be read; files in it that make no sense are left out
    public void reload() throws FaultException {
        List<Connection> saved = book.list();
        ui.execute(() -> show(saved));
    }

    private void show(List<Connection> saved) {
        List<Source> now = new ArrayList<>();
        for (Connection connection : saved) {
            now.add(connections.stream().filter(s -> s.connection().equals(connection)).findFirst()
                    .orElseGet(() -> new Source(connection, Optional.empty(), () -> connector.open(connection), work,
                            ui)));
        }
        connections.stream().filter(source -> !now.contains(source)).forEach(Source::close);
        connections.setAll(now);
    }

    /// The archive in the tree; the same source for the same file.
    public Source archive(Path file) {
        Path path = file.toAbsolutePath().normalize();
        return archives.stream()
                .filter(s -> s.archive().equals(Optional.of(path)))
                .findFirst()
                .orElseGet(() -> add(path));
    }

    private Source add(Path path) {
        String name = String.valueOf(path.getFileName()).replaceFirst("\\.msgdb$", "");
        Source source =
                new Source(Connection.ofArchive(name), Optional.of(path), () -> connector.openArchive(path), work,
                        ui);
        archives.add(source);
        return source;
    }

    /// Takes an archive out of the tree; the file stays.
    public void closeArchive(Source source) {
        source.close();
        archives.remove(source);
    }

    /// Closes everything, waiting for nothing.
    public void close() {
        connections.forEach(Source::close);
        archives.forEach(Source::close);
    }
}
