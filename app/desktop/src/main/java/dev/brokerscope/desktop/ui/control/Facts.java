package dev.brokerscope.desktop.ui.control;

import dev.brokerscope.desktop.ui.Rows;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A few big figures side by side in one frame, each with its words below.
public final class Facts extends HBox {

    public record Fact(String figure, String words) {}

    public Facts(List<Fact> facts) {
        getStyleClass().add("facts");
        show(facts);
    }

    public void show(List<Fact> facts) {
        getChildren().setAll(facts.stream().map(Facts::cell).toList());
        if (!getChildren().isEmpty()) {
            getChildren().getLast().getStyleClass().add("last");
        }
    }

    private static Node cell(Fact fact) {
        VBox cell = Rows.column(2, Rows.label(fact.figure(), "figure"), Rows.label(fact.words(), "figure-label"));
        cell.getStyleClass().add("fact");
        HBox.setHgrow(cell, Priority.ALWAYS);
        return cell;
    }
}
