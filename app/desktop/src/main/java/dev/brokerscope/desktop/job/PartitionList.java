package dev.brokerscope.desktop.job;

import dev.brokerscope.core.job.Amounts;
import dev.brokerscope.core.job.ProgressLine;
import dev.brokerscope.desktop.ui.CountText;
import dev.brokerscope.desktop.ui.Rows;
import dev.brokerscope.desktop.ui.Texts;
import dev.brokerscope.desktop.ui.Tone;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// A bar per partition; the channel's name stands at its first one.
final class PartitionList extends ListView<PartitionList.Line> {

    private static final double ROW = 22;
    private static final double LEAST_ROWS = 3;

    /// @param first whether the line is the first of its group
    record Line(ProgressLine.View view, boolean first) {}

    PartitionList() {
        getStyleClass().add("partition-list");
        setFixedCellSize(ROW);
        setMinHeight(ROW * LEAST_ROWS);
        setPrefHeight(ROW * LEAST_ROWS);
        setFocusTraversable(false);
        setCellFactory(_ -> new Cell());
        setPlaceholder(Rows.label(Texts.text("job.partitions.none"), "muted"));
    }

    void show(List<ProgressLine.View> views) {
        List<Line> lines = new ArrayList<>(views.size());
        String group = "";
        for (ProgressLine.View view : views) {
            lines.add(new Line(view, lines.isEmpty() || !view.group().equals(group)));
            group = view.group();
        }
        if (getItems().size() != lines.size()) {
            getItems().setAll(lines);
            return;
        }
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).equals(getItems().get(i))) {
                getItems().set(i, lines.get(i));
            }
        }
    }

    static String remark(List<ProgressLine.View> views) {
        return Texts.text("job.partitions.remark", count(views, ProgressLine.Stage.DONE), views.size(),
                count(views, ProgressLine.Stage.ACTIVE), count(views, ProgressLine.Stage.WAITING));
    }

    private static long count(List<ProgressLine.View> views, ProgressLine.Stage stage) {
        return views.stream().filter(v -> v.stage() == stage).count();
    }

    private static final class Cell extends ListCell<Line> {

        private final Label group = Rows.label("", "mono");
        private final Label label = Rows.label("", "mono-small", "muted");
        private final ProgressBar bar = new ProgressBar(0);
        private final Label counts = Rows.label("", "mono-small");
        private final Label percent = Rows.label("", "mono-small", "muted");
        private final Label stage = Rows.label("", "small", "muted");
        private final HBox row = Rows.row(8, group, label, bar, counts, percent, stage);

        Cell() {
            width(group, 132, false);
            width(label, 34, true);
            width(counts, 176, true);
            width(percent, 44, true);
            width(stage, 76, true);
            bar.setMaxWidth(Double.MAX_VALUE);
            bar.setMinWidth(60);
            HBox.setHgrow(bar, Priority.ALWAYS);
            setPrefWidth(0);
        }

        private static void width(Label label, double width, boolean right) {
            label.setMinWidth(width);
            label.setPrefWidth(width);
            label.setMaxWidth(width);
            if (right) {
                label.setAlignment(javafx.geometry.Pos.CENTER_RIGHT);
            }
        }

        @Override
        protected void updateItem(@Nullable Line line, boolean empty) {
            super.updateItem(line, empty);
            setGraphic(empty || line == null ? null : row);
            if (line != null && !empty) {
                fill(line.view(), line.first());
            }
        }

        private void fill(ProgressLine.View view, boolean first) {
            group.setText(first ? view.group() : "");
            label.setText(view.label());
            boolean done = view.stage() == ProgressLine.Stage.DONE;
            double whole = view.total().value();
            double fraction = done ? 1 : whole == 0 ? 0 : Math.min(1, view.done() / whole);
            bar.setProgress(fraction);
            bar.getStyleClass().remove("done");
            if (done) {
                bar.getStyleClass().add("done");
            }
            counts.setText(Amounts.number(view.done()) + " / " + CountText.full(view.total()));
            percent.setText((int) (fraction * 100) + " %");
            stage.setText(words(view));
            stage.setMinWidth(Region.USE_PREF_SIZE);
            tone(view.stage()).applyTo(stage);
        }

        private static Tone tone(ProgressLine.Stage stage) {
            return switch (stage) {
                case WAITING, ACTIVE -> Tone.PLAIN;
                case DONE -> Tone.OK;
                case FAILED -> Tone.BAD;
            };
        }

        private static String words(ProgressLine.View view) {
            if (!view.detail().isEmpty()) {
                return view.detail();
            }
            return switch (view.stage()) {
                case WAITING -> Texts.text("job.line.waiting");
                case ACTIVE -> Texts.text("job.line.active");
                case DONE -> Texts.text("job.line.done");
                case FAILED -> Texts.text("job.line.failed");
            };
        }
    }
}
