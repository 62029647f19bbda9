package dev.brokerscope.desktop.job;

import dev.brokerscope.core.job.Job;
import dev.brokerscope.core.job.JobState;
import dev.brokerscope.desktop.desk.Desk;
import dev.brokerscope.desktop.ui.Glyph;
import dev.brokerscope.desktop.ui.Rows;
import dev.brokerscope.desktop.ui.Texts;
import dev.brokerscope.desktop.ui.control.Buttons;
import dev.brokerscope.desktop.ui.control.Remedy;
import dev.brokerscope.desktop.ui.dialog.DialogCard;
import dev.brokerscope.desktop.ui.dialog.ModalHost;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;

/// Follows a job that a wizard started, then shows its report. Closing it leaves the job running.
public final class JobDialog {

    private static final Duration PERIOD = Duration.ofMillis(200);
    private static final double WIDTH = 1080;
    private static final double HEIGHT = 640;

    private final Desk desk;
    private final Job<?> job;
    private final StackPane body = new StackPane();
    private final HBox buttons = Rows.row(8);
    private final JobProgressView progress;
    private final Function<Job<?>, List<Remedy>> next;
    private Subscription polling = Subscription.EMPTY;
    private JobState shown = JobState.DONE;

    private JobDialog(Desk desk, Job<?> job, Function<Job<?>, List<Remedy>> next) {
        this.desk = desk;
        this.job = job;
        this.next = next;
        this.progress = new JobProgressView(job);
    }

    /// FX thread.
    ///
    /// @param next what can be done once the job has ended; the first is the likely one
    public static void show(Desk desk, Job<?> job, Function<Job<?>, List<Remedy>> next) {
        new JobDialog(desk, job, next).open();
    }

    private void open() {
        ModalHost host = desk.screens().modals();
        body.getChildren().setAll(progress);
        DialogCard card = new DialogCard(host, JobWords.glyph(job.request().kind()), job.request().title(), body,
                WIDTH);
        card.setSubtitle(job.request().subtitle());
        card.setPrefHeight(HEIGHT);
        card.setMinHeight(0);
        card.addLeft(Buttons.flat(Texts.text("job.show"), Glyph.ACTIVITY, this::showInJobs));
        card.addRight(buttons);
        host.show(card, ModalHost.Place.CENTRE, () -> polling.unsubscribe());
        polling = desk.ui().every(PERIOD, this::poll);
        poll();
    }

    private void poll() {
        JobState now = job.state();
        if (now == shown) {
            progress.poll();
            return;
        }
        shown = now;
        if (now.ended()) {
            polling.unsubscribe();
            ended();
        } else {
            buttons.getChildren().setAll(RunningPane.cancel(job), RunningPane.pause(job, this::poll),
                    Buttons.plain(Texts.text("job.background"), () -> desk.screens().modals().close()));
            buttons.getChildren().forEach(JobDialog::large);
        }
    }

    private void ended() {
        ReportPane report = new ReportPane(new ReportReading(desk.zone().get()).read(job.record()));
        ScrollPane scroll = new ScrollPane(report);
        scroll.setFitToWidth(true);
        body.getChildren().setAll(scroll);
        buttons.getChildren().clear();
        if (job.report().isPresent()) {
            buttons.getChildren().add(Buttons.plain(Texts.text("job.save-report"), Glyph.SAVE,
                    () -> new ReportSaving(desk).save(job.record(), java.util.Optional.of(job))));
        }
        List<Remedy> remedies = next.apply(job);
        for (Remedy remedy : remedies.reversed()) {
            buttons.getChildren().add(step(remedy, remedy == remedies.getFirst()));
        }
        Button close = Buttons.plain(Texts.text("close"), () -> desk.screens().modals().close());
        buttons.getChildren().add(remedies.isEmpty() ? buttons.getChildren().size() : buttons.getChildren().size() - 1,
                close);
        buttons.getChildren().forEach(JobDialog::large);
        buttons.getChildren().getLast().requestFocus();
    }

    private Button step(Remedy remedy, boolean first) {
        Button button = Buttons.plain(remedy.words(), () -> {
            desk.screens().modals().close();
            remedy.act().run();
        });
        if (first) {
            button.getStyleClass().add("accent");
        }
        return button;
    }

    private static void large(javafx.scene.Node button) {
        button.getStyleClass().add("large");
    }

    private void showInJobs() {
        desk.screens().modals().close();
        desk.screens().showJobs();
    }
}
