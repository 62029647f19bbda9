package dev.brokerscope.desktop.ui.control;

import dev.brokerscope.desktop.ui.CopiedText;
import dev.brokerscope.desktop.ui.Glyph;
import dev.brokerscope.desktop.ui.Icon;
import dev.brokerscope.desktop.ui.Rows;
import dev.brokerscope.desktop.ui.Texts;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The same thing on the command line, to copy.
public final class CommandBox extends VBox {

    private final Label command = Rows.wrapped("", "mono", "command-text");

    public CommandBox() {
        getStyleClass().addAll("card-box", "command-box");
        var copy = Buttons.plain(Texts.text("copy"), Glyph.COPY, this::copy);
        copy.getStyleClass().add("mini");
        HBox head = Rows.row(8, new Icon(Glyph.TERMINAL, 14), Rows.label(Texts.text("command.same"), "strong"),
                Rows.spring(), copy);
        head.getStyleClass().add("card-head");
        command.setMaxWidth(Double.MAX_VALUE);
        getChildren().addAll(head, command);
    }

    public void show(String line) {
        command.setText(line);
    }

    private void copy() {
        CopiedText.put(command.getText());
    }
}
