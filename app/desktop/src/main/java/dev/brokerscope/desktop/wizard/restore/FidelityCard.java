package dev.brokerscope.desktop.wizard.restore;

import dev.brokerscope.api.channel.Keep;
import dev.brokerscope.core.restore.Fidelity;
import dev.brokerscope.desktop.profile.KeepWords;
import dev.brokerscope.desktop.ui.Rows;
import dev.brokerscope.desktop.ui.Texts;
import dev.brokerscope.desktop.ui.control.Card;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What the target keeps of a message, part by part, before anything is written.
final class FidelityCard extends VBox {

    FidelityCard(Fidelity fidelity) {
        GridPane grid = new GridPane(16, 6);
        grid.getStyleClass().add("card-body");
        ColumnConstraints rest = new ColumnConstraints();
        rest.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(new ColumnConstraints(150), new ColumnConstraints(140), rest);
        for (int i = 0; i < fidelity.lines().size(); i++) {
            Fidelity.Line line = fidelity.lines().get(i);
            grid.addRow(i, Rows.label(line.part()), KeepWords.label(line.keep()),
                    Rows.wrapped(line.detail(), "muted"));
        }
        getChildren().add(new Card(Texts.text("restore.keeps"), grid, totals(fidelity)));
    }

    private static Node[] totals(Fidelity fidelity) {
        List<Node> nodes = new ArrayList<>(List.of(Rows.spring()));
        long exact = fidelity.count(Keep.EXACT);
        long lost = fidelity.count(Keep.LOST);
        nodes.add(Rows.label(Texts.text("restore.keeps.exact", exact), "tone-ok"));
        nodes.add(Rows.label(Texts.text("restore.keeps.other", fidelity.lines().size() - exact - lost), "tone-warn"));
        nodes.add(Rows.label(Texts.text("restore.keeps.lost", lost), "tone-bad"));
        return nodes.toArray(Node[]::new);
    }
}
