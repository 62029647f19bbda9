package dev.brokerscope.desktop.ui.detail;

import dev.brokerscope.desktop.ui.table.Run;
import dev.brokerscope.desktop.ui.table.RunStyle;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.collections.ObservableList;
import javafx.scene.control.TreeItem;

/// A tree item whose children are made when they are first looked at; more than a thousand are put into groups of a
/// thousand, since JavaFX needs seconds for tens of thousands of siblings.
final class LazyItem extends TreeItem<TreeEntry> {

    private static final int MOST = 1_000;

    private boolean made;

    LazyItem(TreeEntry entry) {
        super(entry);
    }

    @Override
    public boolean isLeaf() {
        return getValue().childCount() == 0;
    }

    @Override
    public ObservableList<TreeItem<TreeEntry>> getChildren() {
        ObservableList<TreeItem<TreeEntry>> children = super.getChildren();
        if (!made) {
            made = true;
            children.setAll(make(getValue()));
        }
        return children;
    }

    private static List<LazyItem> make(TreeEntry parent) {
        int count = parent.childCount();
        if (count <= MOST || parent instanceof Group) {
            return IntStream.range(0, count).mapToObj(i -> new LazyItem(parent.child(i))).toList();
        }
        return IntStream.iterate(0, from -> from < count, from -> from + MOST)
                .mapToObj(from -> new LazyItem(new Group(parent, from, Math.min(MOST, count - from)))).toList();
    }

    /// A thousand siblings, named by the first and the last of them.
    record Group(TreeEntry parent, int from, int childCount) implements TreeEntry {

        @Override
        public String name() {
            return "[" + from + " … " + (from + childCount - 1) + "]";
        }

        @Override
        public List<Run> value() {
            return List.of(Run.of("", RunStyle.PLAIN));
        }

        @Override
        public String type() {
            return "";
        }

        @Override
        public TreeEntry child(int index) {
            return parent.child(from + index);
        }

        /// From the first child's bytes to the last one's, so that a search by byte can pass groups over.
        @Override
        public Optional<ByteRange> bytes() {
            return child(0).bytes().flatMap(first -> child(childCount - 1).bytes()
                    .filter(last -> last.to() >= first.from())
                    .map(last -> ByteRange.of(first.from(), last.to())));
        }
    }
}
