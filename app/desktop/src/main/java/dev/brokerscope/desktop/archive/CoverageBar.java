package dev.brokerscope.desktop.archive;

import java.util.List;
import javafx.scene.layout.Region;

/// A bar of coloured pieces; what they mean stands in the legend.
final class CoverageBar extends Region {

    private static final double HEIGHT = 9;

    private List<Segment> segments = List.of();

    CoverageBar() {
        getStyleClass().add("coverage-bar");
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        setMinWidth(80);
        setMaxWidth(Double.MAX_VALUE);
    }

    void show(List<Segment> pieces) {
        segments = pieces.stream().filter(s -> s.kind() != Segment.Kind.NOTHING).toList();
        getChildren().setAll(segments.stream().map(segment -> {
            Region piece = new Region();
            piece.getStyleClass().add(segment.kind().styleClass());
            return piece;
        }).toList());
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        for (int i = 0; i < segments.size(); i++) {
            Segment segment = segments.get(i);
            double from = Math.floor(segment.from() * getWidth());
            double to = Math.max(from + 1, Math.floor(segment.to() * getWidth()));
            getChildren().get(i).resizeRelocate(from, 0, to - from, getHeight());
        }
    }
}
