package dev.brokerscope.desktop.story;

import dev.brokerscope.desktop.desk.Source;
import dev.brokerscope.desktop.side.SideLine;
import dev.brokerscope.desktop.ui.detail.TreeEntry;
import dev.brokerscope.desktop.ui.table.WindowedTable;
import dev.brokerscope.desktop.wizard.FormRow;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableRow;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeTableRow;

/// What a person would look for in the window, and how to say so when it is not there.
record Look(String words, Predicate<Node> is) {

    static Look button(String text) {
        return new Look("the button " + text, node -> node instanceof ButtonBase b && text.equals(b.getText()));
    }

    /// A button without words.
    static Look icon(String accessibleText) {
        return new Look("the button " + accessibleText,
                node -> node instanceof ButtonBase b && accessibleText.equals(b.getAccessibleText()));
    }

    static Look text(String text) {
        return new Look("the words " + text, node -> node instanceof Labeled l && text.equals(l.getText()));
    }

    static Look textStarting(String text) {
        return new Look("words that begin with " + text,
                node -> node instanceof Labeled l && l.getText() != null && l.getText().startsWith(text));
    }

    static Look styled(String styleClass) {
        return new Look("something of style " + styleClass, node -> node.getStyleClass().contains(styleClass));
    }

    /// A form's text field by the label before it.
    static Look field(String label) {
        return new Look("the field " + label, node -> node instanceof TextInputControl && inRow(node, label));
    }

    private static boolean inRow(Node node, String label) {
        for (Node up = node; up != null; up = up.getParent()) {
            if (up instanceof FormRow row) {
                return row.getChildren().getFirst() instanceof Label name && label.equals(name.getText());
            }
        }
        return false;
    }

    /// A connection in the tree.
    static Look connection(String name) {
        return side(name + " in the tree", line -> line instanceof SideLine.OfSource(var source)
                && source.archive().isEmpty() && source.name().equals(name));
    }

    /// An open archive in the tree.
    static Look archive(String name) {
        return side("the archive " + name + " in the tree", line -> line instanceof SideLine.OfSource(var source)
                && source.archive().isPresent() && source.name().equals(name));
    }

    /// A channel in the tree, below that source.
    static Look channel(String source, String name) {
        return side(name + " of " + source + " in the tree",
                line -> line instanceof SideLine.OfChannel(Source s, var node, _) && s.name().equals(source)
                        && node.label().equals(name));
    }

    private static Look side(String words, Predicate<SideLine> is) {
        return new Look(words, node -> node instanceof TreeCell<?> cell && cell.getItem() instanceof SideLine line
                && is.test(line));
    }

    /// A row of the table of messages, counted from the first in view.
    static Look row(int index) {
        return new Look("row " + index + " of the messages", node -> node instanceof TableRow<?> row
                && !row.isEmpty() && row.getIndex() == index && below(row, "windowed-table"));
    }

    /// A field of the decoded value.
    static Look field(String name, String of) {
        return new Look("the field " + name + " of the decoded " + of, node -> node instanceof TreeTableRow<?> row
                && row.getItem() instanceof TreeEntry entry && entry.name().equals(name));
    }

    /// The same, below a node of that style.
    Look below(String styleClass) {
        return new Look(words, node -> is.test(node) && below(node, styleClass));
    }

    private static boolean below(Node node, String styleClass) {
        for (Node up = node.getParent(); up != null; up = up.getParent()) {
            if (up.getStyleClass().contains(styleClass)) {
                return true;
            }
        }
        return false;
    }

    /// Whether it is the node and can be seen, whatever lies before it.
    boolean fits(Node node) {
        return is.test(node) && !(node instanceof IndexedCell<?> cell && cell.isEmpty()) && seen(node);
    }

    private static boolean seen(Node node) {
        for (Node up = node; up != null; up = up.getParent()) {
            if (!up.isVisible()) {
                return false;
            }
        }
        return node.getLayoutBounds().getWidth() > 0 && node.getScene() != null;
    }

    static Look messages() {
        return new Look("the table of messages", WindowedTable.class::isInstance);
    }
}
