package dev.brokerscope.desktop.message;

import java.util.List;
import javafx.scene.layout.Region;

/// The colour that stands beside a partition's number, one of twelve.
public final class PartitionTick {

    static final double WIDTH = 3;
    private static final List<String> CLASSES = java.util.stream.IntStream.range(0, 12).mapToObj(i -> "tick-" + i)
            .toList();

    private PartitionTick() {}

    /// A tick of this partition, for heads and lists.
    public static Region of(int partition) {
        Region tick = new Region();
        tick.setMinSize(WIDTH, 16);
        tick.setMaxSize(WIDTH, 16);
        colour(tick, partition);
        return tick;
    }

    static void colour(Region tick, int partition) {
        String wanted = CLASSES.get(Math.floorMod(partition, CLASSES.size()));
        var classes = tick.getStyleClass();
        if (classes.size() != 1 || !classes.getFirst().equals(wanted)) {
            classes.setAll(wanted);
        }
    }
}
