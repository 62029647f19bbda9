package dev.brokerscope.desktop.ui.dialog;

import dev.brokerscope.desktop.ui.Glyph;
import dev.brokerscope.desktop.ui.Icon;
import dev.brokerscope.desktop.ui.Rows;
import dev.brokerscope.desktop.ui.Texts;
import dev.brokerscope.desktop.ui.Tone;
import dev.brokerscope.desktop.ui.control.Buttons;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A dialog: head with icon and title, body, foot with buttons. Shown by [ModalHost].
///
/// A dialog that writes or destroys has no default button ([#addButton] never makes one), so that Enter alone starts
/// nothing; others may name one with [#addDefault].
public final class DialogCard extends VBox {

    private final HBox foot = Rows.row(8);
    private final Label subtitle = Rows.label("", "muted");

    public DialogCard(ModalHost host, Glyph glyph, String title, Node body, double width) {
        getStyleClass().add("modal-card");
        setMinWidth(0);
        setPrefWidth(width);
        setMaxWidth(width);
        setMaxHeight(USE_PREF_SIZE);
        Button close = Buttons.icon(Glyph.X, Texts.text("close"), host::close);
        HBox head = Rows.row(10, Icon.of(glyph, 18, Tone.ACCENT), Rows.label(title, "title"), subtitle, Rows.spring(),
                close);
        head.getStyleClass().add("modal-head");
        body.getStyleClass().add("modal-body");
        VBox.setVgrow(body, Priority.ALWAYS);
        foot.getStyleClass().add("modal-foot");
        foot.getChildren().add(Rows.spring());
        getChildren().addAll(head, body, foot);
    }

    public void setSubtitle(String words) {
        subtitle.setText(words);
    }

    /// Adds a button at the right end of the foot.
    public void addButton(Button button) {
        button.getStyleClass().add("large");
        foot.getChildren().add(button);
    }

    /// Adds something at the right end of the foot, such as a row of buttons that changes.
    public void addRight(Node node) {
        foot.getChildren().add(node);
    }

    /// Adds the button that Enter fires.
    public void addDefault(Button button) {
        button.setDefaultButton(true);
        button.getStyleClass().add("accent");
        addButton(button);
    }

    /// Adds something at the left end of the foot.
    public void addLeft(Node node) {
        foot.getChildren().addFirst(node);
    }
}
