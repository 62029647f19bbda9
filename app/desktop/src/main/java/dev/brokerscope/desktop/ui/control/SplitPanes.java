package dev.brokerscope.desktop.ui.control;

import javafx.geometry.Orientation;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/// Two panes and a line of 1 px between them, with a grip of 7 px. One pane keeps its size in pixels when the window
/// changes, the other takes the rest; a double click on the line gives the usual size back. Sizes are remembered in
/// [PanePositions] under the pane's name.
public final class SplitPanes extends Region {

    /// Which of the two panes keeps its size.
    public enum Keeps {
        FIRST, SECOND
    }

    /// @param name what the size is remembered under, one per kind of screen
    /// @param usual size in pixels of the pane that keeps it
    /// @param least smallest size of that pane
    /// @param leastOther smallest size of the other pane
    public record Sizes(String name, double usual, double least, double leastOther) {}

    private static final double GRIP = 7;

    private final Region first;
    private final Region second;
    private final Keeps keeps;
    private final Sizes sizes;
    private final PanePositions positions;
    private final Region line = new Region();
    private final Region grip = new Region();
    private Orientation orientation;
    private double size;

    /// @param orientation HORIZONTAL puts the panes side by side, VERTICAL one above the other
    public SplitPanes(Orientation orientation, Region first, Region second, Keeps keeps, Sizes sizes,
            PanePositions positions) {
        this.orientation = orientation;
        this.first = first;
        this.second = second;
        this.keeps = keeps;
        this.sizes = sizes;
        this.positions = positions;
        this.size = positions.size(sizes.name()).orElse(sizes.usual());
        line.setStyle("-fx-background-color: -color-border-default;");
        grip.setOnMouseDragged(this::drag);
        grip.setOnMouseClicked(this::reset);
        getChildren().addAll(first, second, line, grip);
        setOrientation(orientation);
    }

    /// Turns the panes, as narrow windows do with the details.
    public void setOrientation(Orientation orientation) {
        this.orientation = orientation;
        grip.setCursor(horizontal() ? Cursor.H_RESIZE : Cursor.V_RESIZE);
        requestLayout();
    }

    /// Size of the pane that keeps it, in pixels.
    public double size() {
        return size;
    }

    public void setSize(double pixels) {
        size = pixels;
        requestLayout();
    }

    /// Shows only the other pane, or both again.
    public void setKeptVisible(boolean visible) {
        Node kept = keeps == Keeps.FIRST ? first : second;
        kept.setVisible(visible);
        line.setVisible(visible);
        grip.setVisible(visible);
        requestLayout();
    }

    private void drag(MouseEvent drag) {
        var at = sceneToLocal(drag.getSceneX(), drag.getSceneY());
        double before = horizontal() ? at.getX() : at.getY();
        size = within(keeps == Keeps.FIRST ? before : length() - before);
        positions.remember(sizes.name(), size);
        requestLayout();
    }

    private void reset(MouseEvent click) {
        if (click.getButton() == MouseButton.PRIMARY && click.getClickCount() == 2) {
            size = sizes.usual();
            positions.forget(sizes.name());
            requestLayout();
        }
    }

    private boolean horizontal() {
        return orientation == Orientation.HORIZONTAL;
    }

    private double length() {
        return horizontal() ? getWidth() : getHeight();
    }

    private double within(double wanted) {
        return Math.max(sizes.least(), Math.min(wanted, length() - sizes.leastOther() - 1));
    }

    @Override
    protected void layoutChildren() {
        double length = length();
        boolean both = line.isVisible();
        double kept = both ? Math.rint(within(size)) : 0;
        double rest = length - kept - (both ? 1 : 0);
        double before = keeps == Keeps.FIRST ? kept : rest;
        place(first, 0, before);
        place(line, before, 1);
        place(grip, before - GRIP / 2, GRIP);
        place(second, keeps == Keeps.FIRST && !both ? 0 : before + 1, keeps == Keeps.FIRST ? rest : kept);
    }

    private void place(Node node, double at, double length) {
        if (horizontal()) {
            node.resizeRelocate(at, 0, Math.max(0, length), getHeight());
        } else {
            node.resizeRelocate(0, at, getWidth(), Math.max(0, length));
        }
    }

    @Override
    protected double computePrefWidth(double height) {
        double a = first.prefWidth(-1);
        double b = second.prefWidth(-1);
        return horizontal() ? a + b + 1 : Math.max(a, b);
    }

    @Override
    protected double computePrefHeight(double width) {
        double a = first.prefHeight(-1);
        double b = second.prefHeight(-1);
        return horizontal() ? Math.max(a, b) : a + b + 1;
    }

    @Override
    protected double computeMinWidth(double height) {
        return horizontal() ? sizes.least() + sizes.leastOther() + 1 : 0;
    }

    @Override
    protected double computeMinHeight(double width) {
        return horizontal() ? 0 : sizes.least() + sizes.leastOther() + 1;
    }
}
