package dev.brokerscope.desktop.ui.palette;

import dev.brokerscope.desktop.ui.Icon;
import dev.brokerscope.desktop.ui.Rows;
import dev.brokerscope.desktop.ui.control.Badge;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// Draws a line of the palette, the matched letters in blue.
final class PaletteCell extends ListCell<PaletteLine> {

    PaletteCell(Consumer<PaletteLine> chosen) {
        setOnMouseClicked(_ -> {
            if (!isEmpty()) {
                chosen.accept(getItem());
            }
        });
    }

    @Override
    protected void updateItem(PaletteLine line, boolean empty) {
        super.updateItem(line, empty);
        getStyleClass().remove("group");
        setText(null);
        if (empty || line == null) {
            setGraphic(null);
        } else if (line.hit().isEmpty()) {
            getStyleClass().add("group");
            setGraphic(Rows.label(line.heading(), "group-title"));
        } else {
            setGraphic(entry(line.hit().get()));
        }
    }

    private static Node entry(PaletteSearch.Hit hit) {
        PaletteEntry entry = hit.entry();
        Label hint = Rows.label(entry.hint(), "entry-hint");
        HBox row = Rows.row(9, new Icon(entry.glyph(), 15), title(hit), hint, Rows.spring());
        for (String key : entry.keys().split(" ")) {
            if (!key.isEmpty()) {
                row.getChildren().add(Badge.key(key));
            }
        }
        if (!entry.enabled()) {
            row.getStyleClass().add("entry-disabled");
        }
        return row;
    }

    private static Node title(PaletteSearch.Hit hit) {
        TextFlow title = new TextFlow();
        title.setMinWidth(USE_PREF_SIZE);
        title.setMaxHeight(USE_PREF_SIZE);
        String text = hit.entry().title();
        int at = 0;
        while (at < text.length()) {
            boolean matched = hit.match().positions().contains(at);
            int end = at + 1;
            while (end < text.length() && hit.match().positions().contains(end) == matched) {
                end++;
            }
            Text piece = new Text(text.substring(at, end));
            piece.getStyleClass().add(matched ? "matched" : "run");
            title.getChildren().add(piece);
            at = end;
        }
        return title;
    }
}
