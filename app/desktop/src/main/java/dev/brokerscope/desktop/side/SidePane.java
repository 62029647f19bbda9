package dev.brokerscope.desktop.side;

import dev.brokerscope.desktop.ui.Glyph;
import dev.brokerscope.desktop.ui.Rows;
import dev.brokerscope.desktop.ui.Texts;
import dev.brokerscope.desktop.ui.control.Buttons;
import dev.brokerscope.desktop.ui.control.FieldBox;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The left pane: a filter over the tree, and the button for another connection.
public final class SidePane extends VBox {

    private final FieldBox filter = FieldBox.search(Texts.text("side.filter"));
    private final SideTree tree;

    public SidePane(SideModel model, SideTree tree, Runnable addConnection) {
        this.tree = tree;
        getStyleClass().add("side");
        filter.field().textProperty().bindBidirectional(model.filterProperty());
        HBox.setHgrow(filter, Priority.ALWAYS);
        Button add = Buttons.plain("", Glyph.PLUS, addConnection);
        add.setAccessibleText(Texts.text("side.add"));
        add.setTooltip(new javafx.scene.control.Tooltip(Texts.text("side.add")));
        HBox head = Rows.row(6, filter, add);
        head.setPadding(new Insets(8));
        VBox.setVgrow(tree, Priority.ALWAYS);
        getChildren().addAll(head, tree);
    }

    public SideTree tree() {
        return tree;
    }

    /// Puts the keyboard into the filter.
    public void search() {
        filter.field().requestFocus();
    }
}
