package dev.brokerscope.desktop.ui.control;

import dev.brokerscope.desktop.ui.Rows;
import dev.brokerscope.desktop.ui.Texts;
import dev.brokerscope.desktop.ui.UiThread;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// Done of total, rate, time left and a bar. Fed by polling, so that a job never waits for the window.
public final class ProgressCard extends VBox {

    private static final Duration PERIOD = Duration.ofMillis(100);

    private final Label done = Rows.label("", "mono", "strong");
    private final Label rate = Rows.label("", "mono-small", "muted");
    private final Label left = Rows.label("", "mono-small", "muted");
    private final ProgressBar bar = new ProgressBar(0);

    /// @param loses what cancelling would lose, such as *checkpoint 2 s ago, safe to cancel*
    public ProgressCard(String loses) {
        super(6);
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.getStyleClass().add("thick");
        getChildren().addAll(Rows.row(12, done, rate, Rows.spring(), left), bar, Rows.label(loses, "small", "muted"));
    }

    /// Reads ten times a second until unsubscribed.
    public Subscription poll(UiThread ui, Supplier<ProgressReading> readings) {
        show(readings.get());
        return ui.every(PERIOD, () -> show(readings.get()));
    }

    public void show(ProgressReading reading) {
        String of = reading.total().isPresent()
                ? Texts.text("progress.of", reading.totalWord(), reading.total().getAsLong())
                : "";
        done.setText(String.format(Locale.ENGLISH, "%,d%s", reading.done(), of));
        rate.setText(Texts.text("progress.rate", Math.round(reading.perSecond())));
        left.setText(reading.left().map(ProgressCard::words).map(d -> Texts.text("progress.left", d)).orElse(""));
        bar.setProgress(Math.max(0, reading.fraction()));
        bar.getStyleClass().remove("done");
        if (reading.fraction() >= 1) {
            bar.getStyleClass().add("done");
        }
    }

    private static String words(Duration d) {
        if (d.toHours() > 0) {
            return d.toHours() + " h " + d.toMinutesPart() + " m";
        }
        return d.toMinutes() > 0 ? d.toMinutes() + " m " + d.toSecondsPart() + " s" : Math.max(1, d.toSeconds()) + " s";
    }
}
