package dev.brokerscope.desktop.job;

import dev.brokerscope.core.job.Job;
import dev.brokerscope.core.job.JobRecord;
import dev.brokerscope.core.job.Jobs;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What the jobs tab shows: what runs, what ended, and the chosen one. FX thread only; history is read elsewhere.
public final class JobsModel {

    private final Jobs jobs;
    private final Executor work;
    private final Executor ui;
    private final Map<String, Job<?>> seen = new HashMap<>();
    private final ObservableList<JobEntry> running = FXCollections.observableArrayList();
    private final ObservableList<JobEntry> past = FXCollections.observableArrayList();
    // Kept: such a view listens weakly, so one that nobody holds would soon tell nobody anything.
    private final ObservableList<JobEntry> shownRunning = FXCollections.unmodifiableObservableList(running);
    private final ObservableList<JobEntry> shownPast = FXCollections.unmodifiableObservableList(past);
    private final ReadOnlyObjectWrapper<Optional<JobEntry>> selected = new ReadOnlyObjectWrapper<>(Optional.empty());
    private String wanted = "";
    private boolean readOnce;

    public JobsModel(Jobs jobs, Executor work, Executor ui) {
        this.jobs = jobs;
        this.work = work;
        this.ui = ui;
    }

    /// Newest first.
    public ObservableList<JobEntry> running() {
        return shownRunning;
    }

    /// Newest first.
    public ObservableList<JobEntry> past() {
        return shownPast;
    }

    public ReadOnlyObjectProperty<Optional<JobEntry>> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /// Looks what runs now; reads history where something ended. Called twice a second.
    public void refresh() {
        List<Job<?>> now = jobs.running().stream().filter(j -> !j.state().ended()).toList();
        now.forEach(job -> seen.put(job.id(), job));
        List<String> before = running.stream().map(JobEntry::id).toList();
        if (!before.equals(now.stream().map(Job::id).toList())) {
            running.setAll(now.stream().<JobEntry>map(JobEntry.Running::new).toList());
            choose();
            readHistory();
        } else if (!readOnce) {
            readHistory();
        }
    }

    public void readHistory() {
        readOnce = true;
        work.execute(() -> {
            List<JobRecord> records = jobs.past();
            ui.execute(() -> show(records));
        });
    }

    private void show(List<JobRecord> records) {
        List<String> live = running.stream().map(JobEntry::id).toList();
        past.setAll(records.stream().filter(r -> !live.contains(r.id()))
                .<JobEntry>map(r -> new JobEntry.Past(r, Optional.ofNullable(seen.get(r.id())))).toList());
        choose();
    }

    public void select(String id) {
        wanted = id;
        choose();
    }

    private void choose() {
        Optional<JobEntry> found = Stream.concat(running.stream(), past.stream())
                .filter(entry -> entry.id().equals(wanted)).findFirst();
        if (found.isEmpty() && wanted.isEmpty()) {
            found = Stream.concat(running.stream(), past.stream()).findFirst();
            found.ifPresent(entry -> wanted = entry.id());
        }
        if (!found.equals(selected.get())) {
            selected.set(found);
        }
    }

    /// Drops a past job from the list; what it made stays.
    public void forget(JobEntry.Past entry) {
        past.remove(entry);
        wanted = "";
        choose();
        work.execute(() -> jobs.forget(entry.id()));
    }
}
