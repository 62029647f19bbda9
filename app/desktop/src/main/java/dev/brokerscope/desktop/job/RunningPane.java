package dev.brokerscope.desktop.job;

import dev.brokerscope.core.job.Job;
import dev.brokerscope.core.job.JobState;
import dev.brokerscope.desktop.ui.Glyph;
import dev.brokerscope.desktop.ui.Icon;
import dev.brokerscope.desktop.ui.Rows;
import dev.brokerscope.desktop.ui.Texts;
import dev.brokerscope.desktop.ui.Tone;
import dev.brokerscope.desktop.ui.control.Badge;
import dev.brokerscope.desktop.ui.control.Buttons;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A job that runs: its head with *Pause* and *Cancel*, and how far it is. Fed by [#poll].
final class RunningPane extends VBox {

    private final Job<?> job;
    private final HBox head = Rows.row(10);
    private final JobProgressView progress;
    private JobState shown = JobState.DONE;

    RunningPane(Job<?> job) {
        super(12);
        this.job = job;
        this.progress = new JobProgressView(job);
        getStyleClass().add("job-pane");
        VBox.setVgrow(progress, Priority.ALWAYS);
        getChildren().addAll(head, Rows.wrapped(job.request().subtitle(), "muted"), progress);
        poll();
    }

    void poll() {
        if (shown != job.state()) {
            shown = job.state();
            head();
        }
        progress.poll();
    }

    private void head() {
        Label badge = Badge.of(Texts.text(shown == JobState.PAUSED ? "job.paused" : "job.running"),
                shown == JobState.PAUSED ? Tone.WARN : Tone.ACCENT);
        head.getChildren().setAll(Icon.of(JobWords.glyph(job.request().kind()), 18, Tone.ACCENT),
                Rows.label(job.request().title(), "title"), badge, Rows.spring());
        head.getChildren().addAll(pause(job, this::poll), cancel(job));
    }

    /// *Pause* or *Go on*, whichever makes sense now.
    static Button pause(Job<?> job, Runnable after) {
        boolean paused = job.state() == JobState.PAUSED;
        return Buttons.plain(Texts.text(paused ? "job.resume" : "job.pause"), paused ? Glyph.PLAY : Glyph.PAUSE, () -> {
            if (paused) {
                job.resume();
            } else {
                job.pause();
            }
            after.run();
        });
    }

    static Button cancel(Job<?> job) {
        Button cancel = Buttons.plain(Texts.text("job.cancel"), job::cancel);
        cancel.setGraphic(Icon.of(Glyph.SQUARE, 13, Tone.BAD));
        cancel.getStyleClass().add("cancel-job");
        return cancel;
    }
}
