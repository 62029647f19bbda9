package dev.brokerscope.desktop.archive;

import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.core.job.Amounts;
import dev.brokerscope.desktop.ui.Rows;
import dev.brokerscope.desktop.ui.Texts;
import dev.brokerscope.desktop.ui.Tone;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/// A line of the coverage.
final class CoverageCell extends ListCell<CoverageRow> {

    static final double ROW = 19;

    private static final double NUMBER = 52;
    private static final double SPAN = 170;
    private static final double MESSAGES = 92;
    private static final double GAPS = 56;

    private final Label number = sized(Rows.label("", "mono-small", "muted"), NUMBER);
    private final CoverageBar bar = new CoverageBar();
    private final Label span = sized(Rows.label("", "mono-small", "muted"), SPAN);
    private final Label messages = sized(Rows.label("", "mono-small"), MESSAGES);
    private final Label gaps = sized(Rows.label("", "mono-small", "muted"), GAPS);
    private final HBox partition = Rows.row(10, number, bar, span, messages, gaps);
    private final Label name = Rows.label("", "strong");
    private final Label remark = Rows.label("", "small", "muted");
    private final Label total = sized(Rows.label("", "mono-small", "strong"), MESSAGES);
    private final HBox channel = Rows.row(10, name, remark, Rows.spring(), total, sized(new Label(), GAPS));

    private final Tooltip tooltip = new Tooltip();
    private final BooleanSupplier byTime;

    /// @param byTime whether bars run along time now, else along positions
    CoverageCell(Consumer<ChannelId> browse, BooleanSupplier byTime) {
        this.byTime = byTime;
        HBox.setHgrow(bar, Priority.ALWAYS);
        setPrefWidth(0);
        setOnMouseClicked(click -> {
            if (click.getClickCount() == 2 && getItem() != null) {
                browse.accept(getItem().of().channel().id());
            }
        });
    }

    /// The heading over the columns.
    ///
    /// @param axis stands over the bars
    static HBox head(Node axis) {
        HBox head = Rows.row(10, sized(Rows.label(Texts.text("archive.partition"), "small", "muted"), NUMBER),
                axis, sized(Rows.label(Texts.text("archive.span"), "small", "muted"), SPAN),
                sized(Rows.label(Texts.text("job.messages"), "small", "muted"), MESSAGES),
                sized(Rows.label(Texts.text("archive.gaps"), "small", "muted"), GAPS));
        ((Label) head.getChildren().getFirst()).setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("coverage-head");
        return head;
    }

    private static Label sized(Label label, double width) {
        label.setMinWidth(width);
        label.setPrefWidth(width);
        label.setMaxWidth(width);
        label.setAlignment(Pos.CENTER_RIGHT);
        return label;
    }

    @Override
    protected void updateItem(@Nullable CoverageRow row, boolean empty) {
        super.updateItem(row, empty);
        getStyleClass().remove("channel-row");
        setTooltip(null);
        setAccessibleText(null);
        if (empty || row == null) {
            setGraphic(null);
            return;
        }
        switch (row) {
            case CoverageRow.Channel(ChannelCoverage of) -> {
                getStyleClass().add("channel-row");
                show(of);
                setGraphic(channel);
            }
            case CoverageRow.Partition(ChannelCoverage _, PartitionCoverage of) -> {
                show(of);
                setGraphic(partition);
            }
        }
    }

    private void show(ChannelCoverage of) {
        name.setText(of.channel().id().text());
        String partitions = Texts.text("archive.partitions", of.partitions().size());
        remark.setText(of.remark().isEmpty() ? partitions : partitions + " · " + of.remark());
        total.setText(Amounts.number(of.messages()));
    }

    private void show(PartitionCoverage of) {
        number.setText(Integer.toString(of.number()));
        bar.show(byTime.getAsBoolean() ? of.timeSegments() : of.segments());
        tooltip.setText(of.told());
        setTooltip(tooltip);
        setAccessibleText(of.told());
        span.setText(of.span().isEmpty() ? Texts.text("archive.empty") : of.span());
        messages.setText(Amounts.number(of.messages()));
        gaps.setText(of.lost() > 0 ? Texts.text("archive.lost", of.lost())
                : of.gaps() == 0 ? "–" : Amounts.number(of.gaps()));
        (of.lost() > 0 ? Tone.BAD : Tone.PLAIN).applyTo(gaps);
    }
}
