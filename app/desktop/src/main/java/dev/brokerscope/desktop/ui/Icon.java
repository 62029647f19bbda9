package dev.brokerscope.desktop.ui;

import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.transform.Scale;

/// A stroked Lucide icon. Its colour comes from the style sheets: muted by itself, a [Tone] where it carries severity.
/// Invisible to the mouse, so that the control it sits in gets every click.
public final class Icon extends Region {

    /// Usual size, in pixels.
    public static final double SIZE = 15;

    private static final double GRID = 24;
    private static final double STROKE = 1.8;

    private final SVGPath path = new SVGPath();
    private final double size;

    public Icon(Glyph glyph) {
        this(glyph, SIZE);
    }

    public Icon(Glyph glyph, double size, String... styleClasses) {
        this.size = size;
        path.getStyleClass().add("glyph");
        path.setContent(IconPaths.of(glyph));
        path.setFill(null);
        path.setStrokeWidth(STROKE);
        path.setStrokeLineCap(StrokeLineCap.ROUND);
        path.setStrokeLineJoin(StrokeLineJoin.ROUND);
        path.setManaged(false);
        path.getTransforms().setAll(new Scale(size / GRID, size / GRID, 0, 0));
        getStyleClass().add("icon");
        getStyleClass().addAll(styleClasses);
        setMouseTransparent(true);
        getChildren().add(path);
    }

    /// The icon in the colour of its severity.
    public static Icon of(Glyph glyph, double size, Tone tone) {
        Icon icon = new Icon(glyph, size);
        tone.applyTo(icon);
        return icon;
    }

    public void show(Glyph glyph) {
        path.setContent(IconPaths.of(glyph));
    }

    @Override
    protected double computeMinWidth(double height) {
        return size;
    }

    @Override
    protected double computeMinHeight(double width) {
        return size;
    }

    @Override
    protected double computePrefWidth(double height) {
        return size;
    }

    @Override
    protected double computePrefHeight(double width) {
        return size;
    }

    @Override
    protected double computeMaxWidth(double height) {
        return size;
    }

    @Override
    protected double computeMaxHeight(double width) {
        return size;
    }
}
