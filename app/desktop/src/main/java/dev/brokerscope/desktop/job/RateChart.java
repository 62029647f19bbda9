package dev.brokerscope.desktop.job;

import dev.brokerscope.core.job.Amounts;
import dev.brokerscope.desktop.ui.Rows;
import dev.brokerscope.desktop.ui.Texts;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;

/// Bytes per second over the last ten minutes, a second apart.
final class RateChart extends Region {

    private static final double FOOT = 18;
    private static final double HEAD = 16;

    private final Polygon area = new Polygon();
    private final Polyline line = new Polyline();
    private final Label top = Rows.label("", "mono-small", "muted");
    private final Label foot = Rows.label("", "small", "muted");
    private List<Double> rates = List.of();

    RateChart() {
        getStyleClass().add("rate-chart");
        area.getStyleClass().add("rate-area");
        line.getStyleClass().add("rate-line");
        for (var node : List.of(area, line)) {
            node.setManaged(false);
        }
        getChildren().addAll(area, line, top, foot);
        setMinHeight(80);
        setAccessibleText(Texts.text("job.rate"));
    }

    void show(List<Double> bytesPerSecond) {
        rates = bytesPerSecond;
        double most = rates.stream().mapToDouble(r -> r).max().orElse(0);
        top.setText(rates.isEmpty() ? Texts.text("job.rate.none") : Texts.text("job.rate.most",
                Amounts.bytes(Math.round(most))));
        foot.setText(rates.isEmpty() ? "" : Texts.text("job.rate.span", rates.size()));
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth() - getInsets().getLeft() - getInsets().getRight();
        double left = getInsets().getLeft();
        top.resizeRelocate(left, getInsets().getTop(), width, HEAD);
        foot.resizeRelocate(left, getHeight() - getInsets().getBottom() - FOOT, width, FOOT);
        double base = getHeight() - getInsets().getBottom() - FOOT - 2;
        double height = Math.max(0, base - getInsets().getTop() - HEAD - 4);
        double most = Math.max(1, rates.stream().mapToDouble(r -> r).max().orElse(1));
        line.getPoints().clear();
        area.getPoints().clear();
        double step = rates.size() < 2 ? 0 : width / (rates.size() - 1);
        for (int i = 0; i < rates.size(); i++) {
            line.getPoints().addAll(left + i * step, base - height * rates.get(i) / most);
        }
        if (rates.size() > 1) {
            area.getPoints().addAll(left, base);
            area.getPoints().addAll(line.getPoints());
            area.getPoints().addAll(left + width, base);
        }
    }
}
