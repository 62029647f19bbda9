package dev.brokerscope.desktop.message;

import dev.brokerscope.api.broker.Isolation;
import dev.brokerscope.api.channel.PartitionInfo;
import dev.brokerscope.desktop.ui.Glyph;
import dev.brokerscope.desktop.ui.Icon;
import dev.brokerscope.desktop.ui.Rows;
import dev.brokerscope.desktop.ui.Texts;
import dev.brokerscope.desktop.ui.control.Buttons;
import dev.brokerscope.desktop.ui.control.Popover;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// What to look for: range, partitions, isolation, quick filter; run and stop.
final class QueryBar extends HBox {

    private final MessagesModel model;
    private final Button range;
    private final Button partitions;
    private final MenuButton isolation = new MenuButton();
    private final FilterBox filter;
    private final Button run;
    private final Button stop;
    private final RangeChooser rangeChooser;
    private final PartitionChooser partitionChooser;
    private final Popover rangePopover;
    private final Popover partitionPopover;
    private boolean narrow;

    QueryBar(MessagesModel model) {
        super(8);
        this.model = model;
        List<PartitionInfo> all = model.reading().details().partitions();
        rangeChooser = new RangeChooser(all.stream().map(PartitionInfo::number).toList(), model.reading().ways(),
                this::ranged);
        partitionChooser = new PartitionChooser(all, this::partitioned);
        rangePopover = new Popover(rangeChooser);
        partitionPopover = new Popover(partitionChooser);
        range = chooser(Glyph.CALENDAR_CLOCK, this::openRange);
        partitions = chooser(Glyph.COLUMNS_3, this::openPartitions);
        filter = new FilterBox(this::run);
        run = Buttons.primary(Texts.text("message.run"), Glyph.PLAY, this::run);
        stop = Buttons.plain(Texts.text("message.stop"), Glyph.SQUARE, model::stop);
        isolation.setGraphic(new Icon(Glyph.GIT_COMMIT_HORIZONTAL, 14));
        isolation.getItems().addAll(isolated(Isolation.COMMITTED), isolated(Isolation.ALL));
        isolation.setMinWidth(USE_PREF_SIZE);
        HBox.setHgrow(filter, Priority.ALWAYS);
        getStyleClass().add("query-bar");
        getChildren().addAll(range, partitions, isolation, filter, run, stop);
        if (!model.reading().ways().newest()) {
            getChildren().removeAll(partitions, isolation);
        }
        setDisable(!model.reading().ways().any());
        model.choiceProperty().subscribe(this::show);
        model.stateProperty().subscribe(state -> running(state instanceof SearchState.Running));
    }

    void focusFilter() {
        filter.focus();
    }

    /// Opens the range chooser where an offset can be typed.
    void goTo() {
        if (!rangePopover.isShowing()) {
            openRange();
        }
        rangeChooser.askForOffset();
    }

    void run() {
        model.run(filter.applyTo(model.choiceProperty().get()));
    }

    void narrow(boolean isNarrow) {
        if (narrow != isNarrow) {
            narrow = isNarrow;
            show(model.choiceProperty().get());
        }
    }

    private void show(QueryChoice choice) {
        range.setText(choice.range().label(choice.pageSize()));
        int all = model.reading().details().partitions().size();
        String key = narrow ? "message.partitions.short" : "message.partitions.words";
        partitions.setText(choice.partitions().map(some -> some.size() == 1
                ? Texts.text("message.partition", String.valueOf(some.iterator().next()))
                : Texts.text("message.partitions.some", some.size(), all))
                .orElseGet(() -> Texts.text(key, all)));
        partitions.setDisable(all <= 1);
        isolation.setText(isolationWords(choice.isolation()));
        filter.show(choice);
        filter.narrow(narrow);
    }

    private String isolationWords(Isolation chosen) {
        return switch (chosen) {
            case COMMITTED -> Texts.text(narrow ? "message.isolation.committed.short" : "message.isolation.committed");
            case ALL -> Texts.text(narrow ? "message.isolation.all.short" : "message.isolation.all");
        };
    }

    private MenuItem isolated(Isolation wanted) {
        MenuItem item = new MenuItem(switch (wanted) {
            case COMMITTED -> Texts.text("message.isolation.committed");
            case ALL -> Texts.text("message.isolation.all.long");
        });
        item.setOnAction(_ -> model.run(filter.applyTo(model.choiceProperty().get().isolated(wanted))));
        return item;
    }

    private void running(boolean isRunning) {
        run.setVisible(!isRunning);
        run.setManaged(!isRunning);
        stop.setVisible(isRunning);
        stop.setManaged(isRunning);
    }

    private void openRange() {
        rangeChooser.show(model.choiceProperty().get());
        rangePopover.toggle(range);
    }

    private void openPartitions() {
        partitionChooser.show(model.choiceProperty().get().partitions());
        partitionPopover.toggle(partitions);
    }

    private void ranged(RangeChoice chosen, int pageSize) {
        rangePopover.hide();
        model.run(filter.applyTo(model.choiceProperty().get().over(chosen).paged(pageSize)));
    }

    private void partitioned(Optional<java.util.Set<Integer>> chosen) {
        partitionPopover.hide();
        model.run(filter.applyTo(model.choiceProperty().get().only(chosen)));
    }

    private static Button chooser(Glyph glyph, Runnable open) {
        Button button = Buttons.plain("", open);
        Label words = Rows.label("");
        words.textProperty().bind(button.textProperty());
        button.setGraphic(Rows.row(6, new Icon(glyph, 14), words, new Icon(Glyph.CHEVRON_DOWN, 12)));
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        return button;
    }
}
