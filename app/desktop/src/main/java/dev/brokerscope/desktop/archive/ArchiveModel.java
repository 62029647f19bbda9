package dev.brokerscope.desktop.archive;

import dev.brokerscope.api.fault.Fault;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.archive.Archive;
import dev.brokerscope.archive.ArchiveContents;
import dev.brokerscope.archive.Verification;
import dev.brokerscope.core.job.Job;
import dev.brokerscope.core.verify.ArchiveCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What an archive says of itself, and the last check of this window. FX thread only; files are read elsewhere.
public final class ArchiveModel {

    /// Whether the archive could be read.
    public sealed interface State {
        record Reading() implements State {}

        /// @param size of the file in bytes
        record Read(ArchiveContents contents, long size, Coverages coverage) implements State {}

        record Failed(Fault fault) implements State {}
    }

    private final Archive archive;
    private final Executor work;
    private final Executor ui;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Reading());
    private final ReadOnlyObjectWrapper<Optional<Job<ArchiveCheck>>> check =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    public ArchiveModel(Archive archive, Executor work, Executor ui) {
        this.archive = archive;
        this.work = work;
        this.ui = ui;
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// The running or last check, as it was started here.
    public ReadOnlyObjectProperty<Optional<Job<ArchiveCheck>>> checkProperty() {
        return check.getReadOnlyProperty();
    }

    public void checking(Job<ArchiveCheck> job) {
        check.set(Optional.of(job));
    }

    /// What the last check found; absent while none has ended.
    public Optional<Verification> verified() {
        return check.get().flatMap(Job::report).map(ArchiveCheck::verification);
    }

    /// Reads the manifest again.
    public void load() {
        work.execute(() -> {
            State read = read();
            ui.execute(() -> state.set(read));
        });
    }

    private State read() {
        try {
            ArchiveContents contents = archive.contents();
            return new State.Read(contents, size(), Coverages.of(archive, contents));
        } catch (FaultException e) {
            return new State.Failed(e.fault());
        }
    }

    private long size() {
        try {
            return Files.size(archive.file());
        } catch (IOException e) {
            return 0;
        }
    }
}
