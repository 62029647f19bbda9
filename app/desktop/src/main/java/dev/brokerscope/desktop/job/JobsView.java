package dev.brokerscope.desktop.job;

import dev.brokerscope.desktop.desk.Desk;
import dev.brokerscope.desktop.ui.Glyph;
import dev.brokerscope.desktop.ui.Texts;
import dev.brokerscope.desktop.ui.control.EmptyState;
import dev.brokerscope.desktop.ui.control.Remedy;
import dev.brokerscope.desktop.ui.control.SplitPanes;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;

/// The list of jobs, and the chosen one beside it.
final class JobsView extends StackPane {

    private static final SplitPanes.Sizes LIST = new SplitPanes.Sizes("jobs.list", 208, 160, 480);

    private final JobsModel model;
    private final Desk desk;
    private final JobList list;
    private final StackPane chosen = new StackPane();
    private final SplitPanes panes;
    private Optional<RunningPane> live = Optional.empty();

    JobsView(JobsModel model, Desk desk) {
        this.model = model;
        this.desk = desk;
        this.list = new JobList(model, desk.zone());
        chosen.getStyleClass().add("area");
        panes = new SplitPanes(Orientation.HORIZONTAL, list, chosen, SplitPanes.Keeps.FIRST, LIST,
                desk.preferences());
        setMinSize(0, 0);
        getStyleClass().add("area");
        getChildren().add(panes);
        model.selectedProperty().subscribe(this::show);
    }

    void focusList() {
        list.requestFocus();
    }

    void poll() {
        list.refreshFigures();
        live.ifPresent(RunningPane::poll);
    }

    private void show(Optional<JobEntry> entry) {
        live = Optional.empty();
        if (entry.isEmpty()) {
            chosen.getChildren().setAll(nothing());
            return;
        }
        Node content = switch (entry.get()) {
            case JobEntry.Running running -> {
                RunningPane pane = new RunningPane(running.job());
                live = Optional.of(pane);
                yield pane;
            }
            case JobEntry.Past past -> new PastPane(past, desk, () -> model.forget(past));
        };
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        chosen.getChildren().setAll(scroll);
    }

    private Node nothing() {
        return new EmptyState(Glyph.ACTIVITY, Texts.text("jobs.none"), Texts.text("jobs.none.hint"),
                List.of(new Remedy(Texts.text("jobs.restore"), () -> desk.screens().restore(Optional.empty()))));
    }
}
