package dev.brokerscope.desktop.ui.detail;

import dev.brokerscope.desktop.ui.Texts;
import dev.brokerscope.desktop.ui.table.RunsText;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableCell;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableView;
import javafx.scene.layout.BorderPane;

/// A decoded value as a tree of field, value and type. Selecting a field sets [#selectionProperty()] to its bytes;
/// setting that property selects the deepest field that holds them, opening its parents.
public final class DecodedTree extends BorderPane {

    private static final double ROW = 22;
    private static final double TYPE_WIDTH = 140;

    private final TreeTableView<TreeEntry> tree = new TreeTableView<>();
    private final ObjectProperty<ByteRange> selection = new SimpleObjectProperty<>(ByteRange.NONE);
    private final TreeTableColumn<TreeEntry, TreeEntry> name = column("tree.field", 140);
    private final TreeTableColumn<TreeEntry, TreeEntry> value = column("tree.value", 180);
    private final TreeTableColumn<TreeEntry, TreeEntry> type = column("tree.type", TYPE_WIDTH);
    private boolean following;

    public DecodedTree() {
        getStyleClass().add("decoded-tree");
        tree.setFixedCellSize(ROW);
        tree.getStyleClass().add("edge-to-edge");
        name.setCellFactory(_ -> new TextCell(true));
        value.setCellFactory(_ -> new ValueCell());
        type.setCellFactory(_ -> new TextCell(false));
        tree.getColumns().add(name);
        tree.getColumns().add(value);
        tree.getColumns().add(type);
        tree.widthProperty().addListener((_, _, _) -> fit());
        name.widthProperty().addListener((_, _, _) -> fit());
        type.widthProperty().addListener((_, _, _) -> fit());
        tree.getSelectionModel().selectedItemProperty().addListener((_, _, item) -> picked(item));
        selection.addListener((_, _, range) -> follow(range));
        setCenter(tree);
    }

    /// Shows another value, its first level open, nothing selected.
    public void show(TreeEntry root) {
        following = true;
        LazyItem item = new LazyItem(root);
        tree.setRoot(item);
        item.setExpanded(true);
        tree.getSelectionModel().clearSelection();
        following = false;
        selection.set(ByteRange.NONE);
    }

    public ObjectProperty<ByteRange> selectionProperty() {
        return selection;
    }

    /// The selected field.
    public Optional<TreeEntry> selected() {
        return Optional.ofNullable(tree.getSelectionModel().getSelectedItem()).map(TreeItem::getValue);
    }

    /// The bytes of the deepest field that holds this byte; the byte alone where no field does. For the hex view.
    public ByteRange rangeAt(int index) {
        return deepest(index).flatMap(item -> item.getValue().bytes()).orElse(ByteRange.of(index, index + 1));
    }

    /// Shows the selection as focused while the linked hex view has the focus.
    public void setLinked(boolean linked) {
        tree.getStyleClass().remove("linked");
        if (linked) {
            tree.getStyleClass().add("linked");
        }
    }

    TreeTableView<TreeEntry> table() {
        return tree;
    }

    private void picked(TreeItem<TreeEntry> item) {
        if (!following && item != null) {
            following = true;
            selection.set(item.getValue().bytes().orElse(ByteRange.NONE));
            following = false;
        }
    }

    private void follow(ByteRange range) {
        if (following || range.isEmpty() || tree.getRoot() == null) {
            return;
        }
        deepest(range.from() + Math.min(range.lead(), range.length() - 1)).ifPresent(item -> {
            following = true;
            for (TreeItem<TreeEntry> up = item.getParent(); up != null; up = up.getParent()) {
                up.setExpanded(true);
            }
            int row = tree.getRow(item);
            tree.getSelectionModel().clearAndSelect(row);
            tree.scrollTo(Math.max(0, row - 3));
            following = false;
        });
    }

    private Optional<TreeItem<TreeEntry>> deepest(int index) {
        return Optional.ofNullable(tree.getRoot()).flatMap(root -> deepestIn(root, index));
    }

    private static Optional<TreeItem<TreeEntry>> deepestIn(TreeItem<TreeEntry> item, int index) {
        Optional<ByteRange> bytes = item.getValue().bytes();
        if (bytes.isPresent() && !bytes.get().contains(index)) {
            return Optional.empty();
        }
        for (TreeItem<TreeEntry> child : item.getChildren()) {
            Optional<TreeItem<TreeEntry>> found = deepestIn(child, index);
            if (found.isPresent()) {
                return found;
            }
        }
        return bytes.map(_ -> item);
    }

    private void fit() {
        value.setPrefWidth(Math.max(120, tree.getWidth() - name.getWidth() - type.getWidth() - 9));
    }

    private static TreeTableColumn<TreeEntry, TreeEntry> column(String title, double width) {
        TreeTableColumn<TreeEntry, TreeEntry> column = new TreeTableColumn<>(Texts.text(title));
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue().getValue()));
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        return column;
    }

    private static final class TextCell extends TreeTableCell<TreeEntry, TreeEntry> {

        private final boolean isName;

        TextCell(boolean isName) {
            this.isName = isName;
            getStyleClass().addAll(isName ? new String[]{"mono", "syntax-name"} : new String[]{"type-text"});
        }

        @Override
        protected void updateItem(TreeEntry entry, boolean empty) {
            super.updateItem(entry, empty);
            setText(empty || entry == null ? null : isName ? entry.name() : entry.type());
        }
    }

    private static final class ValueCell extends TreeTableCell<TreeEntry, TreeEntry> {

        private final RunsText runs = new RunsText();

        ValueCell() {
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        }

        @Override
        protected void updateItem(TreeEntry entry, boolean empty) {
            super.updateItem(entry, empty);
            if (empty || entry == null) {
                setGraphic(null);
            } else {
                runs.show(entry.value());
                setGraphic(runs);
            }
        }

        @Override
        protected void layoutChildren() {
            super.layoutChildren();
            runs.resizeRelocate(8, 0, Math.max(0, getWidth() - 14), getHeight());
        }
    }
}
