package dev.brokerscope.desktop.detail;

import dev.brokerscope.desktop.desk.Desk;
import dev.brokerscope.desktop.ui.Rows;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;

/// All fields of the chosen message; values can be selected and copied.
final class MetadataView extends ScrollPane {

    private final DetailModel model;
    private final Desk desk;
    private final GridPane grid = new GridPane(16, 6);

    MetadataView(DetailModel model, Desk desk) {
        this.model = model;
        this.desk = desk;
        grid.getStyleClass().add("padded");
        setContent(grid);
        setFitToWidth(true);
        setMinSize(0, 0);
        model.chosenProperty().subscribe(_ -> show());
        desk.zone().subscribe(_ -> show());
    }

    private void show() {
        grid.getChildren().clear();
        model.message().ifPresent(message -> {
            List<MetadataLines.Line> lines = MetadataLines.of(message, model.reading(), desk.zone().get());
            for (int row = 0; row < lines.size(); row++) {
                Label label = Rows.label(lines.get(row).label(), "muted");
                label.setMinWidth(Region.USE_PREF_SIZE);
                Label value = Rows.wrapped(lines.get(row).value(), "mono");
                Label note = Rows.label(lines.get(row).note(), "small", "muted");
                grid.addRow(row, label, value, note);
            }
        });
    }
}
