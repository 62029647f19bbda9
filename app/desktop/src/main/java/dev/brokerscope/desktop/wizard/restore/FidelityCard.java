package dev.brokerscope.desktop.wizard.restore;

import dev.brokerscope.api.channel.Keep;
import dev.brokerscope.core.restore.Fidelity;
import dev.brokerscope.desktop.ui.Glyph;
import dev.brokerscope.desktop.ui.Icon;
import dev.brokerscope.desktop.ui.Rows;
import dev.brokerscope.desktop.ui.Texts;
import dev.brokerscope.desktop.ui.Tone;
import dev.brokerscope.desktop.ui.control.Card;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
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
            Label keep = Rows.label(words(line.keep()));
            tone(line.keep()).applyTo(keep);
            keep.setGraphic(Icon.of(glyph(line.keep()), 14, tone(line.keep())));
            grid.addRow(i, Rows.label(line.part()), keep, Rows.wrapped(line.detail(), "muted"));
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

    private static String words(Keep keep) {
        return switch (keep) {
            case EXACT -> Texts.text("keep.exact");
            case OPTIONAL -> Texts.text("keep.optional");
            case CONVERTED -> Texts.text("keep.converted");
            case RESTARTED -> Texts.text("keep.restarted");
            case LOST -> Texts.text("keep.lost");
            case ABSENT -> Texts.text("keep.absent");
        };
    }

    private static Glyph glyph(Keep keep) {
        return switch (keep) {
            case EXACT -> Glyph.CHECK;
            case OPTIONAL -> Glyph.CIRCLE_DASHED;
            case CONVERTED -> Glyph.REPLACE;
            case RESTARTED -> Glyph.ROTATE_CCW;
            case LOST -> Glyph.X;
            case ABSENT -> Glyph.MINUS;
        };
    }

    private static Tone tone(Keep keep) {
        return switch (keep) {
            case EXACT -> Tone.OK;
            case OPTIONAL, CONVERTED, RESTARTED -> Tone.WARN;
            case LOST -> Tone.BAD;
            case ABSENT -> Tone.PLAIN;
        };
    }
}
