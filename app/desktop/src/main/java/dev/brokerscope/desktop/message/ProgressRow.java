package dev.brokerscope.desktop.message;

import dev.brokerscope.core.job.Amounts;
import dev.brokerscope.desktop.ui.CountText;
import dev.brokerscope.desktop.ui.Rows;
import dev.brokerscope.desktop.ui.Texts;
import dev.brokerscope.desktop.ui.control.Buttons;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;

/// How far the search is: scanned of how many, rate, time left, matched.
final class ProgressRow extends HBox {

    private final Label scannedWord = Rows.label("", "muted");
    private final Label scanned = Rows.label("", "mono-small", "strong-figure");
    private final Label of = Rows.label("", "mono-small", "muted");
    private final ProgressBar bar = new ProgressBar(0);
    private final Label rate = Rows.label("", "mono-small", "muted");
    private final Label left = Rows.label("", "mono-small", "muted");
    private final Label matched = Rows.label("", "mono-small", "strong-figure");
    private final Hyperlink goOn;
    private final Label note = Rows.label("", "muted");
    private final MessagesModel model;
    private long since;

    ProgressRow(MessagesModel model) {
        super(8);
        this.model = model;
        goOn = Buttons.link(Texts.text("message.go-on"), model::goOn);
        bar.setPrefWidth(90);
        bar.setMinWidth(60);
        getStyleClass().add("progress-row");
        getChildren().addAll(scannedWord, scanned, of, bar, rate, left,
                Rows.verticalLine(), matched, Rows.label(Texts.text("message.matched"), "muted"), Rows.spring(), note,
                goOn);
        model.progressProperty().subscribe(progress -> show(progress));
        model.stateProperty().subscribe(state -> show(state));
        model.choiceProperty().subscribe(_ -> showWhereWanted());
    }

    private void show(SearchProgress progress) {
        scanned.setText(Amounts.number(progress.scanned()));
        boolean live = model.choiceProperty().get().isLive();
        scannedWord.setText(Texts.text(live ? "message.arrived" : "message.scanned"));
        of.setText(live ? "" : Texts.text("message.scanned.of", CountText.full(progress.total())));
        bar.setVisible(!live);
        bar.setManaged(!live);
        bar.setProgress(Math.max(0, progress.fraction()));
        rate.setText(progress.perSecond() >= 1 ? Texts.text("progress.rate", Math.round(progress.perSecond())) : "");
        left.setText(progress.left().map(l -> Texts.text("progress.left", Amounts.span(l))).orElse(""));
        matched.setText(Amounts.number(progress.matched()));
        showWhereWanted();
    }

    private void show(SearchState state) {
        boolean running = state instanceof SearchState.Running;
        boolean stopped = state instanceof SearchState.Stopped;
        rate.setVisible(running);
        rate.setManaged(running);
        left.setVisible(running);
        left.setManaged(running);
        note.setText(stopped ? Texts.text("message.stopped") : "");
        goOn.setVisible(stopped);
        since = System.nanoTime();
        showWhereWanted();
    }

    /// While a filter stands, after a stop, and for whatever takes longer than a second.
    private void showWhereWanted() {
        SearchState state = model.stateProperty().get();
        boolean slow = state instanceof SearchState.Running && System.nanoTime() - since > 1_000_000_000L;
        boolean wanted = model.choiceProperty().get().isFiltered() || slow || state instanceof SearchState.Stopped;
        setVisible(wanted);
        setManaged(wanted);
    }
}
