package dev.brokerscope.desktop.job;

import dev.brokerscope.core.job.Amounts;
import dev.brokerscope.core.job.Job;
import dev.brokerscope.core.job.JobKind;
import dev.brokerscope.core.job.Progress;
import dev.brokerscope.desktop.ui.CountText;
import dev.brokerscope.desktop.ui.Rows;
import dev.brokerscope.desktop.ui.Texts;
import dev.brokerscope.desktop.ui.control.Badge;
import dev.brokerscope.desktop.ui.control.Card;
import dev.brokerscope.desktop.ui.control.Facts;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// How far a job is: phase, bar, figures, a line per partition, rate over time, what was notable. Fed by [#poll].
public final class JobProgressView extends VBox {

    private static final double RATE_WIDTH = 226;
    private static final double LOWER = 180;

    private final Job<?> job;
    private final Label phase = Rows.label("", "strong");
    private final Label percent = Rows.label("", "strong", "mono");
    private final ProgressBar bar = new ProgressBar(0);
    private final Facts facts = new Facts(List.of());
    private final PartitionList partitions = new PartitionList();
    private final Label partitionsRemark = Rows.label("", "muted");
    private final RateChart chart = new RateChart();
    private final NoteList notes = new NoteList();
    private final Label noteCount = Badge.count("0");

    public JobProgressView(Job<?> job) {
        super(12);
        this.job = job;
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.getStyleClass().add("thick");
        HBox.setHgrow(bar, Priority.ALWAYS);
        Card lines = new Card(Texts.text("job.partitions"), partitions, partitionsRemark);
        VBox.setVgrow(lines, Priority.ALWAYS);
        getChildren().addAll(Rows.row(10, phase), Rows.row(10, bar, percent), facts, lines, lower());
        poll();
    }

    private HBox lower() {
        Card rate = new Card(Texts.text("job.rate"), chart, Rows.label("MB/s", "muted"));
        rate.setMinWidth(RATE_WIDTH);
        rate.setMaxWidth(RATE_WIDTH);
        Card notable = new Card(Texts.text("job.notable"), notes, noteCount, Rows.spring(),
                Rows.label(safety(), "small", "muted"));
        HBox.setHgrow(notable, Priority.ALWAYS);
        HBox lower = new HBox(12, rate, notable);
        lower.setMinHeight(LOWER);
        lower.setPrefHeight(LOWER);
        return lower;
    }

    private String safety() {
        return switch (job.request().kind()) {
            case BACKUP -> Texts.text("job.safe.backup");
            case RESTORE -> Texts.text("job.safe.restore");
            case VERIFY, DIFF, EXPORT, IMPORT, REWORK, DRILL -> "";
        };
    }

    /// Reads the counters.
    public void poll() {
        Progress.View now = job.progress().view();
        phase.setText(now.phase());
        bar.setProgress(now.fraction().orElse(0));
        percent.setText(now.fraction().isPresent() ? (int) (now.fraction().getAsDouble() * 100) + " %" : "");
        facts.show(job.request().kind() == JobKind.VERIFY ? checkFacts(now) : facts(now));
        partitions.show(now.lines());
        partitionsRemark.setText(PartitionList.remark(now.lines()));
        chart.show(now.rateHistory());
        notes.show(now.notes());
        noteCount.setText(Integer.toString(now.notes().size()));
    }

    private static List<Facts.Fact> facts(Progress.View now) {
        return List.of(
                new Facts.Fact(Amounts.number(now.done()), Texts.text("job.fact.of", CountText.full(now.total()))),
                new Facts.Fact(Amounts.bytes(now.bytes()), Texts.text("job.fact.bytes")),
                new Facts.Fact(Texts.text("progress.rate", Math.round(now.messagesPerSecond())),
                        Texts.text("job.fact.rate", Amounts.bytes(Math.round(now.bytesPerSecond())))),
                elapsed(now), left(now));
    }

    /// A check counts the bytes of the file.
    private static List<Facts.Fact> checkFacts(Progress.View now) {
        return List.of(
                new Facts.Fact(Amounts.bytes(now.done()),
                        Texts.text("job.fact.of", Amounts.bytes(now.total().value()))),
                elapsed(now), left(now));
    }

    private static Facts.Fact elapsed(Progress.View now) {
        return new Facts.Fact(Amounts.span(now.elapsed()), Texts.text("job.fact.elapsed"));
    }

    private static Facts.Fact left(Progress.View now) {
        return new Facts.Fact(now.timeLeft().map(Amounts::span).orElse("–"), Texts.text("job.fact.left"));
    }
}
