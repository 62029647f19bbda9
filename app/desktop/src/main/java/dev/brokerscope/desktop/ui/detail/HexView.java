package dev.brokerscope.desktop.ui.detail;

import java.util.function.IntFunction;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/// Bytes in hex and as characters. The visible lines are painted on one canvas, so that 20 MB open as fast as 20
/// bytes. The selection is a property: set it to light up a field's bytes, watch it to follow what a person picks.
public final class HexView extends Region {

    private static final double BAR_WIDTH = 8;

    private final ObjectProperty<ByteRange> selection = new SimpleObjectProperty<>(ByteRange.NONE);
    private final Canvas canvas = new Canvas();
    private final ScrollBar bar = new ScrollBar();
    private final HexPainter painter = new HexPainter();
    private final Region text = probe("probe-fg");
    private final Region subtle = probe("probe-subtle");
    private final Region selected = probe("probe-selected");
    private final Region lead = probe("probe-lead");
    private ByteView bytes = ByteView.of(new byte[0]);
    private IntFunction<ByteRange> picker = index -> ByteRange.of(index, index + 1);
    private int caret;

    public HexView() {
        getStyleClass().add("hex-view");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT_AREA);
        bar.setOrientation(Orientation.VERTICAL);
        bar.valueProperty().addListener((_, _, _) -> paint());
        selection.addListener((_, _, range) -> {
            show(range.from());
            paint();
        });
        getChildren().addAll(text, subtle, selected, lead, canvas, bar);
        getChildren().stream().filter(Region.class::isInstance).map(Region.class::cast)
                .forEach(probe -> probe.backgroundProperty().addListener((_, _, _) -> requestLayout()));
        setOnScroll(scroll -> bar.setValue(
                Math.clamp(bar.getValue() - scroll.getDeltaY() / 40 * 3, 0, bar.getMax())));
        setOnMousePressed(this::clicked);
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /// Shows other bytes from their beginning, with nothing selected.
    public void setBytes(ByteView newBytes) {
        bytes = newBytes;
        caret = 0;
        selection.set(ByteRange.NONE);
        bar.setValue(0);
        requestLayout();
    }

    public ObjectProperty<ByteRange> selectionProperty() {
        return selection;
    }

    /// What is selected when a person picks a byte: by itself that byte, with a decoded tree the field it belongs to.
    public void setPicker(IntFunction<ByteRange> newPicker) {
        picker = newPicker;
    }

    /// Scrolls so that this byte can be seen.
    public void show(int index) {
        if (visibleLines() <= 0) {
            return;
        }
        int line = index / HexGrid.BYTES;
        int top = (int) bar.getValue();
        if (line < top) {
            bar.setValue(line);
        } else if (line >= top + visibleLines()) {
            bar.setValue(Math.min(bar.getMax(), line - visibleLines() + 1));
        }
    }

    private void clicked(MouseEvent click) {
        requestFocus();
        int line = (int) bar.getValue() + (int) ((click.getY() - HexGrid.TOP) / HexGrid.LINE);
        int column = new HexGrid(bytes.size()).columnAt(click.getX());
        int index = line * HexGrid.BYTES + column;
        if (column >= 0 && index < bytes.size()) {
            caret = index;
            selection.set(picker.apply(index));
        }
    }

    private void pressed(KeyEvent key) {
        if (bytes.size() == 0 || key.isAltDown() || key.isShortcutDown()) {
            return;
        }
        int page = HexGrid.BYTES * Math.max(1, visibleLines() - 1);
        int step = switch (key.getCode()) {
            case LEFT -> -1;
            case RIGHT -> 1;
            case UP -> -HexGrid.BYTES;
            case DOWN -> HexGrid.BYTES;
            case PAGE_UP -> -page;
            case PAGE_DOWN -> page;
            case HOME -> -caret;
            case END -> bytes.size();
            default -> 0;
        };
        if (step != 0) {
            move(Math.clamp((long) caret + step, 0, bytes.size() - 1), key.isShiftDown());
            key.consume();
        }
    }

    private void move(int to, boolean extend) {
        ByteRange now = selection.get();
        caret = to;
        selection.set(extend && !now.isEmpty()
                ? ByteRange.of(Math.min(now.from(), to), Math.max(now.to(), to + 1))
                : picker.apply(to));
        show(to);
    }

    private int visibleLines() {
        return (int) ((getHeight() - HexGrid.TOP) / HexGrid.LINE);
    }

    private void paint() {
        var g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        var colours = new HexPainter.Colours(colour(text), colour(subtle), colour(selected), colour(lead));
        painter.paint(g, bytes, (int) bar.getValue(), visibleLines() + 1, selection.get(), colours);
    }

    @Override
    protected void layoutChildren() {
        int lines = (bytes.size() + HexGrid.BYTES - 1) / HexGrid.BYTES;
        double last = Math.max(0, lines - visibleLines());
        bar.setMax(last);
        bar.setVisibleAmount(lines == 0 ? 1 : Math.max(last * 0.03, last * visibleLines() / lines));
        bar.setBlockIncrement(Math.max(1, visibleLines() - 1));
        bar.setUnitIncrement(1);
        bar.setVisible(last > 0);
        bar.resizeRelocate(getWidth() - BAR_WIDTH - 1, 0, BAR_WIDTH, getHeight());
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        paint();
    }

    /// A hidden region that carries the colour of a token.
    private static Region probe(String styleClass) {
        Region probe = new Region();
        probe.getStyleClass().add(styleClass);
        probe.setManaged(false);
        probe.setVisible(false);
        return probe;
    }

    private static Color colour(Region probe) {
        var background = probe.getBackground();
        return background != null && !background.getFills().isEmpty()
                && background.getFills().getFirst().getFill() instanceof Color colour ? colour : Color.GRAY;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 464;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 160;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 100;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 40;
    }
}
