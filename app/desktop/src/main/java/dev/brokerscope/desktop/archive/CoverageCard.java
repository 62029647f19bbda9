package dev.brokerscope.desktop.archive;

import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.core.job.Amounts;
import dev.brokerscope.desktop.ui.Glyph;
import dev.brokerscope.desktop.ui.Icon;
import dev.brokerscope.desktop.ui.Rows;
import dev.brokerscope.desktop.ui.Texts;
import dev.brokerscope.desktop.ui.Tone;
import dev.brokerscope.desktop.ui.control.Card;
import dev.brokerscope.desktop.ui.control.SegmentedControl;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A bar per partition, by time or by offset: what is held, and why the rest is not. Selecting a partition lists its
/// gaps; a double click or Enter browses the channel.
final class CoverageCard extends VBox {

    private static final int MOST_ROWS = 19;

    /// What the bars run along.
    private enum Axis {
        TIME, OFFSET
    }

    private final ListView<CoverageRow> list = new ListView<>();
    private final GapPane gaps = new GapPane();
    private final CoverageAxis axis;
    private boolean byTime;

    CoverageCard(Coverages coverage, ZoneId zone, Consumer<ChannelId> browse) {
        axis = new CoverageAxis(coverage.times(), zone);
        list.getStyleClass().add("coverage-list");
        list.setAccessibleText(Texts.text("archive.coverage"));
        list.setFixedCellSize(CoverageCell.ROW);
        list.setCellFactory(_ -> new CoverageCell(browse, () -> byTime));
        list.getItems().setAll(rows(coverage));
        double height = CoverageCell.ROW * Math.clamp(list.getItems().size(), 4, MOST_ROWS) + 8;
        list.setMinHeight(Math.min(height, CoverageCell.ROW * 8));
        list.setPrefHeight(height);
        list.getSelectionModel().selectedItemProperty().subscribe(row -> gaps.show(Optional.ofNullable(row)));
        list.setOnKeyPressed(key -> {
            CoverageRow row = list.getSelectionModel().getSelectedItem();
            if (key.getCode() == KeyCode.ENTER && row != null) {
                browse.accept(row.of().channel().id());
                key.consume();
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        HBox.setHgrow(axis, Priority.ALWAYS);
        VBox body = new VBox(CoverageCell.head(axis), list, gaps, legend(coverage));
        VBox.setVgrow(body, Priority.ALWAYS);
        Card card = new Card(Texts.text("archive.coverage"), body,
                Rows.label(Texts.text("archive.coverage.words"), "muted"), Rows.spring(), choice(coverage));
        VBox.setVgrow(card, Priority.ALWAYS);
        getChildren().add(card);
    }

    private static List<CoverageRow> rows(Coverages coverage) {
        List<CoverageRow> rows = new ArrayList<>();
        for (ChannelCoverage channel : coverage.channels()) {
            rows.add(new CoverageRow.Channel(channel));
            channel.partitions().forEach(p -> rows.add(new CoverageRow.Partition(channel, p)));
        }
        return rows;
    }

    /// Without any time there is nothing to choose.
    private Node choice(Coverages coverage) {
        if (coverage.times().isEmpty()) {
            show(Axis.OFFSET);
            return Rows.label(Texts.text("archive.coverage.by-offset"), "muted");
        }
        SegmentedControl<Axis> choice = new SegmentedControl<>(List.of(Axis.values()), a -> switch (a) {
            case TIME -> Texts.text("archive.axis.time");
            case OFFSET -> Texts.text("archive.axis.offset");
        });
        choice.valueProperty().subscribe(this::show);
        return choice;
    }

    private void show(Axis chosen) {
        byTime = chosen == Axis.TIME;
        axis.byTime(byTime);
        list.refresh();
    }

    private static FlowPane legend(Coverages coverage) {
        FlowPane legend = new FlowPane(14, 4);
        legend.getStyleClass().add("coverage-legend");
        for (Segment.Kind kind : Segment.Kind.values()) {
            if (kind != Segment.Kind.NOTHING) {
                Region patch = new Region();
                patch.getStyleClass().addAll("coverage-patch", kind.styleClass());
                legend.getChildren().add(Rows.row(5, patch, Rows.label(kind.words(), "small", "muted")));
            }
        }
        legend.getChildren().add(explained(coverage.unexplained()));
        if (coverage.times().filter(t -> t.beyond()).isPresent()) {
            legend.getChildren().add(Rows.label(Texts.text("archive.axis.beyond"), "small", "muted"));
        }
        return legend;
    }

    private static Node explained(long unexplained) {
        Tone tone = unexplained == 0 ? Tone.OK : Tone.WARN;
        return Rows.row(5, Icon.of(unexplained == 0 ? Glyph.CHECK : Glyph.TRIANGLE_ALERT, 13, tone),
                Rows.label(Texts.text("archive.unexplained", Amounts.number(unexplained)), "small",
                        tone.styleClass()));
    }
}
