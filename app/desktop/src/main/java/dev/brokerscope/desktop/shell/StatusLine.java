package dev.brokerscope.desktop.shell;

import dev.brokerscope.core.Engine;
import dev.brokerscope.core.job.Job;
import dev.brokerscope.desktop.desk.Source;
import dev.brokerscope.desktop.ui.Glyph;
import dev.brokerscope.desktop.ui.Texts;
import dev.brokerscope.desktop.ui.Tone;
import dev.brokerscope.desktop.ui.control.Stage;
import dev.brokerscope.desktop.ui.frame.StatusBar;
import dev.brokerscope.desktop.ui.frame.StatusCell;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;

/// The status bar: stage and lock of what one sees, the time zone, memory, running jobs.
final class StatusLine {

    private static final long MEGA = 1_000_000;

    private final StatusBar bar = new StatusBar();
    private final StatusCell stage = new StatusCell();
    private final StatusCell name = new StatusCell();
    private final StatusCell lock = new StatusCell();
    private final StatusCell heap = new StatusCell();
    private final StatusCell zone = new StatusCell();
    private final StatusCell jobs = new StatusCell();
    private final Engine engine;

    StatusLine(Engine engine, ObjectProperty<ZoneId> shownZone, Runnable switchZone, Runnable showJobs) {
        this.engine = engine;
        List.of(stage, name, lock).forEach(bar::addLeft);
        List.of(heap, zone, jobs).forEach(bar::addRight);
        shownZone.subscribe(now -> zone.show(Glyph.CLOCK, Tone.PLAIN, now.getId()));
        zone.whenClicked(switchZone);
        jobs.whenClicked(showJobs);
        poll();
    }

    StatusBar bar() {
        return bar;
    }

    /// What one sees belongs to this source.
    void show(Optional<Source> source) {
        stage.showStage(source.map(Source::stage).orElse(Stage.NONE));
        name.show(source.map(Source::name).orElse(""));
        if (source.isEmpty()) {
            lock.show("");
        } else if (source.get().mayWrite()) {
            lock.show(Glyph.LOCK_OPEN, Tone.WARN, Texts.text("status.may-write"));
        } else {
            lock.show(Glyph.LOCK, Tone.PLAIN, Texts.text("status.read-only"));
        }
    }

    /// Reads the counters; called twice a second.
    ///
    /// @return jobs that run
    int poll() {
        Runtime runtime = Runtime.getRuntime();
        heap.show(Glyph.MEMORY_STICK, Tone.PLAIN, Texts.text("status.heap",
                (runtime.totalMemory() - runtime.freeMemory()) / MEGA, runtime.maxMemory() / MEGA));
        List<Job<?>> running = engine.jobs().running();
        if (running.isEmpty()) {
            jobs.show("");
        } else {
            String percent = running.getFirst().progress().view().fraction().stream()
                    .mapToObj(f -> " " + (int) (f * 100) + " %").findFirst().orElse("");
            jobs.show(Glyph.ACTIVITY, Tone.ACCENT, running.size() == 1
                    ? running.getFirst().request().title() + percent
                    : Texts.text("status.jobs", running.size()));
        }
        return running.size();
    }
}
