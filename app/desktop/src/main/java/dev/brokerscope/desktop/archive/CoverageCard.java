package dev.brokerscope.desktop.archive;

import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.core.job.Amounts;
import dev.brokerscope.desktop.ui.Glyph;
import dev.brokerscope.desktop.ui.Icon;
import dev.brokerscope.desktop.ui.Rows;
import dev.brokerscope.desktop.ui.Texts;
import dev.brokerscope.desktop.ui.Tone;
import dev.brokerscope.desktop.ui.control.Card;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A bar per partition: what is held, and why the rest is not. A double click or Enter browses the channel.
final class CoverageCard extends VBox {

    private static final int MOST_ROWS = 19;

    CoverageCard(List<ChannelCoverage> channels, Consumer<ChannelId> browse) {
        ListView<CoverageRow> list = new ListView<>();
        list.getStyleClass().add("coverage-list");
        list.setFixedCellSize(CoverageCell.ROW);
        list.setCellFactory(_ -> new CoverageCell(browse));
        List<CoverageRow> rows = new ArrayList<>();
        for (ChannelCoverage channel : channels) {
            rows.add(new CoverageRow.Channel(channel));
            channel.partitions().forEach(p -> rows.add(new CoverageRow.Partition(channel, p)));
        }
        list.getItems().setAll(rows);
        double height = CoverageCell.ROW * Math.clamp(rows.size(), 4, MOST_ROWS) + 8;
        list.setMinHeight(height);
        list.setPrefHeight(height);
        list.setOnKeyPressed(key -> {
            CoverageRow row = list.getSelectionModel().getSelectedItem();
            if (key.getCode() == javafx.scene.input.KeyCode.ENTER && row != null) {
                browse.accept(row.of().channel().id());
                key.consume();
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox body = new VBox(CoverageCell.head(), list, legend(channels));
        VBox.setVgrow(body, Priority.ALWAYS);
        Card card = new Card(Texts.text("archive.coverage"), body,
                Rows.label(Texts.text("archive.coverage.words"), "muted"), Rows.spring(),
                Rows.label(Texts.text("archive.coverage.by-offset"), "muted"));
        VBox.setVgrow(card, Priority.ALWAYS);
        getChildren().add(card);
    }

    private static FlowPane legend(List<ChannelCoverage> channels) {
        FlowPane legend = new FlowPane(14, 4);
        legend.getStyleClass().add("coverage-legend");
        for (Segment.Kind kind : Segment.Kind.values()) {
            if (kind != Segment.Kind.NOTHING) {
                Region patch = new Region();
                patch.getStyleClass().addAll("coverage-patch", kind.styleClass());
                legend.getChildren().add(Rows.row(5, patch, Rows.label(words(kind), "small", "muted")));
            }
        }
        long unexplained = channels.stream().mapToLong(ChannelCoverage::unexplained).sum();
        legend.getChildren().add(explained(unexplained));
        return legend;
    }

    private static Node explained(long unexplained) {
        Tone tone = unexplained == 0 ? Tone.OK : Tone.WARN;
        return Rows.row(5, Icon.of(unexplained == 0 ? Glyph.CHECK : Glyph.TRIANGLE_ALERT, 13, tone),
                Rows.label(Texts.text("archive.unexplained", Amounts.number(unexplained)), "small",
                        tone.styleClass()));
    }

    private static String words(Segment.Kind kind) {
        return switch (kind) {
            case NOTHING -> "";
            case HELD -> Texts.text("archive.kind.held");
            case FILTERED -> Texts.text("archive.kind.filtered");
            case COMPACTED -> Texts.text("archive.kind.compacted");
            case TRANSACTIONAL -> Texts.text("archive.kind.transactional");
            case RETENTION -> Texts.text("archive.kind.retention");
            case LOST -> Texts.text("archive.kind.lost");
        };
    }
}
