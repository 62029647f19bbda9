package dev.brokerscope.desktop.ui.table;

import java.util.function.ToIntFunction;
import javafx.scene.layout.Region;

/// The number of a partition with its tick of 3 px at the left edge, one of twelve colours in turn. The number always
/// stands beside the colour. Use it with the style classes `mono` and `number`.
public final class PartitionCell<R> extends RowCell<R> {

    private static final int COLOURS = 12;
    private static final double WIDTH = 3;
    private static final double MARGIN = 4;

    private final ToIntFunction<R> partition;
    private final Region tick = new Region();
    private int colour = -1;

    public PartitionCell(ToIntFunction<R> partition) {
        this.partition = partition;
        tick.setManaged(false);
        tick.setMouseTransparent(true);
    }

    @Override
    protected void show(R row) {
        int number = partition.applyAsInt(row);
        setText(Integer.toString(number));
        if (colour != number % COLOURS) {
            colour = number % COLOURS;
            tick.getStyleClass().setAll("tick", "tick-" + colour);
        }
        tick.setVisible(true);
    }

    @Override
    protected void clear() {
        super.clear();
        tick.setVisible(false);
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (!getChildren().contains(tick)) {
            getChildren().add(tick);
        }
        tick.resizeRelocate(0, MARGIN, WIDTH, Math.max(0, getHeight() - 2 * MARGIN));
    }
}
