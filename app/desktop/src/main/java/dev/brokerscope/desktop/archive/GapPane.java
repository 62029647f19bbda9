package dev.brokerscope.desktop.archive;

import dev.brokerscope.core.job.Amounts;
import dev.brokerscope.desktop.ui.Rows;
import dev.brokerscope.desktop.ui.Texts;
import dev.brokerscope.desktop.wizard.PlainTable;
import dev.brokerscope.desktop.wizard.PlainTable.Column;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// The gaps of the partition that is selected above; Tab leads to them. Not there where it has none.
final class GapPane extends VBox {

    private static final double HEIGHT = 28 + 3 * 26 + 4;

    private final Label title = Rows.label("", "small", "muted");
    private final PlainTable<GapLine> table = new PlainTable<>(List.of(), List.of(
            Column.mono(Texts.text("archive.gap.span"), 170, GapLine::span),
            Column.number(Texts.text("archive.gap.positions"), 90, GapLine::positions),
            Column.words(Texts.text("archive.gap.reason"), 160, GapLine::reason),
            Column.words(Texts.text("archive.gap.detail"), 260, GapLine::detail)));

    GapPane() {
        getStyleClass().add("coverage-gaps");
        table.getStyleClass().add("inside");
        table.setAccessibleText(Texts.text("archive.gap.list"));
        table.setMinHeight(HEIGHT);
        table.setPrefHeight(HEIGHT);
        table.setMaxHeight(HEIGHT);
        getChildren().addAll(Rows.row(8, title), table);
        show(Optional.empty());
    }

    void show(Optional<CoverageRow> row) {
        Optional<CoverageRow.Partition> partition = row.filter(CoverageRow.Partition.class::isInstance)
                .map(CoverageRow.Partition.class::cast).filter(p -> !p.partition().gapLines().isEmpty());
        setVisible(partition.isPresent());
        setManaged(partition.isPresent());
        partition.ifPresent(p -> {
            title.setText(Texts.text("archive.gap.title", p.of().channel().id().text(), p.partition().number(),
                    Amounts.number(p.partition().gapLines().size())));
            table.getItems().setAll(p.partition().gapLines());
            table.scrollTo(0);
        });
    }
}
